from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.core.document import RowKind, Table
from effektspor.core.plans.plan import Measure, Plan, StatedTotals
from effektspor.core.unit import THOUSAND
from effektspor.reports.errors import PaperNotReleased
from effektspor.reports.plan_status import check_own_paper, compute_plan_status, release
from effektspor.reports.sentence import plain

from .plans import MADE_ON, net, plan_of, report_000


def key_of(plan: Plan) -> str:
    return plain(compute_plan_status(plan, MADE_ON).key)


def rows_of(table: Table) -> list[tuple[str, ...]]:
    return [(row.number or row.label, *(cell.text for cell in row.cells), row.category or "") for row in table.rows]


def test_paper_000_is_the_paper_a_director_signs() -> None:
    report = report_000()
    assert plain(report.key) == (
        "Planen gav netto 9,38 mio. kr. i 2019 mod et mål på 7,25. "
        "Tre af ni sparetiltag nåede målet, to nåede det delvist, og fire nåede det ikke. Investeringen er gennemført."
    )
    assert report.meta == "Opgjort pr. 31.12.2019 · mio. kr. · prisniveau ikke oplyst"
    assert report.caption == "Mio. kr., prisniveau ikke oplyst; besparelser er positive."
    assert report.chart_sentence == (
        "Tiltag 3 gav mest: 5,93 mio. kr. af de 10,88 brutto. Længst fra målet er tiltag 8, der mangler 1,00."
    )


def test_the_table_has_savings_gross_investment_net() -> None:
    rows = rows_of(report_000().table)
    assert rows[0] == ("1", "2,00", "1,49", "−0,51", "Nået delvist")
    assert rows[1] == ("2", "1,00", "1,06", "+0,06", "Nået")
    assert rows[-3:] == [
        ("Brutto", "8,75", "10,88", "+2,13", ""),
        ("5", "−1,50", "−1,50", "0,00", "Gennemført"),
        ("Netto", "7,25", "9,38", "+2,13", "Nået"),
    ]
    kinds = [row.kind for row in report_000().table.rows]
    assert kinds == [RowKind.ROW] * 9 + [RowKind.SUBTOTAL, RowKind.ROW, RowKind.NET]


def test_rounding_and_what_is_not_said_are_noted() -> None:
    assert report_000().notes == (
        "Afrundet hver for sig: de viste tiltag giver 10,87 mio. kr. realiseret brutto; papirets sum er 10,88.",
        "Afrundet hver for sig: de viste tiltag giver 9,37 mio. kr. realiseret netto; papirets sum er 9,38.",
        "Besparelser er positive; en investering er negativ.",
        "Papiret siger ikke prisniveau.",
    )


