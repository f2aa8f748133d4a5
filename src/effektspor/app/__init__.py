"""Use cases, one function each; what they need from a store stands in ports.py."""
