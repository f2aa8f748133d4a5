"""A proposal's code in an address: most stand as they are, and a sign that would change the address is written ~2f."""

import re

# What would part the address, be read as a folder's, or be one of our own signs.
_ESCAPED = re.compile(r"[/~\\]|^\.+")
_WRITTEN = re.compile(r"~([0-9a-f]{2})")
# The words that stand where a code does.
_OWN_WORDS = ("ny", "forslag.csv", "forslag.xlsx", "beslutninger", "beslutninger.csv")


class CodeConverter:
    """A code ↔ its part of an address (a converter of Django's URLs); each reads back as it was."""

    regex = "[^/]+"

    def to_python(self, written: str) -> str:
        return _WRITTEN.sub(lambda match: chr(int(match[1], 16)), written)

    def to_url(self, code: str) -> str:
        escaped = _ESCAPED.sub(lambda match: "".join(_written(sign) for sign in match[0]), code)
        return f"{_written(escaped[0])}{escaped[1:]}" if escaped in _OWN_WORDS else escaped


def _written(sign: str) -> str:
    return f"~{ord(sign):02x}"
