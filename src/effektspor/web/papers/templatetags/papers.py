"""How a release looks on a page."""

from django import template

from effektspor.web.papers.printable import SUFFIX_WORDS
from effektspor.web.papers.rows import shortened as first_of

register = template.Library()


@register.filter
def suffix_word(suffix: str) -> str:
    """Return what a kind of file is called: "Word"."""
    return SUFFIX_WORDS[suffix]


@register.filter
def shortened(sha256: str) -> str:
    """Return the first of a hash."""
    return first_of(sha256)
