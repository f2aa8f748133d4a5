"""Checks: one file each, listed in one explicit tuple (catalogue.py)."""
