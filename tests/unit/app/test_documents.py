from effektspor.app.documents import File, read_and_check

PAPER = "Papir om støtte\n\nBeløb i 1.000 kr.\t2024\t2025\nBostøtte\t100\t100\nI alt\t100\t100\n"


def _digest(text: str) -> str:
    return read_and_check(File("papir.txt", text.encode())).digest


def test_a_reading_has_title_tables_and_hash() -> None:
    reading = read_and_check(File("papir.txt", PAPER.encode()))
    assert (reading.title, len(reading.document.tables), len(reading.sha256)) == ("Papir om støtte", 1, 64)


def test_the_same_file_has_the_same_digest() -> None:
    assert _digest(PAPER) == _digest(PAPER)


def test_another_figure_has_another_digest() -> None:
    assert _digest(PAPER) != _digest(PAPER.replace("100", "101"))
