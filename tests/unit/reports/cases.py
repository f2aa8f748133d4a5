"""Two real cases and a budget's form as values: figures, names and layout as printed, the prose our own."""

from datetime import date

from effektspor.core.number import parse_number
from effektspor.core.proposals.budget_proposal import BudgetChangeKind, BudgetChangeLine, BudgetProposal
from effektspor.core.proposals.business_case import BusinessCase, StatedCase
from effektspor.core.proposals.catalogue import Catalogue, CatalogueGroup, CatalogueRow, RowPurpose
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.details import (
    Allocation,
    AllocationRole,
    Criterion,
    Link,
    LinkKind,
    PartRisk,
    PoolLine,
    Risk,
    ServiceLevel,
    StaffChange,
    TextSection,
    UnitPrice,
)
from effektspor.core.year_amounts import YearAmounts

PRINTED_ON = date(2017, 5, 4)
DEPARTMENTS = (
    "Økonomiforvaltningen", "Kultur- og Fritidsforvaltningen", "Børne- og Ungdomsforvaltningen",
    "Sundheds- og Omsorgsforvaltningen", "Socialforvaltningen", "Teknik- og Miljøforvaltningen",
    "Beskæftigelses- og Integrationsforvaltningen",
)  # fmt: skip
_PERMANENT, _COST = LineKind.PERMANENT, LineKind.IMPLEMENTATION
_JOB = "Beskæftigelses- og Integrationsudvalget"
_LineRow = tuple[str, str, tuple[int, ...]]


def thousands(first_year: int, *amounts: int | None) -> YearAmounts:
    """Return amounts in 1.000 kr. from a year on."""
    ore = {year: None if a is None else a * 100_000 for year, a in enumerate(amounts, start=first_year)}
    return YearAmounts.of(ore)


def line(label: str, kind: LineKind, area: str, *amounts: int | None, start: int = 2018, part: str = "") -> ChangeLine:
    return ChangeLine(label, kind, thousands(start, *amounts), area, part)


def lines_of(kind: LineKind, rows: tuple[_LineRow, ...], start: int = 2018) -> tuple[ChangeLine, ...]:
    return tuple(line(label, kind, area, *amounts, start=start) for label, area, amounts in rows)


def case_tf03() -> BusinessCase:
    """The proposal with long labels, four control areas, a payback of 28 and 6 years, and shares of committees."""
    return BusinessCase(
        code="TF03",
        title="Investeringsforslag – helhedsorienteret indsats for de unge",
        target_group="Udsatte voksne",
        price_level="2018",
        years=(2018, 2019, 2020, 2021),
        summary="En fælles indsats på tværs af fire forvaltninger skal få flere unge i uddannelse eller job.",
        submitted_by="Beskæftigelses- og Integrationsforvaltningen",
        departments=(DEPARTMENTS[4], DEPARTMENTS[2], DEPARTMENTS[6], DEPARTMENTS[3]),
        sections=(
            TextSection("Baggrund og formål", "Mange unge har sager flere steder i kommunen på samme tid."),
            TextSection("Forslagets indhold", "To dele:\n- En fælles funktion i jobcentret\n- En opsøgende indsats"),
            TextSection("Økonomi", "Gevinsten er regnet for 38 unge, der går i uddannelse eller job."),
            TextSection("Implementering af forslaget", "Indsatsen er i gang efter tre måneder."),
            TextSection("Forslagets effekt", "Færre unge lever af offentlige ydelser."),
        ),
        lines=_lines_tf03(),
        allocations=_allocations(),
        pools=(
            PoolLine(
                "Socialforvaltningen, 4 årsværk, socialrådgivere, heraf 2 opsøgende",
                thousands(2018, 2100, 2100, 2100, 0),
            ),
            PoolLine("Serviceomkostninger til lejemål", thousands(2018, 500, 500, 500, 0)),
            PoolLine("Indretning af location mv.", thousands(2018, 500, 0, 0, 0), "Anlæg"),
        ),
        criteria=(
            Criterion(
                "Flere udsatte unge kommer i uddannelse eller job",
                "Andelen af de unge, der går fra ydelse til uddannelse eller job, stiger",
                _JOB,
                "Hvert andet år",
            ),
        ),
        risk=Risk("middel", text="Målgruppen er bredt sammensat og har brug for støtte længe."),
        links=(Link(LinkKind.LINKED, "TF02", "samme målgruppe"),),
        stated=StatedCase(payback_service=28, payback_total=6),
    )


