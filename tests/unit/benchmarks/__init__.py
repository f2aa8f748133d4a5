"""Tests of the made papers and their scoring."""
