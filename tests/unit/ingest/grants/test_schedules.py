"""Price lines → grants."""

from datetime import date

from effektspor.core.grants.grant import EndReason, EndsKind, Grant, GrantStatus
from effektspor.ingest.grants import grants_of
from tests.unit.ingest.grants.files import grants_csv, read

LATER = {"starts_on": "2026-09-01", "ends_on": "2026-12-31"}


def _grants(*lines: dict[str, str]) -> list[Grant]:
    return grants_of(read(grants_csv(*lines)).rows)


def test_a_grant_has_its_header_and_all_its_lines() -> None:
    (grant,) = _grants({"line_id": "L1"}, LATER | {"line_id": "L2"})
    assert (grant.grant_id, grant.citizen, grant.section, grant.law) == ("G1", "B1", "107", "SEL")
    assert (grant.status, grant.provider, grant.target_group) == (GrantStatus.RUNNING, "Solgården", "handicap")
    assert [line.line_id for line in grant.lines] == ["L1", "L2"]
    assert (grant.start, grant.end) == (date(2026, 1, 1), date(2027, 1, 1))


def test_grants_come_as_the_file_has_them() -> None:
    assert [grant.grant_id for grant in _grants({"grant_id": "G9"}, {"grant_id": "G1"})] == ["G9", "G1"]


def test_the_end_reason_is_of_the_last_line_that_has_one() -> None:
    first, last, addon = {"end_reason": "other"}, LATER | {"end_reason": "death"}, {"kind": "addon", "ends_on": ""}
    (grant,) = _grants(last, first, addon)
    assert grant.end_reason is EndReason.DEATH


def test_the_kind_of_end_is_that_of_the_last_line_that_runs() -> None:
    (grant,) = _grants({"ends_kind": "review"}, LATER | {"ends_kind": "final"}, {"kind": "addon", "ends_on": ""})
    assert grant.ends_kind is EndsKind.FINAL


def test_the_decision_and_the_last_day_paid_are_the_latest() -> None:
    first = {"decided_on": "2026-08-01", "paid_until": "2026-08-31"}
    (grant,) = _grants(first, LATER | {"decided_on": "2026-02-01", "paid_until": ""})
    assert (grant.decided_on, grant.paid_until) == (date(2026, 8, 1), date(2026, 8, 31))


def test_what_no_line_says_is_none() -> None:
    (grant,) = _grants({})
    assert (grant.end_reason, grant.decided_on, grant.paid_until) == (None, None, None)
