"""Benchmarks: what the product does, measured on made material."""
