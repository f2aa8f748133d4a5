"""The first page: where do we stand, and what is urgent."""
