"""What a catalogue is known by in an address: the number of the paper it stands in, or "eget-3" for one of our own."""

OWN = "eget-"


class CatalogueKey:
    """A path converter (ADR 0021); what it lets through is kept as it is written."""

    regex = r"(?:eget-)?[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)


def own_key(number: int) -> str:
    return f"{OWN}{number}"


def own_number(key: str) -> int | None:
    """Return the number of a catalogue of our own, or None where the key is a paper's."""
    return int(key.removeprefix(OWN)) if key.startswith(OWN) else None
