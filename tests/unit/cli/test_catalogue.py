"""`effektspor catalogue`: its answer after CONTRACT, its exit status, and what it says to a person."""

import json
from pathlib import Path
from typing import Any

import pytest

from effektspor.main import main
from tests.bad_files import BAD_FILES, BAD_IDS
from tests.papers import Papers

Output = pytest.CaptureFixture[str]
_Json = dict[str, Any]
CASE = """BUSINESS CASE
Forslagets titel: VO01 – Fælles indkøb
Tabel 1. Forslagets samlede økonomi
1.000 kr. 2026 p/l\tStyringsområde\t2026\t2027
Varige ændringer
Lavere priser\tService\t-200\t-300
Samlet varig ændring\t\t-200\t-300
Implementeringsomkostninger
Indkøber\tService\t350\t-
Samlede implementeringsomkostninger\t\t350\t-
Samlet økonomisk påvirkning\t\t150\t-300
"""
LISTED = """1.000 kr. 2026 p/l\t\t2026\t2027\t2028
VO01\tFælles indkøb\t{0}\t{1}\t{1}
VO02\tNattevagt\t-50\t-50\t-50
Nettoeffektivisering\t\t{2}\t{3}\t{3}

"""


def answer(capsys: Output, path: Path, status: int = 0) -> _Json:
    assert main(["catalogue", str(path), "--json"]) == status
    out = capsys.readouterr().out
    told: _Json = json.loads(out)
    assert out == json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    return told


def by_code(told: _Json) -> dict[str, _Json]:
    return {each["code"]: each for each in told["proposals"]}


