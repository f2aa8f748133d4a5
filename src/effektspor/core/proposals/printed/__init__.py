"""A business case as a document: its headings, text and tables in the template's order, so that checks can read it."""
