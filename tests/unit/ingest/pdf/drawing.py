"""Tables drawn as PDF by typst, in the layouts papers have, and read back."""

import json
import random
from dataclasses import dataclass, field

import typst

from effektspor.ingest.columns import read_table
from effektspor.ingest.grid import Grid
from effektspor.ingest.pdf.reading import read_pdf
from effektspor.reports.fonts import font_folder
from tests.papers import values

_SOURCE = """
#let t = json(bytes(sys.inputs.table))
#set page(
  paper: "a4", margin: 2cm,
  header: if t.running [Socialforvaltningen #h(1fr) Omprioriteringskatalog 2018],
  footer: if t.running { context align(center)[Side #counter(page).display() af #counter(page).final().first()] },
)
#set text(font: "IBM Plex Sans", size: 10pt, lang: "da", number-width: "tabular")
#for line in t.above { par(line) }
#let ruled = t.layout == "ruled"
#let band = (x, y) => if calc.odd(y) { rgb("#e8e8e8") }
#table(
  columns: t.widths.map(width => eval(width)),
  align: (x, y) => (if x == 0 { left } else { right }) + eval(t.valign),
  stroke: if ruled { 0.5pt } else { none },
  inset: if t.layout == "tight" { (x: 4pt, y: 4.25pt) } else { 5pt },
  fill: if t.layout == "banded" { band },
  table.header(repeat: t.repeat, ..t.head.flatten().map(cell => strong(cell))),
  ..if t.layout == "tight" { (table.hline(),) },
  ..t.rows.flatten(),
)
#for line in t.below { par(line) }
"""


@dataclass
class Drawn:
    """A table to draw; head and rows are lists of cell texts."""

    head: list[list[str]]
    rows: list[list[str]]
    layout: str = "unruled"
    valign: str = "top"
    widths: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    running: bool = False
    repeat: bool = True

    def __post_init__(self):
        self.widths = self.widths or ["1fr"] + ["auto"] * (len(self.head[0]) - 1)


WORDS = [
    *("Besparelse", "botilbud", "forebyggelse", "længevarende", "ophold", "Servicelovens", "sagsbehandling", "takster"),
    *(
        "socialpædagogisk",
        "borgere",
        "handicap",
        "hjemtagelse",
        "kørsel",
        "STU",
        "særlig",
        "opfølgning",
        "unge",
        "støtte",
    ),
    *("på", "og", "af", "til", "med", "Frontens", "indsatser", "område"),
]
ABOVE = ["Forslaget indebærer, at der ansættes en bandagist i 2018, og at 1,65 mio. kr. spares.", "Tabel 1. Ændringer"]
BELOW = ["Note: (-) er mindreudgift.", "Forslaget forudsætter, at der er 1,65 mio. kr. at spare i 2018."]


def random_table(seed, layout):
    """Return a table with labels of one to twelve words and two to six years of figures, some empty."""
    pick = random.Random(seed)
    years, first = pick.randint(2, 6), pick.randint(2016, 2024)
    rows = [[_label(pick), *_figures(pick, years)] for _ in range(pick.choice([3, 8, 20, 45]))]
    head = ["1.000 kr. 2018 p/l", *(str(first + at) for at in range(years))]
    return Drawn(
        head=[head],
        rows=rows,
        layout=layout,
        valign=pick.choice(["top", "horizon", "bottom"]),
        widths=[pick.choice(["1fr", "5cm"]), *[pick.choice(["auto", "1.7cm"])] * years],
        above=ABOVE,
        below=BELOW,
        running=pick.random() < 0.7,
        repeat=pick.random() < 0.7,
    )


def _label(pick):
    words = " ".join(pick.choice(WORDS) for _ in range(pick.randint(1, 12)))
    return words[0].upper() + words[1:]


def _figures(pick, years):
    figures = [_figure(pick) for _ in range(years)]
    return figures if any(as_read(figure) for figure in figures) else ["1", *figures[1:]]


def _figure(pick):
    if pick.random() < 0.12:
        return pick.choice(["", "-"])
    number = pick.randint(0, 10 ** pick.choice([1, 3, 5]))
    sign = pick.choice(["", "", "-", "−"]) if number else ""
    return sign + f"{number:,}".replace(",", ".")


def as_read(figure):
    return figure.replace("−", "-").replace(".", "") if figure.strip("-") else None


def pdf_of(source, **inputs):
    return typst.compile(source.encode(), font_paths=[font_folder()], ignore_system_fonts=True, sys_inputs=inputs)


def draw(table):
    return pdf_of(_SOURCE, table=json.dumps(vars(table), ensure_ascii=False))


def tables_in(data):
    grids = [block for block in read_pdf("papir.pdf", data) if isinstance(block, Grid)]
    return [table for grid in grids if (table := read_table(grid, "t1"))]


def read_back(table):
    (read,) = tables_in(draw(table))
    return read


def shown(table):
    """Return the rows of a table, short: label, then the figures."""
    return [(row.label, *values(row)) for row in table.rows]
