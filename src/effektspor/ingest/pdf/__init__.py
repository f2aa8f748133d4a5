"""Digital PDF: words and drawn lines, put together to the tables and paragraphs a reader sees."""
