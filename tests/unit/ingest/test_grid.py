import pytest

from effektspor.core.finding import Place
from effektspor.ingest.grid import Grid, clean_text, squared


@pytest.mark.parametrize(
    "text, clean",
    [
        ("<b>I alt</b>", "I alt"),
        ("**I alt**", "I alt"),
        ("9,38\\*", "9,38*"),
        ("A &amp; B", "A & B"),
        ("a&nbsp;b", "a b"),
        ("<p>Et.</p> <p>To.</p>", "Et.\nTo."),
        ("Et<br/>to", "Et\nto"),
        ('<ul style="x"><li>a</li><li>b</li></ul>', "a\nb"),
        ("  to   ord ", "to ord"),
        ('<input type="checkbox"/> Kultur', "☐ Kultur"),
        ('<input checked="" type="checkbox"> Social', "☒ Social"),
        ('<input type="text" value="checked"/> Andet', "Andet"),
        ("5 < 6 og 7 > 2", "5 < 6 og 7 > 2"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_tags_entities_and_marks_are_taken_away(text, clean):
    assert clean_text(text) == clean


def test_rows_are_padded_to_the_widest():
    rows = squared([(Place(line=1), ["a"]), (Place(line=2), ["b", "", "c"])])
    assert [row.cells for row in rows] == [("a", "", ""), ("b", "", "c")]
    assert (Grid(rows).width, rows[1].filled, Grid(()).width) == (3, (0, 2), 0)
