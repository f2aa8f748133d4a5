"""Effektspor: every promised krone followed to the grants that changed."""
