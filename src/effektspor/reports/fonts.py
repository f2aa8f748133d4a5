"""The fonts our papers and charts are set in, so that they look alike on every machine."""

from functools import cache
from pathlib import Path

from effektspor.reports.errors import ReportError

_FOLDER = Path(__file__).parent / "fonts"


@cache
def font_folder() -> Path:
    """Return the folder of the fonts; raise ReportError when they have not been fetched."""
    if not any(_FOLDER.glob("*.ttf")):
        raise ReportError("Skrifttyper", f"Der er ingen skrifttyper i {_FOLDER}.", "Kør scripts/setup, og prøv igen.")
    return _FOLDER
