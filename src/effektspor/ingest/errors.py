"""The one exception of reading: a file that cannot be read at all."""


class UnreadableDocument(Exception):
    """A file that cannot be read; `str()` is one Danish line that names the file, the place and what to do."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason} {remedy}")
        self.name, self.reason, self.remedy = name, reason, remedy
