"""Made papers of the benchmark: what is read of clean ones adds up, in every format alike."""

import pytest
from benchmarks.audit.papers import make_paper
from benchmarks.audit.writers.formats import suffix, writer

from effektspor.core.audit.catalogue import audit_document
from effektspor.ingest.plan_papers.reading import read_plan_papers
from effektspor.ingest.reading import read_document

SEEDS = range(60)
KINDS = {seed: make_paper(seed).kind for seed in SEEDS}
FOLLOW_UPS = [seed for seed, kind in KINDS.items() if kind == "follow_up"]


def papers_of(seed, name="txt"):
    document = read_document(f"papir{suffix(name)}", writer(name)(make_paper(seed)))
    return read_plan_papers(audit_document(document)[0])


def sums_of(papers):
    for outlook in papers.outlooks:
        yield from (outlook.corrected, outlook.expected, outlook.difference, outlook.measures)
        yield from (outlook.estimated_budget, outlook.budget_difference)
    for account in papers.effect_accounts:
        yield from (account.realised_sum, account.accumulated)
    for adopted in papers.adopted:
        yield from (adopted.adopted, *((adopted.realised,) if adopted.realised else ()))
    for flow in papers.flows:
        yield from flow.places


def test_every_sum_of_a_clean_paper_agrees():
    sums = {seed: list(sums_of(papers_of(seed))) for seed in SEEDS}
    wrong = {seed: each for seed, found in sums.items() for each in found if not each.agrees}
    assert not wrong and sum(map(len, sums.values())) > len(SEEDS)


def test_every_action_plan_is_one_and_proposals_are_none():
    plans = [seed for seed, kind in KINDS.items() if kind == "action_plan"]
    proposals = [seed for seed, kind in KINDS.items() if kind in ("business_case", "catalogue")]
    assert plans and all(papers_of(seed).plan for seed in plans)
    assert proposals and not any(papers_of(seed) for seed in proposals)


@pytest.mark.parametrize("name", ["estimates", "flows", "outlooks", "effect_accounts", "adopted"])
def test_each_kind_is_found(name):
    assert any(getattr(papers_of(seed), name) for seed in SEEDS)


@pytest.mark.parametrize("name", ["docx", "xlsx"])
@pytest.mark.parametrize("seed", FOLLOW_UPS[:4])
def test_estimates_and_flows_are_the_same_in_every_format(seed, name):
    text, other = papers_of(seed), papers_of(seed, name)
    assert [each.rounds for each in other.estimates] == [each.rounds for each in text.estimates]
    assert [each.places for each in other.flows] == [each.places for each in text.flows]
