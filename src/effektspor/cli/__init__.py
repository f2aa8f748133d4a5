"""Commands on files: no database."""
