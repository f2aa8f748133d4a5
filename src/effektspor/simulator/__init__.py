"""A made-up municipality from a seed number, with a stated truth."""
