"""Which version of a proposal counts, where a paper has several."""

from .made import found_in

_CASE = """
    BUSINESS CASE
    Forslagets titel: {title}
    1.000 kr. 2026 p/l | Styringsområde | 2026 | 2027
    Lavere priser | Service | {amount} | {amount}
    Samlet varig ændring | | {amount} | {amount}
"""
_LISTED = """
    1.000 kr. 2026 p/l | | 2026 | 2027
    VO07b – [REVIDERET] | Indkøb | -40 | -40
    VO09 | Nattevagt | -50 | -50
"""


def _paper(*cases, listed=""):
    return listed + "".join(_CASE.format(title=title, amount=amount) for title, amount in cases)


def _counts(paper):
    found = found_in(paper)
    counted = [(each.case.code, each.case.lines[0].amounts.last_ore // 100_000, [old.code for old in each.replaced])
               for each in found.counted]  # fmt: skip
    return counted, [finding.code for finding in found.findings]


def test_a_paper_with_each_proposal_once():
    counted, _ = _counts(_paper(("VO07 – Indkøb", -30), ("VO09 – Nattevagt", -50)))
    assert counted == [("VO07", -30, []), ("VO09", -50, [])]


def test_of_one_code_the_marked_one_counts():
    counted, codes = _counts(_paper(("VO07 – [REVIDERET] – Indkøb", -40), ("VO09 – Vagt", -50), ("VO07 – Indkøb", -30)))
    assert counted == [("VO07", -40, ["VO07"]), ("VO09", -50, [])]
    assert codes.count("KAT-018") == 1


def test_a_later_letter_counts_where_the_catalogue_lists_it_alone():
    cases = (("VO07 – Indkøb", -30), ("VO07b – Indkøb igen", -40), ("VO09 – Nattevagt", -50))
    counted, codes = _counts(_paper(*cases, listed=_LISTED))
    assert counted == [("VO07b", -40, ["VO07"]), ("VO09", -50, [])]
    assert "KAT-018" in codes and "KAT-011" not in codes


def test_without_a_catalogue_both_count_and_the_overlap_is_said():
    counted, codes = _counts(_paper(("VO07 – Indkøb", -30), ("VO07b – Indkøb igen", -40)))
    assert counted == [("VO07", -30, []), ("VO07b", -40, [])]
    assert "KAT-011" in codes


def test_an_alternative_that_counts_too_is_an_overlap():
    paper = _paper(("VO07 – Indkøb", -30), ("VO09 – Vagt", -50)) + "\n    Økonomi\n\n    Et alternativ til VO07.\n"
    assert "KAT-011" in _counts(paper)[1]