def thousands(ore_by_year: dict[str, int]) -> dict[str, int]:
    assert all(ore % 100_000 == 0 for ore in ore_by_year.values())
    return {year: ore // 100_000 for year, ore in ore_by_year.items()}


def written(folder: Path, text: str) -> Path:
    path = folder / "papir.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_paper_with_one_proposal(tmp_path: Path, capsys: Output) -> None:
    told = answer(capsys, written(tmp_path, CASE))
    (proposal,) = told["proposals"]
    assert (proposal["code"], proposal["title"], proposal["price_level"]) == ("VO01", "Fælles indkøb", "2026")
    assert proposal["lines"] == [
        {"label": "Lavere priser", "kind": "permanent", "control_area": "Service", "part": "",
         "ore_by_year": {"2026": -20_000_000, "2027": -30_000_000}},
        {"label": "Indkøber", "kind": "implementation", "control_area": "Service", "part": "",
         "ore_by_year": {"2026": 35_000_000}},
    ]  # fmt: skip
    assert proposal["totals_ore_by_year"] == {"2026": 15_000_000, "2027": -30_000_000}
    assert proposal["payback_years"] == proposal["payback_years_undiscounted"] == {"service": 2, "total": 2}
    assert (proposal["stated"], proposal["revisions"], told["groups"], told["net_ore_by_year"]) == ({}, [], [], {})


def test_every_key_of_the_contract_is_there(tmp_path: Path, capsys: Output) -> None:
    told = answer(capsys, written(tmp_path, LISTED.format(-200, -300, -250, -350) + CASE))
    assert told.keys() >= {"proposals", "groups", "net_ore_by_year", "investment_ore_by_year", "findings"}
    assert told["proposals"][0].keys() >= {
        "code", "title", "target_group", "revision", "price_level", "risk", "lines", "totals_ore_by_year",
        "payback_years", "payback_years_undiscounted", "stated", "criteria", "allocation",
    }  # fmt: skip
    assert told["groups"][0].keys() >= {"target_group", "net_ore_by_year", "investment_ore_by_year"}


def test_the_catalogue_of_2018(papers: Papers, capsys: Output) -> None:
    told = answer(capsys, papers.path("002"), status=1)
    proposals = by_code(told)
    assert len(told["proposals"]) == len(proposals) == 21
    assert thousands(told["net_ore_by_year"]) == {
        "2017": 0, "2018": -65_300, "2019": -69_850, "2020": -70_350, "2021": -70_350,
    }  # fmt: skip
    assert thousands(told["investment_ore_by_year"]) == {
        "2017": 800, "2018": 2_800, "2019": 2_100, "2020": 2_100, "2021": 0,
    }  # fmt: skip
    assert len(told["groups"]) == 6 and told["groups"][2]["target_group"] == "Udsatte voksne"
    verdicts = [tie["verdict"] for tie in told["ties"]]
    assert [verdicts.count(verdict) for verdict in ("equal", "share", "fault")] == [16, 4, 1]


def test_a_printed_total_that_differs_is_stated_and_asked_about_once(tmp_path: Path, capsys: Output) -> None:
    groups = LISTED.format(-200, -300, -250, -350).replace("1.000 kr.", "Ældre, 1.000 kr.")
    total = "Hele kataloget\n\n1.000 kr. 2026 p/l\t\t2026\t2027\t2028\nNetto for hele kataloget\t\t-250\t-350\t{}\n\n"
    told = answer(capsys, written(tmp_path, groups + total.format(-390) + CASE))
    assert thousands(told["stated"]["net_ore_by_year"]) == {"2028": -390}
    asked = [each for each in told["findings"] if each["verdict"] == "ask" and each["columns"] == ["2028"]]
    assert len(asked) == 1
    assert answer(capsys, written(tmp_path, groups + total.format(-350) + CASE))["stated"] == {}


def test_payback_at_the_dated_rate_and_without(papers: Papers, capsys: Output) -> None:
    proposals = by_code(answer(capsys, papers.path("002"), status=1))
    discounted = {code: (each["payback_years"]["service"], each["payback_years"]["total"])
                  for code, each in proposals.items() if each["payback_years"]}  # fmt: skip
    assert discounted == {"TF02": (2, 2), "TF03": (28, 6), "TV01b": (2, 2)}
    assert proposals["TF03"]["payback_years_undiscounted"] == {"service": 20, "total": 5}
    assert proposals["HA02"]["payback_years"] is proposals["HA02"]["payback_years_undiscounted"] is None


def test_what_is_stated_stands_where_it_differs_from_the_lines(papers: Papers, capsys: Output) -> None:
    proposals = by_code(answer(capsys, papers.path("002"), status=1))
    differing = {code: each["stated"] for code, each in proposals.items() if each["stated"]}
    assert differing == {
        "UD04": {"permanent_ore_by_year": {"2020": -220_000_000}, "totals_ore_by_year": {"2020": -220_000_000}},
        "TV03b": {"permanent_ore_by_year": {"2020": 350_000_000}, "totals_ore_by_year": {"2020": 350_000_000}},
    }


def test_a_cause_that_the_checks_have_told_is_not_told_again(papers: Papers, capsys: Output) -> None:
    told = answer(capsys, papers.path("002"), status=1)
    codes = [finding["code"] for finding in told["findings"]]
    assert "KAT-009" not in codes and "KAT-005" in codes
    assert not [code for code in codes if code in ("KAT-001", "KAT-010", "KAT-012", "KAT-013", "KAT-014")]


def test_the_form_of_a_budget_is_one_more_proposal(papers: Papers, capsys: Output) -> None:
    (proposal,) = answer(capsys, papers.path("004"))["proposals"]
    assert (proposal["code"], proposal["price_level"], proposal["form"]) == (None, "2023", "budget")
    assert [(line["label"], line["kind"], line["control_area"]) for line in proposal["lines"]] == [
        ("Effektivisering", "permanent", "Service"), ("Udvidelse", "permanent", "Service"),
    ]  # fmt: skip
    assert thousands(proposal["totals_ore_by_year"]) == {"2023": -7050, "2024": -8825, "2025": -8825, "2026": -8825}
    assert thousands(proposal["stated"]["totals_ore_by_year"]) == {"2024": -7125, "2025": -7125, "2026": -7125}


def test_a_catalogue_without_business_cases(papers: Papers, capsys: Output) -> None:
    told = answer(capsys, papers.path("003"))
    assert told["proposals"] == [] and told["groups"][0]["rows"][0]["code"] == "SS10"
    assert told["net_ore_by_year"]["2018"] == -209_400_000
    assert {"KAT-005", "KAT-006"} <= {finding["code"] for finding in told["findings"]}


def test_a_row_at_odds_that_no_check_told_is_asked_about(tmp_path: Path, capsys: Output) -> None:
    # Two of three years agree; the share's own lines are the proposal's, and no check holds parts against a row.
    listed = LISTED.format(-200, -300, -250, -350).replace("VO01\tFælles indkøb", "VO01\tFælles indkøb (SOF-andel)")
    case = CASE.replace("2026\t2027", "2026\t2027\t2028").replace("-200\t-300", "-200\t-300\t-390")
    case = case.replace("350\t-", "350\t-\t-").replace("150\t-300", "150\t-300\t-390")
    told = answer(capsys, written(tmp_path, listed + case))
    (found,) = [finding for finding in told["findings"] if finding["code"] == "KAT-009"]
    assert (found["verdict"], found["columns"], found["place"]) == ("ask", ["2028"], {"line": 2})
    assert found["message"] == "VO01 er −300 i kataloget i 2028, men −390 i forslaget."


def test_people_read_groups_sums_and_reasons(papers: Papers, capsys: Output) -> None:
    assert main(["catalogue", str(papers.path("002"))]) == 1
    out = capsys.readouterr().out
    assert "21 forslag, 21 i kataloget" in out
    assert "  Netto: 2017 0 · 2018 −65.300 · 2019 −69.850 · 2020 −70.350 · 2021 −70.350" in out
    assert "    Kataloget: Afviger med en grund: kun Service\n" in out
    assert "    Tilbagebetalt: 28 år på service, 6 år i alt" in out
    assert "    Kataloget: Afviger i 2020\n" in out
    assert "KAT-007 Til orientering: »Tabel 2. Varige ændringer, service« i HA06" in out


def test_an_investment_that_never_comes_back_says_so(tmp_path: Path, capsys: Output) -> None:
    never = CASE.replace("-200\t-300", "0\t0").replace("350", "900").replace("150\t-300", "900\t-")
    (proposal,) = answer(capsys, written(tmp_path, never))["proposals"]
    assert proposal["payback_years"] == {"service": "aldrig", "total": "aldrig"}


def test_a_paper_without_proposals_says_so(tmp_path: Path, capsys: Output) -> None:
    told = answer(capsys, written(tmp_path, "Kære udvalg\n\nVi mødes på fredag.\n"))
    assert (told["proposals"], told["groups"], told["net_ore_by_year"]) == ([], [], {})
    assert "KAT-015" in {finding["code"] for finding in told["findings"]}


def test_what_a_paper_holds_of_plans_stands_beside(papers: Papers, capsys: Output) -> None:
    (estimates,) = answer(capsys, papers.path("001"))["plan_papers"]["estimates"]
    assert [each["amounts"]["2016"] for each in estimates["rounds"]][-2:] == [1_250_000, 1_360_000]
    assert estimates["printed"]["asked_unit"] == "mio. kr."
    assert answer(capsys, papers.path("000"))["findings"] == []


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("000", "  Netto: mål 7,25 · realiseret 9,38"),
        ("001", "  3. opfølgning 2016: 2014 2,4 · 2015 7,3 · 2016 13,6 · 2017 16,0"),
        ("001", "  Det Nye Sted: 50 + 0 − 0 + 3 − 2 + 3 − 0 = 54"),
        ("003", "  Estimeret budget: 2018 142.614.000 · 2019 141.393.000 · 2020 141.493.000 · 2021 141.493.000"),
        ("004", "  Realiseret: 2020 4,1 · 2021 5,8"),
    ],
)
def test_plans_are_told_in_lines(papers: Papers, capsys: Output, number: str, line: str) -> None:
    main(["catalogue", str(papers.path(number))])
    assert line in capsys.readouterr().out.split("\n")


def test_the_same_paper_gives_the_same_bytes(papers: Papers, capsys: Output) -> None:
    first, second = (answer(capsys, papers.path("002"), status=1) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name, data, says", BAD_FILES, ids=BAD_IDS)
def test_what_cannot_be_read_gives_status_2_and_one_line(
    tmp_path: Path, capsys: Output, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["catalogue", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and name in told.err and says in told.err


def test_a_file_that_is_not_there(capsys: Output) -> None:
    assert main(["catalogue", "findes-ikke.txt"]) == 2
    assert "findes-ikke.txt: Filen findes ikke." in capsys.readouterr().err
