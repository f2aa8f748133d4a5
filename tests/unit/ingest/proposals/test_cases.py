"""The business cases of the catalogue of 2018, in our rendering and as it is."""

import pytest

from effektspor.core.proposals.details import LinkKind
from effektspor.core.proposals.totals import compute_totals, payback_of
from effektspor.ingest.proposals.reading import read_cases

from .made import lines_of, thousands

CODES = "HA02 HA04 HA05 HA06 HA07b TF01 SI02 SI03 UD03b UD04 TF02 TF03 HJ02 HJ03 BU01 BU02 BU07 BU09 BU10b TV01b TV03b"
PERMANENT = {
    "HA02": (-1200, -1200, -1200, -1200),
    "HA04": (-1900, -4500, -4500, -4500),
    "HA05": (-2300, -2800, -2800, -2800),
    "HA06": (-1000, -1000, -1000, -1000),
    "HA07b": (-15200, -15200, -15200, -15200),
    "TF01": (-2300, -2500, -2500, -2500),
    "SI02": (-2600, -2600, -2600, -2600),
    "SI03": (-750, -1500, -1500, -1500),
    "UD03b": (-2300, -2300, -2300, -2300),
    "UD04": (-2200, -2200, -2000, -2200),  # as its one line has it; the sum says −2.200
    "TF02": (-1450, -2200, -2200),
    "TF03": (-1100, -3500, -6000, -6000),
    "HJ02": (-1600, -1600, -1600, -1600),
    "HJ03": (-500, -500, -500, -500),
    "BU01": (-2100, -2100, -2100, -2100),
    "BU02": (-1600, -1600, -1600, -1600),
    "BU07": (-1300, -1500, -1500, -1500),
    "BU09": (-750, -750, -750, -750),
    "BU10b": (-8800, -8800, -8800, -8800),
    "TV01b": (-12800, -12800, -12800, -12800),
    "TV03b": (-3500, -3500, -3500, -3500),
}
RISK = {
    "HA02": "lav", "HA04": "middel", "HA05": "lav", "HA06": "lav til mellem", "HA07b": "middel", "TF01": "middel",
    "SI02": "middel", "SI03": "lav", "UD03b": "middel", "UD04": "", "TF02": "middel", "TF03": "middel", "HJ02": "",
    "HJ03": "", "BU01": "", "BU02": "middel", "BU07": "middel", "BU09": "lav", "BU10b": "middel", "TV01b": "middel",
    "TV03b": "lav",
}  # fmt: skip
REVISED = ["HA07b", "SI02", "UD03b", "UD04", "BU09", "BU10b", "TV01b", "TV03b"]


@pytest.fixture
def cases(papers):
    return {case.code: case for case in read_cases(papers.document("002"))[0]}


@pytest.fixture
def real_cases(real_papers):
    return {case.code: case for case in read_cases(real_papers.document("002"))[0]}


def test_every_business_case_is_read_with_its_permanent_change(cases):
    assert list(cases) == CODES.split()
    assert {code: tuple(thousands(compute_totals(case).permanent).values()) for code, case in cases.items()} == (
        PERMANENT
    )


def test_unit_price_level_and_years(cases):
    assert {case.unit.name for case in cases.values()} == {"1.000 kr."}
    assert {code for code, case in cases.items() if case.price_level != "2018"} == {"BU02"}
    assert cases["HA02"].years == (2018, 2019, 2020, 2021) and cases["TV01b"].years == (2017, *range(2018, 2022))


def test_the_group_is_the_catalogues_and_the_revision_too(cases):
    assert cases["HA02"].target_group == cases["TF01"].target_group == "Borgere med handicap"
    assert cases["HJ03"].target_group == "Hjemmepleje"
    assert cases["TF03"].target_group == "Udsatte voksne"
    assert [code for code, case in cases.items() if case.revision == "REVIDERET"] == REVISED
    assert cases["BU01"].revision == "ERSTATNINGSFORSLAG"


def test_a_group_in_several_tables_is_the_one_it_stands_under(real_cases):
    assert real_cases["TV01b"].target_group.startswith("Tværgående forslag")


def test_the_titles_are_without_their_codes(cases):
    assert cases["HA02"].title == "Helhedsorienteret sagsbehandling af protesesager"
    assert cases["TF02"].title.startswith("Investeringsforslag – styrket koordinering")
    assert not [case.title for case in cases.values() if case.title.startswith(case.code)]


