"""Characters of formatted files: what is invisible goes, and what stands raised becomes a raised character."""

from effektspor.core.number import dot_hard_spaces

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# Hyphens at which a line may not break; in front of a figure they are its minus.
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_TIDY = _INVISIBLE | _HYPHENS
_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", ".()")


def tidy_text(text: str) -> str:
    """Return text with single spaces, without empty lines and without characters that no reader sees."""
    lines = (" ".join(line.split()) for line in dot_hard_spaces(text.translate(_TIDY)).split("\n"))
    return "\n".join(line for line in lines if line)


def raised_text(text: str) -> str:
    """Return text printed above the line as raised characters: a footnote's "1)" → "¹", so that "9,38" stays 9,38."""
    return text.lower().translate(_RAISED)