def _lines_tf03() -> tuple[ChangeLine, ...]:
    phased = "(I alt 38 borgere, indfasning: 8 borgere i 2017 og yderligere 15 borgere i hhv. 2018 og 2019)"
    treated = "misbrugsbehandling, herberger, støtte-kontaktpersoner mv. i Socialforvaltningen"
    young = (
        f"{_JOB}, 5,2 årsværk, hhv. 1 medarbejder fra Ydelsesservice (forsørgelsesspørgsmål), "
        "3 beskæftigelseskonsulenter, heraf 2 med særligt fokus på unge, der er ved at fylde 18 år samt "
        "5 sundhedsguides (lægestuderende) til at bistå med afklaringen af de unge"
    )
    savings: tuple[_LineRow, ...] = (
        (f"Færre udgifter til forsørgelse i {_JOB} {phased}", "Overførsler", (-500, -1400, -2400, -2400)),
        ("Færre udgifter til enkeltydelser i Socialforvaltningen", "Overførsler", (-200, -700, -1200, -1200)),
        (f"Færre udgifter til aktivering i {_JOB} {phased}", "Indsats", (-200, -700, -1200, -1200)),
        (f"Færre udgifter til {treated}", "Service", (-200, -700, -1200, -1200)),
    )
    costs: tuple[_LineRow, ...] = (
        ("Indretning af location mv.", "Anlæg", (500, 0, 0, 0)),
        (young, "Service", (2700, 2700, 2700, 0)),
        ("Børne- og Ungdomsforvaltningen, 1 årsværk, uddannelsesvejleder", "Service", (500, 500, 500, 0)),
        ("Sundheds- og Omsorgsforvaltningen, 2 årsværk, psykolog mv.", "Service", (1300, 1300, 1300, 0)),
        ("Socialforvaltningen, 4 årsværk, socialrådgivere, heraf 2 opsøgende", "Service", (2100, 2100, 2100, 0)),
        ("Serviceomkostninger til lejemål", "Service", (500, 500, 500, 0)),
        ("Fælles kompetenceudviklingsforløb", "Service", (200, 100, 0, 0)),
    )
    return (*lines_of(_PERMANENT, savings), *lines_of(_COST, costs))


def _allocations() -> tuple[Allocation, ...]:
    saving, investment = AllocationRole.SAVING, AllocationRole.INVESTMENT
    rows = (
        ("Socialudvalget", saving, "Service", "100", (-200, -700, -1200, -1200)),
        (_JOB, saving, "Indsats", "100", (-200, -700, -1200, -1200)),
        ("Socialudvalget", saving, "Overførsler", "33", (-200, -700, -1200, -1200)),
        (_JOB, saving, "Overførsler", "67", (-500, -1400, -2400, -2400)),
        (_JOB, investment, "Anlæg", "100", (500, 0, 0, 0)),
        ("Børne- og Ungdomsudvalget", investment, "Service", "7", (500, 500, 500, 0)),
        ("Sundheds- og Omsorgsudvalget", investment, "Service", "18", (1300, 1300, 1300, 0)),
        ("Socialudvalget", investment, "Service", "29", (2100, 2100, 2100, 0)),
        (_JOB, investment, "Service", "46", (3400, 3300, 3200, 0)),
    )
    return tuple(
        Allocation(who, role, area, parse_number(key), thousands(2018, *a)) for who, role, area, key, a in rows
    )


def case_tv01b() -> BusinessCase:
    """The proposal in three parts, with an investment the year before, staff, service levels and a risk per part."""
    return BusinessCase(
        code="TV01b",
        title="Omstilling af familieplejeområdet",
        target_group="Tværgående forslag",
        revision="REVIDERET",
        price_level="2018",
        years=(2017, 2018, 2019, 2020, 2021),
        summary="Området omstilles, så flere børn og unge kan bo i familie- og netværkspleje.",
        submitted_by="Socialforvaltningen",
        departments=("Socialforvaltningen",),
        sections=(
            TextSection("Baggrund og formål", "De fleste anbragte børn bor i pleje."),
            TextSection("Forslagets indhold", "Forslaget har tre dele, som kan besluttes hver for sig."),
            TextSection("Økonomi", "De tre dele sparer samlet 12,8 mio. kr. om året fra 2018."),
        ),
        lines=_lines_tv01b(),
        unit_prices=(
            UnitPrice(
                "Anbragte i familiepleje",
                parse_number("310"),
                parse_number("652"),
                parse_number("320"),
                parse_number("642,3"),
            ),
        ),
        staff=(
            StaffChange("Familieplejekonsulenter", parse_number("28"), parse_number("25,75"), parse_number("-2,25")),
        ),
        service_levels=(
            ServiceLevel("Center for Familiepleje", "Tre besøg om året i hjemmet", "Mindst to besøg om året i hjemmet"),
            ServiceLevel("Sagsbehandler", "To tilsyn om året", "To tilsyn om året og opfølgning hver 8. uge"),
        ),
        criteria=(
            Criterion(
                "Flere børn og unge bor i netværks- og familiepleje",
                "Træk fra fagsystemet",
                "Borgercentrene",
                "Hvert kvartal",
            ),
            Criterion(
                "Flere plejefamilier", "Områdets egen database", "Center for Familiepleje", "To gange om året fra 2018"
            ),
        ),
        risk=Risk(
            "mellem",
            (
                PartRisk("Samarbejdsmodel", "lav"),
                PartRisk("Kontraktopfølgning", "mellem"),
                PartRisk("Rekruttering", "mellem"),
            ),
        ),
    )


