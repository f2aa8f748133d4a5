"""A person's rulings on findings."""
