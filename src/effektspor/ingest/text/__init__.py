"""Text and Markdown: tab-separated tables between lines of prose."""
