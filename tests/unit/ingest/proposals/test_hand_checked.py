"""Four whole cases of the real catalogue, each field held against the paper by hand. Prose is told by its length."""

import pytest

from effektspor.core.proposals.details import LinkKind
from effektspor.ingest.proposals.reading import read_cases

from .made import lines_of, thousands

YEARS = (2018, 2019, 2020, 2021)


@pytest.fixture
def cases(real_papers):
    return {case.code: case for case in read_cases(real_papers.document("002"))[0]}


def _each(*amounts, first=2018):
    return dict(enumerate(amounts, start=first))


def _headings(case):
    return [section.heading for section in case.sections]


def test_ha04(cases):
    case = cases["HA04"]
    assert (case.title, case.revision) == ("Mestringsstøtte og tilpasning af aflastningsindsatser", "")
    assert (case.target_group, case.submitted_by) == ("Borgere med handicap", "Socialforvaltningen")
    assert (case.departments, case.years, case.price_level) == (("Socialforvaltningen",), YEARS, "2018")
    assert lines_of(case) == [
        ("permanent", "Service", "", "Besparelse som følge af øget gruppeaflastning", _each(-1600, *[-4200] * 3)),
        ("permanent", "Service", "", "Reduceret aflastning som følge af øget mestringsstøtte (Stepping Stone)",
         _each(*[-1000] * 4)),
        ("permanent", "Service", "", "Pædagog", _each(*[500] * 4)),
        ("permanent", "Service", "", "Koordinationstimer", _each(*[200] * 4)),
    ]  # fmt: skip
    assert thousands(case.stated.permanent) == _each(-1900, -4500, -4500, -4500)
    assert (case.stated.implementation, case.stated.total, case.stated.payback_total) == (None, None, None)
    assert _headings(case) == [
        "Baggrund og formål", "Forslagets indhold", "Økonomi", "Implementering af forslaget",
        "Inddragelse af samarbejdspartnere", "Forslagets effekt", "Opfølgning", "Risikovurdering",
    ]  # fmt: skip
    assert [len(section.text) for section in case.sections] == [1019, 2260, 1438, 823, 478, 104, 62, 52]
    first, second = case.criteria
    assert first.criterion.endswith("udnyttelse af kapacitet") and first.measured_by.endswith("Børn med Handicap.")
    assert first.responsible.endswith("Borgercenter Handicap.") and first.when.endswith("hvert kvartal.")
    assert second.criterion.startswith("Stepping Stone-programmet") and second.when.endswith("medio 2018.")
    assert (case.risk.level, case.risk.parts) == ("middel", ())
    assert [(b.activity, b.ore, b.year) for b in case.budgets] == [
        ("Aflastning til børn med handicap", 1_220_000_000, 2017)
    ]
    assert (case.unit_prices, case.staff, case.service_levels, case.allocations, case.pools, case.links) == ((),) * 6
    assert len(case.summary) == 187 and case.summary.endswith(".")


def test_ud03b_with_its_odd_head(cases):
    case = cases["UD03b"]
    assert (case.title, case.revision) == ("Flytning af Sundhedsrummet til H17", "REVIDERET")
    assert (case.target_group, case.submitted_by) == ("Udsatte voksne", "Socialforvaltningen")
    assert case.departments == ()  # the boxes are lost, and KAT-002 says so
    assert lines_of(case) == [
        ("permanent", "Service", "", "Flytning af Sundhedsrummet til Halmtorvet 17", _each(*[-2300] * 4))
    ]
    assert thousands(case.stated.permanent) == _each(*[-2300] * 4)
    assert _headings(case) == [
        "Baggrund og formål", "Forslagets indhold", "Økonomi", "Implementering af forslaget", "Forslaget's effekt",
        "Risikovurdering",
    ]  # fmt: skip
    (criterion,) = case.criteria
    assert criterion.criterion == "Flytning af sundhedsrummet" and criterion.when.endswith("i 2018.")
    assert (case.risk.level, case.risk.parts) == ("middel", ())
    assert [(link.kind, link.code) for link in case.links] == [(LinkKind.ALTERNATIVE, "UD03c")]
    assert case.summary.endswith("Halmtorvet 17.")