def test_only_figures_of_the_key_sentence_open() -> None:
    opened = [(segment.text, segment.target) for segment in report_000().key if segment.target]
    assert opened == [("9,38 mio. kr.", "netto"), ("7,25", "netto")]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "Planen har endnu ingen tiltag."),
        (("1 | 2,00 | 2,10",), "Planen gav netto 2,10 mio. kr. i 2019 mod et mål på 2,00. Tiltaget nåede målet."),
        (
            ("1 | 2,00 | 1,10",),
            "Planen gav netto 1,10 mio. kr. i 2019 mod et mål på 2,00. Tiltaget nåede målet delvist.",
        ),
        (("1 | | 2,10",), "Planen gav netto 2,10 mio. kr. i 2019. Den har ikke noget mål."),
        (("1 | 2,00 | ",), "Planens mål er netto 2,00 mio. kr. i 2019. Der er endnu ikke opgjort noget beløb."),
        (("1 | | ",), "Planen har endnu hverken mål eller realiserede beløb."),
        (
            ("1 | 2,00 | 2,00", "2 | 1,00 | 1,00"),
            "Planen gav netto 3,00 mio. kr. i 2019 mod et mål på 3,00. Begge tiltag nåede målet.",
        ),
        (
            ("1 | 2,00 | 0,00", "2 | 1,00 | 0,10", "3 | 1,00 | 0,00"),
            "Planen gav netto 0,10 mio. kr. i 2019 mod et mål på 4,00. Ingen af de tre tiltag nåede målet.",
        ),
        (
            ("1 | 2,00 | 2,00", "2 | 1,00 | 0,10", "3 | | 1,00"),
            "Planen gav netto 3,10 mio. kr. i 2019 mod et mål på 3,00. "
            "Ét af tre tiltag nåede målet, ét nåede det ikke, og ét er uden mål.",
        ),
        (
            ("1 | 2,00 | 0,50", "2 | −1,00 | −1,00", "3 | −1,00 | "),
            "Planen kostede netto 0,50 mio. kr. i 2019 mod forudsat 0,00. "
            "Sparetiltaget nåede ikke målet. Én af to investeringer er gennemført.",
        ),
        (
            ("1 | −1,50 | −1,50",),
            "Planen kostede netto 1,50 mio. kr. i 2019 mod forudsat 1,50. Investeringen er gennemført.",
        ),
        (
            ("1 | 9,00 | 1,00", "2 | −1,50 | −1,50"),
            "Planen kostede netto 0,50 mio. kr. i 2019 mod et mål om at spare 7,50. "
            "Sparetiltaget nåede ikke målet. Investeringen er gennemført.",
        ),
    ],
)
def test_the_key_sentence_is_right_danish(rows: tuple[str, ...], sentence: str) -> None:
    assert key_of(plan_of(*rows)) == sentence


def test_a_status_before_the_end_of_the_year_says_its_day() -> None:
    plan = plan_of("1 | 2,00 | 2,10")
    assert plan.as_of
    assert " pr. 31.08.2019 mod" in key_of(replace(plan, as_of=plan.as_of.replace(month=8)))
    unknown = compute_plan_status(replace(plan, as_of=None), MADE_ON)
    assert plain(unknown.key).startswith("Planen gav netto 2,10 mio. kr. mod et mål på 2,00.")
    assert unknown.meta.startswith("Opgørelsesdato ikke oplyst · ")


def test_thousands_are_said_as_tkr_in_a_sentence() -> None:
    plan = Plan("Plan", (Measure("1", "Tiltag", 200_000_000, 123_400_000),), THOUSAND, 0)
    assert key_of(plan).startswith("Planen gav netto 1.234 t.kr. mod et mål på 2.000.")


def test_a_plan_without_investments_has_no_gross_row() -> None:
    table = compute_plan_status(plan_of("1 | 2,00 | 1,00", "2 | 1,00 | 1,00"), MADE_ON).table
    assert [row.label for row in table.rows][-1] == "Netto"
    assert all(row.kind is not RowKind.SUBTOTAL for row in table.rows)


def test_only_investments_have_a_net_but_no_status_of_it() -> None:
    rows = rows_of(compute_plan_status(plan_of("1 | −1,50 | −1,50"), MADE_ON).table)
    assert rows == [("1", "−1,50", "−1,50", "0,00", "Gennemført"), ("Netto", "−1,50", "−1,50", "0,00", "")]


def test_a_stated_sum_that_does_not_hold_is_a_note_and_the_computed_sum_is_shown() -> None:
    report = compute_plan_status(plan_of("1 | 2,00 | 1,49", "2 | 1,00 | 1,00", **net("3,00", "5,00")), MADE_ON)
    assert "Papiret angiver 5,00 mio. kr. realiseret netto, men tiltagene giver 2,49. Her står 2,49." in report.notes
    assert rows_of(report.table)[-1][2] == "2,49"
    assert release(report) is report


def test_a_target_only_the_whole_plan_has_is_told() -> None:
    report = compute_plan_status(plan_of("1 | | 1,49", **net("3,00")), MADE_ON)
    assert "Papiret angiver 3,00 mio. kr. i mål netto, men ikke for hvert tiltag." in report.notes
    assert rows_of(report.table)[-1] == ("Netto", "", "1,49", "", "Uden mål")


