"""A case that our own template prints is read back as it was."""

from dataclasses import fields, replace

from hypothesis import given

from effektspor.core.proposals.business_case import StatedCase
from effektspor.core.proposals.document_of import document_of
from effektspor.ingest.proposals.reading import read_cases
from tests.unit.core.proposals.made import business_cases, crisis_centres, young_people

# A group is told by the catalogue, and what is stated is what the paper prints of sums.
_NOT_PRINTED = {"target_group", "stated"}
# What our template leaves out or sums: years outside the case's own, and a sum that says nothing more.
_REAL_EXCEPT = {("HA06", "stated"), ("TF02", "allocations"), ("TF03", "pools")}


def differing(case, other, but=_NOT_PRINTED):
    names = [each.name for each in fields(case) if each.name not in but]
    return [name for name in names if getattr(case, name) != getattr(other, name)]


def test_cases_by_hand():
    for case in (crisis_centres(), young_people()):
        (read,), findings = read_cases(document_of(case))
        assert (differing(read, case), findings) == ([], ())


def test_every_real_case(real_papers):
    cases, _ = read_cases(real_papers.document("002"))
    assert len(cases) == 21
    for case in cases:
        (read,), _ = read_cases(document_of(case))
        unlike = differing(read, case, but={"target_group"})
        assert {(case.code, name) for name in unlike} <= _REAL_EXCEPT


@given(business_cases)
def test_nothing_that_a_form_can_hold_stops_the_reading(case):
    cases, _ = read_cases(document_of(case))
    codes = {each.code for each in cases if each.lines}
    assert codes <= {case.code}


@given(business_cases)
def test_the_lines_of_a_case_with_plain_words_come_back(case):
    named = tuple(replace(line, label=f"Linje {at}", part="") for at, line in enumerate(case.lines) if line.amounts)
    within = tuple(replace(line, amounts=line.amounts.within(case.years)) for line in named)
    plain = replace(case, lines=within, title="Prøve", stated=StatedCase(), links=(), sections=(), revision="",
                    summary="", submitted_by="", departments=())  # fmt: skip
    kept = [line for line in plain.lines if any(ore for _, ore in line.amounts.pairs)]
    cases, _ = read_cases(document_of(replace(plain, lines=tuple(kept))))
    read = [line for each in cases for line in each.lines]
    assert {line.label for line in read} == {line.label for line in kept}
