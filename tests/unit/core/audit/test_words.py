from fractions import Fraction

import pytest

from effektspor.core.audit.words import like, listed, quoted
from effektspor.core.number import parse_number


@pytest.mark.parametrize(
    "words, said", [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists_words(words, said):
    assert listed(words) == said


def test_cuts_a_long_label():
    assert (quoted("I alt"), quoted("abc def", 5)) == ("»I alt«", "»abc…«")


@pytest.mark.parametrize(
    "value, printed, said",
    [("600", "650", "600"), ("1.5", "2", "1,5"), ("1/3", "1,0", "0,333333"), ("2", "1,50", "2,00")],
)
def test_says_a_value_as_precisely_as_it_is(value, printed, said):
    assert like(Fraction(value), parse_number(printed)).danish() == said
