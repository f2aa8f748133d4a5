"""A business case of our own as a paper's lines and tables, and papers read with what is said of them."""

from effektspor.app.proposals_in_papers import find_proposals
from effektspor.core.audit.catalogue import audit_document
from effektspor.ingest.proposals.reading import read_cases
from tests.papers import read
from tests.unit.ingest.formats import drawn

THOUSAND_ORE = 100_000
GROUP_RELIEF = [
    "BUSINESS CASE",
    "Forslagets titel: VO07 – Aflastning i grupper",
    "Kort resumé: Aflastning gives i grupper i stedet for enkeltvis.",
    "Fremstillende forvaltning: Velfærdsforvaltningen",
    "Berørte forvaltninger:",
    drawn("""
    ☐ Økonomiforvaltningen | ☒ Velfærdsforvaltningen
    ☒ Børneforvaltningen | ☐ Teknikforvaltningen
    """),
    "Tabel 1. Forslagets samlede økonomi",
    drawn("""
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027 | 2028
    Varige ændringer | | | |
    Færre enkeltophold | Service | -900 | -1.900 | -1.900
    Gruppeleder | Service | 450 | 450 | 450
    Samlet varig ændring | | -450 | -1.450 | -1.450
    Implementeringsomkostninger | | | |
    Indretning | Anlæg | 600 | - | -
    Samlede implementeringsomkostninger | | 600 | - | -
    Samlet økonomisk påvirkning | | 150 | -1.450 | -1.450
    """),
    "Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn.",
    "# Baggrund og formål",
    "Familier har ophold hver for sig. Det samlede budget på aktiviteten Aflastning udgør 12,5 mio. kr. i 2025.",
    "# Forslagets indhold",
    "Ophold samles i grupper på fire børn.",
    "# Opfølgning",
    drawn("""
     | Hvordan måles succeskriteriet | Hvem er ansvarlig for opfølgning | Hvornår gennemføres opfølgningen
    Færre enkeltophold | Træk fra fagsystemet | Centerlederen | Hvert kvartal
    Tilfredse familier | Spørgeskema til familierne | Udviklingsteamet | En gang om året
    """),
    "# Risikovurdering",
    "Risikoen ved forslaget vurderes at være mellem.",
]


def cases_in(text):
    """Return the business cases of a text; » | « stands for the tabulator between two cells."""
    return read_cases(read(text))[0]


def only_case(text):
    (case,) = cases_in(text)
    return case


def codes_said(text):
    """Return the codes of what reading says of a text's proposals."""
    return [finding.code for finding in found_in(text).findings]


def found_in(text):
    return find_proposals(*audit_document(read(text)))


def thousands(amounts):
    """Return amounts in 1.000 kr. by year; whole, or it is not what the paper prints."""
    assert all(ore % THOUSAND_ORE == 0 for _, ore in amounts.pairs)
    return {year: ore // THOUSAND_ORE for year, ore in amounts.pairs}


def lines_of(case):
    """Return a case's lines, short: kind, control area, part, label, amounts in 1.000 kr."""
    return [(line.kind.value, line.control_area, line.part, line.label, thousands(line.amounts)) for line in case.lines]
