"""Proposals: business cases, what they add up to, and the catalogue they stand in."""
