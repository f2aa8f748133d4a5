"""Whatever a paper holds, reading its proposals ends in time, and what it gives can be printed."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektspor.app.proposals_in_papers import find_proposals
from effektspor.cli.catalogue_json import catalogue_as_json
from effektspor.cli.catalogue_text import catalogue_as_text
from effektspor.core.audit.catalogue import audit_document
from effektspor.ingest.reading import read_document
from tests.papers import DEMO

LINES = (DEMO / "002_omprioriteringskatalog_2018.txt").read_text(encoding="utf-8").split("\n")


def read_and_print(lines):
    document, findings = audit_document(read_document("a.txt", ("\n".join(lines) or "\n.").encode()))
    found = find_proposals(document, findings)
    text = catalogue_as_text("a.txt", found, findings, 3)
    assert catalogue_as_json(found, findings, 3).endswith("}\n") and text.startswith("a.txt: ")
    return found


# Each example is a paper of some pages.
@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_lines_of_a_catalogue_in_any_order(seed):
    rng = random.Random(seed)
    read_and_print(["Tekst", *rng.sample(LINES, k=120)])


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_a_catalogue_with_holes(seed):
    rng = random.Random(seed)
    start = rng.randrange(len(LINES) - 300)
    kept = [line for line in LINES[start : start + 300] if rng.random() < 0.85]
    read_and_print(["Tekst", *(line.replace("\t", " ") if rng.random() < 0.1 else line for line in kept)])


@given(st.lists(st.text(st.sampled_from("\t -123.,%[]()abÅ:·–HA02☒\n"), max_size=60), max_size=40))
def test_any_characters(lines):
    read_and_print(["Forslagets titel: HA02 – Prøve", *lines])


@pytest.mark.parametrize("unit", ["BUSINESS CASE\nForslagets titel: HA{n} – Prøve\n", "- budget til ", "Lav – lav ",
                                  "(" * 10, "HA{n}\t1\t2\n", "Besparelse: [", "1. "])  # fmt: skip
def test_long_papers_do_not_take_long(unit):
    text = "Forslagets titel: HA02 – Prøve\n" + "".join(unit.format(n=n % 90 + 10) for n in range(60_000))[:150_000]
    document = read_document("a.txt", text.encode())
    started = time.process_time()
    find_proposals(document, ())
    # A second on a quiet machine; other tests may run beside this one.
    assert time.process_time() - started < 5
