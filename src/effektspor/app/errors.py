"""The one exception of a use case that cannot be done."""


class NotPossible(Exception):
    """Something that cannot be done; `str()` is one Danish line that says what, where and what to do."""
