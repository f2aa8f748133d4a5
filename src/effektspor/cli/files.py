"""A file that a command was given, as its bytes."""

from pathlib import Path

from effektspor.ingest.errors import UnreadableDocument


def read_bytes(given: str) -> bytes:
    """Return a file's bytes; raises UnreadableDocument in Danish where it cannot be opened."""
    try:
        return Path(given).read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(given, "Filen findes ikke.", "Se efter, om stien er skrevet rigtigt.") from error
    except OSError as error:
        raise UnreadableDocument(given, "Filen kan ikke åbnes.", "Se efter, om du har lov til at læse den.") from error
