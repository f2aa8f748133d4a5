"""Catalogues: what is promised, where and when, tied to the proposals behind it."""
