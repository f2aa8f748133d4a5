"""The findings of all papers in one list, and as a file."""
