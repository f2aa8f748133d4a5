"""Look-ups that have no answer, and rules that are written wrong; `str()` is a Danish line for the user."""

from collections.abc import Sequence
from datetime import date

from effektspor.core.period import danish_date


class RuleError(Exception):
    """What a rule cannot answer, or why it cannot be read."""


class InvalidRule(RuleError):
    """A rule that does not keep to the schema."""

    def __init__(self, where: str, wrong: str) -> None:
        super().__init__(f"{where}: {wrong}")


class RuleNotInForce(RuleError):
    """A day before the first version."""

    def __init__(self, name: str, day: date, first: date) -> None:
        super().__init__(
            f"Satsen '{name}' findes ikke pr. {danish_date(day)}. Den gælder tidligst fra {danish_date(first)}."
        )


class RuleYearMissing(RuleError):
    """A year without a version, of a rule that is set anew each year."""

    def __init__(self, name: str, year: int, known: Sequence[int]) -> None:
        years = ", ".join(str(each) for each in known)
        super().__init__(
            f"Satsen '{name}' mangler for {year}. Den fastsættes for hvert år og er kendt for {years}. "
            f"Indtast satsen for {year} med kilde."
        )


class RuleNotSet(RuleError):
    """A rule that nobody has given a value yet."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Satsen '{name}' er ikke fastsat. {reason}")
