"""Scoring: what the product reads of the made papers, and what it says about them."""
