import pytest

from effektspor.core.finding import Finding, Place, Verdict


def test_what_a_user_reads():
    found = Finding(code="TAB-003", verdict=Verdict.ERROR, place=Place(line=117), message="Forkert.", remedy="Ret.")
    assert (found.verdict.danish, found.place.danish(), found.message) == ("Fejl", "linje 117", "Forkert.")


def test_a_cpr_number_is_not_repeated():
    found = Finding(
        "X-1", Verdict.NOTE, Place(), "»010190-1234« er intet tal.", "Slet 0101901234.", columns=("010190-1234",)
    )
    assert (found.message, found.remedy, found.columns) == ("»[cpr]« er intet tal.", "Slet [cpr].", ("[cpr]",))


@pytest.mark.parametrize(
    "place, danish",
    [
        (Place(line=117), "linje 117"),
        (Place(page=3, line=12), "side 3, linje 12"),
        (Place(sheet="Ark1", cell="B4"), "Ark1, B4"),
        (Place(paragraph=31, table=2, row=4), "afsnit 31, tabel 2, række 4"),
        (Place(), ""),
    ],
)
def test_a_place_is_told_as_the_user_sees_it(place, danish):
    assert place.danish() == danish


def test_a_place_prints_only_what_is_known():
    assert Place(path="a.txt", line=3).as_json() == {"line": 3, "path": "a.txt"}


@pytest.mark.parametrize("verdict, danish", [("error", "Fejl"), ("ask", "Afklares"), ("note", "Til orientering")])
def test_every_verdict_has_a_danish_word(verdict, danish):
    assert Verdict(verdict).danish == danish
