"""The clean proposals with one thing wrong: the check whose matter it is speaks, and no other does."""

import pytest

from tests.papers import findings_of
from tests.unit.core.audit.test_clean_proposals import CLEAN

FAULTS = [
    ("rammebesparelse", "ca. 1,1 pct. af rammen", "ca. 2,1 pct. af rammen", "FOR-002"),
    ("rammebesparelse", "på 212,4 mio. kr.", "på 21,2 mio. kr.", "FOR-002"),
    ("rammebesparelse", "Der er halvårseffekt i 2025", "Der er halvårseffekt i 2026", "FOR-006"),
    ("rammebesparelse", "årsværkspris på 560.000 kr.", "årsværkspris på 460.000 kr.", "FOR-004"),
    ("brutto, netto", "efter ca. 4 år", "efter ca. 9 år", "FOR-001"),
    ("brutto, netto", "Nettogevinsten er 1,3 mio.", "Nettogevinsten er 1,6 mio.", "FOR-008"),
    ("brutto, netto", "driften | -0,1 | -1,3 | -1,3 | -1,3", "driften | -0,4 | -1,6 | -1,6 | -1,6", "FOR-008"),
    ("pladser og takster", "fuld effekt fra 2027", "halv effekt i 2027 og fuld effekt fra 2026", "FOR-006"),
    ("nøgler med decimaler", "| 16,7 %", "| 17,6 %", "FOR-005"),
    ("nøgler med decimaler", "| 58,3 %", "| 53,8 %", "FOR-005"),
    ("indfasning over", "fuldt indfaset fra 2025", "fuldt indfaset fra 2024", "FOR-006"),
    ("indfasning over", "1,2 mio. kr. i 2024", "2,1 mio. kr. i 2024", "FOR-006"),
    ("indfasning over", "Terapeuter (2 fuldtidsstillinger)", "Terapeuter (3 fuldtidsstillinger)", "FOR-004"),
    ("katalog i løbende", "| Mindre kørsel | -412 | -412", "| Mindre kørsel | -400 | -400", "FOR-007"),
    ("tekst brudt", "budgettet på 1,2 pct.", "budgettet på 2,2 pct.", "FOR-002"),
    ("aldrig tilbagebetalt", "| Aldrig |", "| 4 år |", "FOR-001"),
    ("aldrig tilbagebetalt", "| 2 år |", "| 5 år |", "FOR-001"),
    ("besparelser med plus", "| 3 år |", "| 7 år |", "FOR-001"),
    ("styringsområder", "Varige ændringer i alt, service", "Varige ændringer i alt, overførsler", "FOR-010"),
    ("andelen er af", "udgør 1,9 pct. af", "udgør 0,9 pct. af", "FOR-002"),
    ("katalog med grupper", "kataloget | -3,0 | -5,4 | -5,4", "kataloget | -3,0 | -5,4 | -4,5", "TAB-016"),
    ("andres tilbagebetalingstid", "tilbage i\n2032", "tilbage i\n2029", "FOR-001"),
    ("andres tilbagebetalingstid", "4.200 / 700 = 6 år", "4.200 / 700 = 4 år", "FOR-001"),
    ("tilbagebetalingstid i samme celle", "(år): 2 |", "(år): 6 |", "FOR-001"),
    ("tilbagebetalingstid i samme celle", "i løbet af 2029", "i løbet af 2027", "FOR-001"),
    ("merudgift med investering", "| Aldrig |", "| 7 år |", "FOR-001"),
    ("antal gange pris i tekst", "14 pladser à 347.000", "12 pladser à 347.000", "FOR-003"),
    ("løn i tekst", "nedlægges 4 lederstillinger", "nedlægges 5 lederstillinger", "FOR-004"),
    ("personaletabel", "| 487 | 1.705", "| 478 | 1.705", "FOR-004"),
    ("personaletabel", "412,50 | 516", "412,50 | 561", "FOR-003"),
    ("halvårsvirkning, hvor", "der er halvårsvirkning i 2027", "der er 9 måneders virkning i 2027", "FOR-006"),
    ("indfasning i procent og", "75 pct. i 2026", "50 pct. i 2026", "FOR-006"),
    ("andele i sætninger", "eller 2,5 procent", "eller 3,5 procent", "FOR-002"),
    ("andele i sætninger", "svarende til 2,5 pct.", "svarende til 1,5 pct.", "FOR-002"),
    ("andele i sætninger", "besparelse på 2 pct.", "besparelse på 4 pct.", "FOR-002"),
    ("nøgle i teksten", "75 pct. til Socialforvaltningen og 25", "95 pct. til Socialforvaltningen og 5", "FOR-005"),
    ("flere prisniveauer", "Tilsyn, 2027-pl", "Tilsyn, 2025-pl", "FOR-007"),
    ("år som rækker", "120 | -330", "120 | -570", "TAB-004"),
]


@pytest.mark.parametrize("name, old, new, code", FAULTS, ids=[f"{name}: {new}" for name, _, new, _ in FAULTS])
def test_the_fault_is_told_by_its_own_check(name, old, new, code):
    (paper,) = [case["paper"] for case in CLEAN if case["name"].startswith(name)]
    assert old in paper
    told = [found.code for found in findings_of(paper.replace(old, new)) if found.verdict != "note"]
    assert told == [code]