def test_tf02(cases):
    case = cases["TF02"]
    assert case.title.endswith("målrettet borgere på krisecentre") and case.target_group == "Udsatte voksne"
    assert case.departments == ("Socialforvaltningen", "Beskæftigelses- og Integrationsforvaltningen")
    assert case.years == (2017, 2018, 2019, 2020)
    assert lines_of(case) == [
        ("permanent", "Service", "", "Helhedsorienteret koordinering af indsatser til borgere på krisecentre",
         _each(1750, 1750, 1750)),
        ("permanent", "Service", "", "Besparelse på køb af krisecenterpladser (netto)", _each(-2450, -2450, -2450)),
        ("permanent", "Overførsler", "", "Besparelse på overførsler", _each(-750, -1500, -1500)),
        ("implementation", "Service", "", "Tilrettelæggelse af indsats", {2017: 500}),
    ]  # fmt: skip
    stated = case.stated
    assert thousands(stated.permanent) == _each(-1450, -2200, -2200) and thousands(stated.implementation) == {2017: 500}
    assert thousands(stated.total) == {2017: 500, 2018: -1450, 2019: -2200, 2020: -2200}
    assert (stated.payback_service, stated.payback_total) == (2, 2)
    assert [(a.committee, a.role.value, a.control_area, a.key_pct and a.key_pct.digits, thousands(a.amounts))
            for a in case.allocations] == [
        ("Socialudvalget", "saving", "Service", None, _each(*[-2450] * 4)),
        ("Socialudvalget", "cost", "Service", None, _each(*[1750] * 4)),
        ("Beskæftigelses- og Integrationsudvalget", "saving", "Overførsler", 100, _each(-750, -1500, -1500, -1500)),
        ("Socialudvalget", "investment", "Service", 100, {2017: 500}),
    ]  # fmt: skip
    assert [(p.label, p.pool, thousands(p.amounts)) for p in case.pools] == [
        ("Tilrettelæggelse af indsats", "", {2017: 500})
    ]
    assert [(c.criterion, c.when) for c in case.criteria] == [
        ("Flere kommer i uddannelse eller arbejde", "Løbende"),
        ("Kortere opholdstider og færre købte pladser", "Løbende"),
    ]
    assert "Fordeling på udvalg" in _headings(case) and case.risk.level == "middel"
    assert (case.staff, case.unit_prices, case.service_levels, case.links) == ((),) * 4


def test_tv01b(cases):
    case = cases["TV01b"]
    assert (case.title, case.revision) == ("Omstilling af familieplejeområdet", "REVIDERET")
    assert lines_of(case) == [
        ("permanent", "Service", "Del 1", "Ny samarbejdsmodel og kvalitetsstandarder", _each(*[-1300] * 4)),
        ("permanent", "Service", "Del 2", "Tættere kontraktopfølgning", _each(*[-3100] * 4)),
        ("permanent", "Service", "Del 3", "Informationsmedarbejder", _each(*[300] * 4)),
        ("permanent", "Service", "Del 3", "Øget brug af netværkspleje", _each(*[-4100] * 4)),
        ("permanent", "Service", "Del 3", "Øget brug af traditionel familiepleje", _each(*[-3600] * 4)),
        ("permanent", "Service", "Del 3", "Øget brug af nye typer af aflastningsophold", _each(*[-1000] * 4)),
        ("implementation", "Service", "Del 1", "Del 1: Ny samarbejdsmodel og kvalitetsstandarder",
         {2017: 100, 2018: 200}),
        ("implementation", "Service", "Del 3", "Del 3: Målgruppeanalyse, rekrutteringsstrategi og -kampagne",
         {2017: 200, 2018: 500}),
    ]  # fmt: skip
    stated = case.stated
    assert thousands(stated.permanent) == _each(*[-12800] * 4)
    assert thousands(stated.implementation) == {2017: 300, 2018: 700, 2019: 0, 2020: 0, 2021: 0}
    assert thousands(stated.total) == {2017: 300, 2018: -12100, 2019: -12800, 2020: -12800, 2021: -12800}
    (staff,) = case.staff
    assert [number.plain() for number in (staff.before, staff.after, staff.change)] == ["28", "25.75", "-2.25"]
    subjects = [level.subject for level in case.service_levels]
    assert subjects == ["Center for Familiepleje"] * 4 + ["Sagsbehandler fra myndighedsenhed"] * 2
    assert (case.service_levels[5].before, case.service_levels[5].after[:13]) == ("", "Sagsbehandler")
    assert (case.risk.level, [part.level for part in case.risk.parts]) == ("middel", ["lav", "middel", "middel", "lav"])
    assert case.risk.parts[1].part.startswith("Tættere kontraktopfølgning")
    assert len(case.criteria) == 2 and case.criteria[1].when.endswith("to gange årligt")
    assert len(case.section("Forslagets indhold")) > 6000
