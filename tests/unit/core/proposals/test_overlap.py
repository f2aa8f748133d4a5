"""Proposals that must not both be counted."""

from dataclasses import replace

from effektspor.core.proposals.details import Link, LinkKind
from effektspor.core.proposals.overlap import Overlap, find_overlaps
from tests.unit.core.proposals.made import crisis_centres


def test_an_alternative_that_is_counted_too_is_told_once() -> None:
    first = replace(crisis_centres(), code="UD03b", links=(Link(LinkKind.ALTERNATIVE, "UD05"),))
    other = replace(crisis_centres(), code="UD05", links=(Link(LinkKind.ALTERNATIVE, "UD03b"),))
    assert find_overlaps([first, other]) == (Overlap("UD03b", "UD05", LinkKind.ALTERNATIVE),)
    assert find_overlaps([first]) == ()


def test_a_revision_stands_in_the_place_of_what_it_revises() -> None:
    cases = [replace(crisis_centres(), code=code) for code in ("HA07", "HA07b", "HA06")]
    assert find_overlaps(cases) == (Overlap("HA07b", "HA07", LinkKind.REPLACES),)
    assert "HA07" in find_overlaps(cases)[0].danish


def test_what_only_hangs_together_may_be_counted_twice() -> None:
    linked = replace(crisis_centres(), code="A01", links=(Link(LinkKind.LINKED, "A02"),))
    assert find_overlaps([linked, replace(linked, code="A02", links=())]) == ()
