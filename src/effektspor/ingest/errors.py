"""The one exception of reading: a file that cannot be read at all."""

from effektspor.core.cpr import hide_cpr


class UnreadableDocument(Exception):
    """A file that cannot be read; `str()` is one Danish line that names the file, the place and what to do."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        shown = hide_cpr(name)
        super().__init__(f"{shown}: {reason} {remedy}")
        self.name, self.reason, self.remedy = shown, reason, remedy