def test_what_is_missing_is_told_and_not_counted_in_silence() -> None:
    report = compute_plan_status(plan_of("1 | 2,00 | 1,49", "2 | 1,00 | ", "3 | | 0,50"), MADE_ON)
    assert rows_of(report.table) == [
        ("1", "2,00", "1,49", "−0,51", "Nået delvist"),
        ("2", "1,00", "", "", "Ikke opgjort"),
        ("3", "", "0,50", "", "Uden mål"),
        ("Netto", "3,00", "1,99", "", "Nået delvist"),
    ]
    ending = "og tæller ikke med i den sum; derfor er Mod mål ikke lagt sammen."
    assert f"Tiltag 3 er uden mål {ending}" in report.notes
    assert f"Tiltag 2 er uden realiseret beløb {ending}" in report.notes


def test_unrounded_amounts_that_print_apart_get_a_note() -> None:
    plan = plan_of("1 | 1,00 | 1,00", "2 | 1,00 | 1,00")
    measures = tuple(replace(measure, realised_ore=100_400_000) for measure in plan.measures)
    report = compute_plan_status(replace(plan, measures=measures), MADE_ON)
    assert (
        "Afrundet hver for sig: de viste tiltag giver 2,00 mio. kr. realiseret netto; summen er 2,01." in report.notes
    )


def test_a_saving_that_cost_money_is_a_saving_that_failed() -> None:
    report = compute_plan_status(plan_of("1 | 2,00 | 1,00", "2 | 1,00 | −0,20", "3 | −1,00 | −1,00"), MADE_ON)
    assert ("2", "1,00", "−0,20", "−1,20", "Ikke nået") in rows_of(report.table)
    assert ("Brutto", "3,00", "0,80", "−2,20", "") in rows_of(report.table)
    assert release(report)


def test_a_paper_that_fails_our_own_checks_is_not_released() -> None:
    report = report_000()
    *above, netto = report.table.rows
    wrong = replace(netto, cells=(netto.cells[0], above[2].cells[1], netto.cells[2]))
    with pytest.raises(PaperNotReleased, match=r"Papiret er ikke frigivet.* række 12: .*Netto.* 5,93 .*Ret ") as caught:
        release(replace(report, table=replace(report.table, rows=(*above, wrong))))
    assert [finding.code for finding in caught.value.findings] == ["TAB-003"]


STEP_ORE = 1_000_000
AMOUNTS = st.none() | st.integers(0, 2_000).map(lambda steps: steps * STEP_ORE)
SAVING = st.builds(Measure, st.just("1"), st.text(max_size=30), AMOUNTS, AMOUNTS, st.text(max_size=30))
INVESTMENT = st.builds(
    lambda target, realised: Measure("2", "Investering", target and -target, realised and -realised), AMOUNTS, AMOUNTS
)
STATED = st.builds(StatedTotals, AMOUNTS, AMOUNTS, AMOUNTS.map(lambda amount: amount and -amount))


@settings(max_examples=300)
@given(st.lists(SAVING, max_size=6), st.lists(INVESTMENT, max_size=2), STATED, st.integers(-5, 5), st.integers(-5, 5))
def test_every_plan_passes_our_own_checks(
    savings: list[Measure], investments: list[Measure], stated: StatedTotals, target_off: int, realised_off: int
) -> None:
    plan = plan_of(measures=(*savings, *investments), stated_realised=stated, title="")
    nearly = StatedTotals(plan.target.net.computed_ore + target_off * STEP_ORE)
    also = StatedTotals(plan.realised.net.computed_ore + realised_off * STEP_ORE)
    for one in (plan, replace(plan, stated_target=nearly, stated_realised=also)):
        assert check_own_paper(compute_plan_status(one, MADE_ON)) == ()
