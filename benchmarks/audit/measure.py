"""Writes docs/kontrolmaaling.md anew: `python -m benchmarks.audit.measure --seeds A-B --other-seeds A-C`.

The page is never written by hand: what stands in it is what was measured, with how to measure it again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.audit.score.__main__ import run, seed_range
from benchmarks.audit.score.report import render
from benchmarks.audit.score.tally import add_up
from benchmarks.audit.timing import pdf_seconds, text_seconds

_PAGE = Path(__file__).parents[2] / "docs" / "kontrolmaaling.md"
_OTHERS = ("html", "docx", "xlsx", "pdf")
_HEAD = """# Hvor godt finder kontrollerne fejl?

Målt på papirer, som en generator har lavet (`benchmarks/audit`): rene papirer, og de samme med én plantet fejl af en \
kendt slags. Generatoren kender ikke kontrollerne, og frøene her er ikke brugt, mens kontrollerne blev bygget. Rigtige \
papirer er mere brogede end generatorens, så tallene er en øvre grænse.

- *rows read*: rækker, hvis tal alle er læst rigtigt. Målet er 97 pct.
- *error, clean* og *ask / 20 papers*: falske alarmer på rene papirer. Målet er 0 og højst 1.
- *found*: en Fejl eller Afklares, der peger på et sted, hvor fejlen kan ses. Målet er 95 pct. for de seks første \
slags (*main*). `footnote` og `numbering` meldes som Til orientering, og det tælles ikke her.

Siden er skrevet af `PYTHONPATH=.:src .venv/bin/python -m benchmarks.audit.measure --seeds {seeds} \
--other-seeds {other}`.
"""


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit.measure", description=__doc__)
    parser.add_argument("--seeds", required=True, help="first-last of the papers as text")
    parser.add_argument("--other-seeds", required=True, help="first-last of the papers in the other formats")
    options = parser.parse_args()
    parts = (
        _HEAD.format(seeds=options.seeds, other=options.other_seeds),
        f"## Tekst, frø {options.seeds}\n\n{_scored(options.seeds, ('txt',))}\n",
        f"## HTML, Word, Excel og PDF, frø {options.other_seeds}\n\n{_scored(options.other_seeds, _OTHERS)}\n",
        _timed(),
    )
    _PAGE.write_text("\n".join(parts), encoding="utf-8")


def _scored(seeds: str, formats: tuple[str, ...]) -> str:
    return render(add_up(run(seed_range(seeds), formats)))


def _timed() -> str:
    size, text = text_seconds()
    pages, pdf = pdf_seconds()
    figures = [(f"tekst, {size // 1000} KB", text), (f"PDF, {pages} sider", pdf)]
    rows = "".join(f"| {paper} | {seconds:.1f} |\n".replace(".", ",") for paper, seconds in figures)
    said = "Median af fem, læst og kontrolleret i én proces. Målet er under 1 og under 20 sekunder."
    return f"## Tid\n\n{said}\n\n| papir | sekunder |\n|---|---:|\n{rows}"


if __name__ == "__main__":
    main()
