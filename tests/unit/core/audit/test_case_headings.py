"""Where proposals begin: the headings of many templates, and lines that look like them and are none."""

import pytest

from effektspor.core.audit.cases import all_cases_of
from effektspor.core.audit.codes import compared_code
from tests.papers import read

TABLE = """
1.000 kr. (2027-priser) | Styringsområde | 2027 | 2028
Varige ændringer | | |
Færre vagter | Service | -300 | -300
Samlet varig ændring | | -300 | -300
"""
OVERVIEW = """
Sparepakke
Nr. | Forslag | 2027 | 2028
{first} | Kortere ophold på midlertidige tilbud | -300 | -300
{second} | Færre ture med bus | -300 | -300
I alt | | -600 | -600

"""
TITLES = ("Kortere ophold på midlertidige tilbud", "Færre ture med bus")


def begun(text):
    """Return the proposals of a text that have a table: their codes and titles."""
    return [(case.code, case.title) for case in all_cases_of(read(text)) if case.title is not None and case.tables]


@pytest.mark.parametrize(
    "heading, code, title",
    [
        ("Effektiviseringsforslag K-12: Nattevagt på tværs", "K12", "Nattevagt på tværs"),
        ("Forslag nr. 4A: Nattevagt på tværs", "4A", "Nattevagt på tværs"),
        ("Forslag nr. 15 Nattevagt på tværs", "15", "Nattevagt på tværs"),
        ("Forslag VÆ 3 Nattevagt på tværs", "VÆ3", "Nattevagt på tværs"),
        ("Businesscase AN-4: Nattevagt på tværs", "AN4", "Nattevagt på tværs"),
        ("Business case 4 – Nattevagt på tværs", "4", "Nattevagt på tværs"),
        ("Budgetreduktion 07 - Nattevagt på tværs", "07", "Nattevagt på tværs"),
        ("Besparelsesforslag S3: Nattevagt på tværs", "S3", "Nattevagt på tværs"),
        ("Reduktion S3: Nattevagt på tværs", "S3", "Nattevagt på tværs"),
        ("Omprioriteringsforslag 2027-03: Nattevagt på tværs", "2027-03", "Nattevagt på tværs"),
        ("Forslag 2027-03 Nattevagt på tværs", "2027-03", "Nattevagt på tværs"),
        ("Forslag 2.1. Nattevagt på tværs", "2.1", "Nattevagt på tværs"),
        ("## N1 Nattevagt på tværs", "N1", "Nattevagt på tværs"),
        ("Businesscase\n\nNr. | SØ-5\nTitel | Nattevagt på tværs", "SØ5", "Nattevagt på tværs"),
        ("Kode: SØ-5\n\nTitel: Nattevagt på tværs", "SØ5", "Nattevagt på tværs"),
        ("# Forslag nr. 4\n\nOverskrift | Nattevagt på tværs", "4", "Nattevagt på tværs"),
        ("Businesscase\n\nForslagets nr. og titel | SØ-5 Nattevagt på tværs", "SØ5", "SØ-5 Nattevagt på tværs"),
        ("Forslagets titel: 07 – Nattevagt på tværs", "07", "07 – Nattevagt på tværs"),
        ("Forslagets titel: 2027-04 – Nattevagt på tværs", "2027-04", "2027-04 – Nattevagt på tværs"),
    ],
)
def test_a_heading_begins_a_proposal(heading, code, title):
    assert begun(f"{heading}\n{TABLE}") == [(code, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Forslag nr. 15 medfører færre vagter",
        "Forslag 12 borgere får et nyt tilbud",
        "Forslag K-12 er trukket.",
        "Besparelse 1: Færre vagter",
        "Delforslag 1: Færre vagter",
        "Case 1: Anna, 34 år",
        "Effektiviseringsforslag 2027-2030: Oversigt",
        "Budgetreduktion 2027 - samlet oversigt",
        "Nr. 4",
        "# B1 Udvikling i antal borgere\n\n | 2026 | 2027\nBorgere | 30 | 40\nPladser | 3 | 4\n",
    ],
)
def test_a_line_that_only_looks_like_a_heading_begins_none(line):
    assert begun(f"{line}\n{TABLE}") == []


@pytest.mark.parametrize("first, second", [("1", "2"), ("N1", "N2"), ("N-01", "N-02"), ("2027-01", "2027-02"),
                                           ("4A", "4B"), ("2.1", "2.2")])  # fmt: skip
@pytest.mark.parametrize(
    "heading",
    ["{code} {title}", "{code}. {title}", "{code}: {title}", "Bilag {code}: {title}", "Forslag {code} {title}"],
)
def test_the_overview_tells_what_a_heading_is(first, second, heading):
    told = [heading.format(code=code, title=title) for code, title in zip((first, second), TITLES, strict=True)]
    paper = OVERVIEW.format(first=first, second=second) + "\n".join(f"{line}\n{TABLE}" for line in told)
    codes = [compared_code(code) for code in (first, second)]
    assert begun(paper) == list(zip(codes, TITLES, strict=True))


def test_a_listed_title_alone_begins_its_proposal_and_a_list_of_titles_none():
    told = "\n".join(f"{title}\n{TABLE}" for title in TITLES)
    paper = OVERVIEW.format(first="N1", second="N2")
    assert begun(paper + told) == [("N1", TITLES[0]), ("N2", TITLES[1])]
    assert begun(f"{paper}\nIndhold\n\n{TITLES[0]}\n{TITLES[1]}\n{TABLE}") == []


def test_a_title_gets_the_code_that_the_overview_lists_it_under():
    told = "\n".join(f"Forslagets titel: {title}\n{TABLE}" for title in TITLES)
    assert [code for code, _ in begun(OVERVIEW.format(first="N1", second="N2") + told)] == ["N1", "N2"]


def test_a_contents_list_is_no_proposals():
    lines = [f"Forslag nr. {number}: {title}" for number, title in zip((1, 2), TITLES, strict=True)]
    paper = "Indhold\n\n" + "\n".join(lines) + "\n" + TABLE + "\n".join(f"{line}\n{TABLE}" for line in lines)
    assert begun(paper) == [("1", TITLES[0]), ("2", TITLES[1])]


def test_a_numbered_overview_behind_the_proposals_is_none_of_theirs():
    lines = [f"Forslag nr. {number}: {title}\n{TABLE}" for number, title in zip((1, 2), TITLES, strict=True)]
    outside, *cases = all_cases_of(read("\n".join(lines) + OVERVIEW.format(first="1", second="2")))
    assert [len(case.tables) for case in (outside, *cases)] == [1, 1, 1]