def test_risk_is_in_the_words_of_the_template(real_cases):
    assert {code: case.risk.level for code, case in real_cases.items()} == RISK


def test_the_payback_that_is_printed_is_the_one_that_is_computed(cases):
    printed = {code: (case.stated.payback_service, case.stated.payback_total) for code, case in cases.items()}
    computed = {code: payback_of(case, 3) for code, case in cases.items()}
    assert {code: pair for code, pair in printed.items() if any(pair)} == {
        "TF02": (2, 2),
        "TF03": (28, 6),
        "TV01b": (2, 2),
    }
    assert all((found.service, found.total) == printed[code] for code, found in computed.items() if found)
    undiscounted = payback_of(cases["TF03"], 0)
    assert (undiscounted.service, undiscounted.total) == (20, 5)


def test_the_sum_that_is_turned_stays_as_it_is_printed(cases):
    assert thousands(cases["TV03b"].stated.permanent)[2020] == 3500


def test_prices_staff_and_budgets(real_cases):
    (price,) = real_cases["TF01"].unit_prices
    assert [number.plain() for number in (price.quantity_before, price.price_before, price.price_after)] == [
        "4903641", "2.6", "2.1",
    ]  # fmt: skip
    (places,) = real_cases["UD04"].unit_prices
    assert (places.quantity_before.digits, places.quantity_after.digits) == (150, 135)
    (staff,) = real_cases["HA05"].staff
    assert (staff.before.digits, staff.after.digits, staff.change.digits) == (0, 1, 1)
    assert [(b.activity, b.ore, b.year) for b in real_cases["HA02"].budgets] == [("Hjælpemidler", 11_990_000_000, 2017)]
    assert [budget.ore // 10_000_000 for budget in real_cases["HA05"].budgets] == [2671, 1870, 10848]


def test_shares_of_committees(cases):
    shares = [(each.committee[:8], each.role.value, each.control_area, each.key_pct and each.key_pct.plain())
              for each in cases["TF03"].allocations]  # fmt: skip
    assert shares == [
        ("Socialud", "saving", "Service", "100"),
        ("Beskæfti", "saving", "Efterspørgselsstyret indsats", "100"),
        ("Socialud", "saving", "Overførsler", "33"),
        ("Beskæfti", "saving", "Overførsler", "67"),
        ("Beskæfti", "investment", "Anlæg", "100"),
        ("Børne- o", "investment", "Service", "7"),
        ("Sundheds", "investment", "Service", "18"),
        ("Socialud", "investment", "Service", "29"),
        ("Beskæfti", "investment", "Service", "46"),
    ]
    assert thousands(cases["TF03"].allocations[7].amounts) == {2018: 2100, 2019: 2100, 2020: 2100}


def test_what_is_asked_of_the_pools(cases):
    asked = [(line.control_area, thousands(line.amounts)) for line in cases["TV01b"].pools]
    assert asked == [
        ("Service", {2017: 100, 2018: 200, 2019: 0, 2020: 0}),
        ("Service", {2017: 200, 2018: 500, 2019: 0, 2020: 0}),
    ]
    assert cases["TF03"].pools[-1].control_area == "Anlæg"


def test_a_house_is_no_proposal_and_an_alternative_is_one(real_cases):
    assert [(link.kind, link.code) for link in real_cases["UD03b"].links] == [(LinkKind.ALTERNATIVE, "UD03c")]
    assert [(link.kind, link.code) for link in real_cases["BU10b"].links] == [(LinkKind.LINKED, "BU09")]
    assert [code for code, case in real_cases.items() if case.links] == ["UD03b", "BU10b"]


def test_what_could_not_be_placed_is_said(real_papers):
    said = [(finding.code, finding.place.line) for finding in read_cases(real_papers.document("002"))[1]]
    assert said == [("KAT-007", 390), ("KAT-003", 747), ("KAT-002", 738), ("KAT-007", 979)]


def test_the_other_papers_have_no_business_case(papers):
    assert [read_cases(papers.document(number)) for number in ("000", "001", "003", "004")] == [((), ())] * 4


def test_implementation_stands_in_its_own_kind(cases):
    kinds = [(kind, area) for kind, area, *_ in lines_of(cases["TF03"])]
    assert kinds == [
        ("permanent", "Overførsler"), ("permanent", "Overførsler"), ("permanent", "Indsats"), ("permanent", "Service"),
        ("implementation", "Anlæg"), *[("implementation", "Service")] * 6,
    ]  # fmt: skip
