import pytest

from effektspor.ingest.reading import read_document
from effektspor.ingest.titles import document_title

TABLE = "\n\n1.000 kr.\t2024\nBostøtte\t1\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Strateginotat for voksenområdet", "Strateginotat for voksenområdet"),
        ("Dato: 30. oktober 2016\nSagsid: 1\nStrateginotat ramme 50.54", "Strateginotat ramme 50.54"),
        ("Overskrift\tØget effekt af opfølgning\nUdvalg\tSocialudvalget", "Øget effekt af opfølgning"),
        ("# Temadrøftelse om voksne", "Temadrøftelse om voksne"),
        ("En hel sætning er ingen titel.", "Papir 2024"),
        ("Enkeltord", "Papir 2024"),
    ],
)
def test_a_paper_is_called_what_it_calls_itself(text: str, title: str) -> None:
    assert document_title(read_document("01_papir_2024.txt", (text + TABLE).encode())) == title
