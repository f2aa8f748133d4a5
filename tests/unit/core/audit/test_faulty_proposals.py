"""The clean proposals with one thing wrong: the check whose matter it is speaks, and no other FOR does."""

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
]


@pytest.mark.parametrize("name, old, new, code", FAULTS, ids=[f"{name}: {new}" for name, _, new, _ in FAULTS])
def test_the_fault_is_told_by_its_own_check(name, old, new, code):
    (paper,) = [case["paper"] for case in CLEAN if case["name"].startswith(name)]
    assert old in paper
    told = [found.code for found in findings_of(paper.replace(old, new)) if found.code.startswith("FOR")]
    assert told == [code]
