"""The standard municipality has the size of a real one, and its files hang together."""

import re
from collections import defaultdict
from datetime import date

import pytest

from effektspor.core.cpr import has_cpr
from effektspor.core.grants.continuity import chains
from effektspor.core.grants.cost import cost_ore
from effektspor.core.grants.grant import EndReason, Grant, GrantStatus, overlapping
from effektspor.core.grants.month import Month
from effektspor.core.grants.persons import person_days
from effektspor.core.grants.price_line import PriceUnit
from effektspor.core.period import calendar_year
from effektspor.simulator.writing import FILES
from tests.unit.simulator.reading import day

HOUSING = ("107", "108", "105", "109", "110")
YEARS = (2023, 2024, 2025, 2026)
MIO_ORE = 100_000_000


def _grants(standard):
    rows = defaultdict(list)
    for row, line in standard.lines:
        rows[row["grant_id"]].append((row, line))
    return {grant_id: _grant(own) for grant_id, own in rows.items()}


def _grant(own):
    row, lines = own[0][0], tuple(line for _, line in own)
    reason = EndReason(row["end_reason"]) if row["end_reason"] else None
    return Grant(row["grant_id"], row["citizen"], row["section"], row["provider"], row["target_group"],
                 GrantStatus(row["status"]), lines, row["law"], end_reason=reason)  # fmt: skip


def _year_ore(standard, sections, year):
    return cost_ore((line for row, line in standard.lines if row["section"] in sections), calendar_year(year))


@pytest.mark.parametrize("on", [date(year, month, 29) for year in YEARS for month in (6, 12)])
def test_active_grants_and_citizens_are_those_of_the_paper(standard, on):
    active = [row for row, line in standard.lines if line.start <= on and (line.end is None or on < line.end)]
    assert len({row["grant_id"] for row in active}) == pytest.approx(973, rel=0.05)
    assert len({row["citizen"] for row in active}) == pytest.approx(573, rel=0.05)


@pytest.mark.parametrize("year", YEARS)
def test_housing_and_support_cost_what_the_paper_says(standard, year):
    assert 125 * MIO_ORE <= _year_ore(standard, HOUSING, year) <= 136 * MIO_ORE
    assert 9 * MIO_ORE <= _year_ore(standard, ("85",), year) <= 11 * MIO_ORE


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_so_they_do_for_other_seeds(make, seed):
    other = make("other", seed=seed)
    assert all(125 * MIO_ORE <= _year_ore(other, HOUSING, year) <= 136 * MIO_ORE for year in YEARS)
    assert all(9 * MIO_ORE <= _year_ore(other, ("85",), year) <= 11 * MIO_ORE for year in YEARS)


def test_the_true_cost_is_the_cores(standard):
    for section, years in standard.truth["sections"].items():
        for year, months in years.items():
            assert sum(months["cost_ore"]) == _year_ore(standard, (section,), int(year)), (section, year)


def test_the_true_person_days_are_the_cores(standard):
    own = defaultdict(list)
    for row, line in standard.lines:
        own[row["section"], row["citizen"]].append(line)
    for section, years in standard.truth["sections"].items():
        june = sum(person_days(lines, Month(2025, 6).period) for key, lines in own.items() if key[0] == section)
        assert years["2025"]["person_days"][5] == june, section


def test_every_change_names_grants_of_its_citizen(standard):
    citizen_of = {row["grant_id"]: row["citizen"] for row in standard.grants}
    for change in standard.changes:
        for grant_id in (change["before_grants"] + " " + change["after_grants"]).split():
            assert citizen_of[grant_id] == change["citizen"], change
    assert len({change["change_id"] for change in standard.changes}) == len(standard.changes)


def test_every_posting_is_of_a_known_grant_or_of_none(standard):
    citizen_of = {row["grant_id"]: row["citizen"] for row in standard.grants} | {"": ""}
    assert all(citizen_of[row["grant_id"]] == row["citizen"] for row in standard.rows("ledger.csv"))


def test_everyone_is_in_the_population(standard):
    assert {row["citizen"] for row in standard.grants} <= {row["citizen"] for row in standard.rows("population.csv")}


def test_base_lines_of_a_grant_do_not_overlap(standard):
    assert all(not list(overlapping(grant.lines)) for grant in _grants(standard).values())


def test_header_fields_are_the_same_on_every_line_of_a_grant(standard):
    per_line = {
        "amount_ore",
        "unit",
        "quantity",
        "starts_on",
        "ends_on",
        "line_id",
        "supersedes",
        "recorded_on",
        "kind",
    }
    heads = defaultdict(set)
    for row in standard.grants:
        heads[row["grant_id"]].add(tuple(value for name, value in row.items() if name not in per_line))
    assert all(len(each) == 1 for each in heads.values())


def test_grants_continue_each_other_as_the_simulator_meant(standard):
    """So that a change names no more than it was made of; a return to the same home is planted as one."""
    returned = {fault["grant_id"] for fault in standard.truth["faults"] if fault["kind"] == "rebound"}
    meant = {stay.grant_id: stay.first.grant_id for stay in standard.town.real_stays()}
    for chain in set(chains(_grants(standard).values()).values()):
        assert len({meant[grant_id] for grant_id in chain if grant_id not in returned}) <= 1, chain


def test_all_units_and_kinds_of_lines_occur(standard):
    assert {row["unit"] for row in standard.grants} == {unit.value for unit in PriceUnit}
    assert {row["kind"] for row in standard.grants} == {
        "base", "addon", "user_payment", "refund", "income", "notice", "settlement", "transport"}  # fmt: skip
    assert {row["status"] for row in standard.grants} >= {"running", "ended", "expected", "applied", "refused"}


def test_some_lines_are_registered_late_and_some_replace_another(standard):
    assert any(row["recorded_on"] > row["starts_on"] for row in standard.grants)
    assert any(row["supersedes"] for row in standard.grants)
    assert all(row["recorded_on"] <= "2026-12-31" for row in standard.grants)


def test_nothing_has_the_shape_of_a_cpr_number(standard):
    found = [name for name in FILES if has_cpr((standard.folder / name).read_text(encoding="utf-8"))]
    assert not found
    assert all(re.fullmatch(r"B\d{5}", row["citizen"]) for row in standard.rows("population.csv"))


def test_the_ledger_has_all_that_was_posted_and_the_truth_what_was_not(standard):
    posted = defaultdict(int)
    section_of = {row["grant_id"]: row["section"] for row in standard.grants}
    for row in standard.rows("ledger.csv"):
        if row["grant_id"]:
            posted[section_of[row["grant_id"]]] += int(row["amount_ore"])
    unposted = standard.truth["ledger"]["not_posted_ore"]
    for section, years in standard.truth["sections"].items():
        true_ore = sum(sum(months["cost_ore"]) for months in years.values())
        assert posted[section] + sum(unposted[section].values()) == true_ore, section


def test_invoices_lag_and_some_come_late(standard):
    late = standard.truth["ledger"]["late_invoices"]
    assert any(each["posted_on"] for each in late)
    assert all(day(row["posted_on"]) < date(2027, 1, 1) for row in standard.rows("ledger.csv"))