def _lines_tv01b() -> tuple[ChangeLine, ...]:
    permanent = (
        ("Del 1", "Ny samarbejdsmodel og kvalitetsstandarder", -1300),
        ("Del 2", "Tættere kontraktopfølgning", -3100),
        ("Del 3", "Informationsmedarbejder", 300),
        ("Del 3", "Øget brug af netværkspleje", -4100),
        ("Del 3", "Øget brug af traditionel familiepleje", -3600),
        ("Del 3", "Øget brug af nye typer af aflastningsophold", -1000),
    )
    costs = (
        ("Del 1", "Ny samarbejdsmodel og kvalitetsstandarder", (100, 200)),
        ("Del 3", "Målgruppeanalyse, rekrutteringsstrategi og -kampagne", (200, 500)),
    )
    return (
        *(line(label, _PERMANENT, "Service", *(yearly,) * 4, part=part) for part, label, yearly in permanent),
        *(line(label, _COST, "Service", *amounts, start=2017, part=part) for part, label, amounts in costs),
    )


def budget_004() -> BudgetProposal:
    """The form of seed 004: a saving and an expansion of the frame for adults."""
    return BudgetProposal(
        title="Øget effekt af styrket opfølgning og indkøbsaftaler på det specialiserede voksenområde",
        committee="Socialudvalget",
        proposer="Administrationen",
        spending_type="Serviceudgifter",
        price_level="2023",
        years=(2023, 2024, 2025, 2026),
        current_budget=thousands(2023, 366676, 366671, 366671, 366680),
        changes=(
            BudgetChangeLine(BudgetChangeKind.EFFICIENCY, thousands(2023, -7300, -9000, -9000, -9000)),
            BudgetChangeLine(BudgetChangeKind.EXPANSION, thousands(2023, 250, 175, 175, 175)),
        ),
        sections=(
            TextSection(
                "Resumé",
                "Tættere opfølgning hjælper flere til egen bolig.",
            ),
            TextSection(
                "Status", "Opfølgningen har virket siden 2020.\n- den er grundig\n- den er samstemt med børneområdet"
            ),
            TextSection("Ændringsforslag", "Måltallet for opfølgningen hæves med 7,3 mio. kr."),
            TextSection("Konsekvens", "Flere klarer sig selv."),
            TextSection("Investeringsbehov", "Der sættes penge af til kompetencer og transport."),
        ),
        related=("ØU01 Indkøb og udbud", "Status på den styrkede opfølgning"),
        stated_net=None,
    )


def catalogue_2018() -> Catalogue:
    """Three of the groups of the catalogue of 2018, with investments and a row that is not service."""
    years, net, invest, other = 2017, RowPurpose.NET, RowPurpose.INVESTMENT, RowPurpose.OTHER

    def row(
        code: str, title: str, *amounts: int | None, purpose: RowPurpose = net, area: str = "Service", label: str = ""
    ) -> CatalogueRow:
        return CatalogueRow(code, title, thousands(years, *amounts), label, purpose, area)

    young = "Investeringsforslag: Helhedsorienteret indsats for de unge (SOF-andel)"
    return Catalogue(
        "Bilag 1a: Omprioriteringskatalog for budget 2018",
        (
            CatalogueGroup(
                "Borgere med handicap",
                (
                    row("HA02", "Helhedsorienteret sagsbehandling af protesesager", 0, -1200, -1200, -1200, -1200),
                    row("HA04", "Mestringsstøtte og tilpasning af aflastningsindsatser", 0, -1900, -4500, -4500, -4500),
                    row(
                        "HA07b",
                        "Tilpasning af serviceniveau på bo- og dagtilbud til borgere med handicap",
                        0,
                        *(-15200,) * 4,
                        label="REVIDERET",
                    ),
                ),
            ),
            CatalogueGroup(
                "Udsatte voksne",
                (
                    row("UD03b", "Flytning af Sundhedsrummet til H17", 0, *(-2300,) * 4, label="REVIDERET"),
                    row("TF03", young, None, -200, -700, -1200, -1200),
                    row("TF03", young, None, -200, -700, -1200, -1200, purpose=other, area="Overførsler"),
                    row("TF03", young, None, 2100, 2100, 2100, 0, purpose=invest),
                ),
            ),
            CatalogueGroup(
                "Tværgående forslag",
                (
                    row(
                        "TV01b",
                        "Omstilling af familieplejeområdet",
                        300,
                        700,
                        0,
                        0,
                        0,
                        purpose=invest,
                        label="REVIDERET",
                    ),
                    row(
                        "TV03b", "Administrativ besparelse i de centrale kontorer", 0, *(-3500,) * 4, label="REVIDERET"
                    ),
                ),
            ),
        ),
    )
