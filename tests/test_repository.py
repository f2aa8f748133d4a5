"""What the repository promises about itself: sizes, layers, words, and documents in step with the code."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tools.reference import FOLDER, pages

from effektspor.core.cpr import has_cpr

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "effektspor"
BY_HAND = (SRC, ROOT / "tests", ROOT / "tools")
ADRS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
NYGARD = ["Status", "Context", "Decision", "Consequences"]
LONGEST_FUNCTION, LONG_FUNCTION, LONGEST_MODULE = 70, 40, 500
OF_THE_WEB_AND_ENGINE = ("django", "numpy")


def _modules(*folders: Path) -> list[Path]:
    """Python files written by hand."""
    found = (path for folder in folders for path in folder.rglob("*.py") if "migrations" not in path.parts)
    return sorted(found)


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a file as "file:line name", and its lines."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{_shown(path)}:{node.lineno} {node.name}", lines


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = os.environ | {"PYTHONPATH": str(SRC.parent)} | environment
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def _in_git() -> list[Path]:
    """Files that are in git, or will be with the next commit."""
    listed = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    assert listed.returncode == 0, f"git cannot list the files: {listed.stderr}"
    return [path for name in sorted(set(listed.stdout.split("\0"))) if name and (path := ROOT / name).is_file()]


# Sizes and names


def test_functions_are_short() -> None:
    functions = [function for path in _modules(*BY_HAND) for function in _functions(path)]
    long = [name for name, lines in functions if lines > LONGEST_FUNCTION]
    assert not long, f"split what is longer than {LONGEST_FUNCTION} lines: {long}"


def test_nineteen_of_twenty_functions_are_under_forty_lines() -> None:
    functions = [function for path in _modules(SRC) for function in _functions(path)]
    long = [name for name, lines in functions if lines >= LONG_FUNCTION]
    assert len(long) * 20 <= len(functions), f"{len(long)} of {len(functions)} have {LONG_FUNCTION} lines: {long}"


def test_modules_are_short() -> None:
    lines = {_shown(path): len(path.read_text().splitlines()) for path in _modules(*BY_HAND)}
    long = {name: count for name, count in lines.items() if count > LONGEST_MODULE}
    assert not long, f"split what is longer than {LONGEST_MODULE} lines: {long}"


def test_a_module_is_named_for_what_it_holds() -> None:
    vague = [_shown(path) for path in _modules(*BY_HAND) if path.stem in ("utils", "helpers", "misc")]
    assert not vague, f"say what these hold in their names: {vague}"


# Layers


def test_imports_go_one_way() -> None:
    linted = _run(Path(sys.executable).with_name("lint-imports"), "--no-cache")
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_django_and_numpy_stay_where_they_belong() -> None:
    below = [path for path in _modules(SRC) if path.relative_to(SRC).parts[0] not in ("web", "engine")]
    wrong = [f"{_shown(path)}: {name}" for path in below for name in _imported(path) if name in OF_THE_WEB_AND_ENGINE]
    assert not wrong, f"Django is for web and numpy for engine: {wrong}"


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_migrations_are_complete(tmp_path: Path) -> None:
    checked = _run(
        sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run",
        DJANGO_SETTINGS_MODULE="effektspor.web.settings", EFFEKTSPOR_DATA=str(tmp_path), EFFEKTSPOR_DEMO="1",
        EFFEKTSPOR_SECRET_KEY="for the tests and not secret: 0123456789", DATABASE_URL="",
    )  # fmt: skip
    assert checked.returncode == 0, f"make the missing migration: {checked.stdout}{checked.stderr}"


# Words


def test_the_glossary_has_every_public_class() -> None:
    rows = _glossary()
    known = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    missing = sorted(_public_classes() - known)
    assert not missing, f"give these a row in GLOSSARY.md, English and Danish: {missing}"


def test_the_glossary_is_alphabetical() -> None:
    rows = [row.replace("`", "").casefold() for row in _glossary()]
    apart = [after for before, after in pairwise(rows) if before > after]
    assert not apart, f"move these rows of GLOSSARY.md up: {apart}"


def _glossary() -> list[str]:
    """The first cell of each row."""
    rows = re.findall(r"^\| ([^|]+?) \|", (ROOT / "GLOSSARY.md").read_text(), re.MULTILINE)
    assert rows[:1] == ["English"], "GLOSSARY.md is a table with the English term first"
    return rows[1:]


def _public_classes() -> set[str]:
    files = [*_modules(SRC / "core", SRC / "app"), *(path for path in _modules(SRC / "web") if path.stem == "models")]
    nodes = (node for path in files for node in ast.parse(path.read_text()).body)
    return {node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")}


# Documents in step


@pytest.mark.parametrize("folder", ["", "core", "core/audit", "ingest", "reports", "app", "cli", "web"])
def test_a_folder_says_what_belongs_there(folder: str) -> None:
    assert (SRC / folder / "README.md").is_file(), f"src/effektspor/{folder} has no README.md"


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_the_reference_is_current(path: Path) -> None:
    current = path.read_text(encoding="utf-8") if path.is_file() else None
    assert current == pages()[path], f"{_shown(path)} is not current: run scripts/reference"


def test_the_reference_is_generated_whole() -> None:
    by_hand = set(FOLDER.glob("*")) - set(pages())
    assert not by_hand, f"docs/reference holds generated pages only, not {by_hand}"


@pytest.mark.parametrize("adr", ADRS, ids=lambda path: path.stem)
def test_an_adr_has_nygards_form(adr: Path) -> None:
    text = adr.read_text()
    assert text.startswith(f"# {adr.name[:4]} "), "the title begins with the number"
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == NYGARD


def test_adrs_are_numbered_and_listed() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (ROOT / "docs" / "adr" / "README.md").read_text())
    assert listed == [adr.name for adr in ADRS], "docs/adr/README.md lists every ADR in order"
    assert [adr.name[:4] for adr in ADRS] == [f"{number:04}" for number in range(1, len(ADRS) + 1)]


def test_links_lead_somewhere() -> None:
    pages_in_git = [path for path in _in_git() if path.suffix == ".md"]
    links = [(page, link) for page in pages_in_git for link in _links(page)]
    broken = [f"{_shown(page)}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert not broken, f"these links and pictures lead nowhere: {broken}"


def _links(page: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)", page.read_text()):
        link = target.partition("#")[0]
        if link and not re.match(r"\w+:", link):
            yield link


def test_the_changelog_has_an_unreleased_part() -> None:
    _, _, after = (ROOT / "CHANGELOG.md").read_text().partition("\n## Ikke udgivet\n")
    unreleased = after.partition("\n## ")[0]
    assert re.search(r"^- ", unreleased, re.MULTILINE), "CHANGELOG.md says under ## Ikke udgivet what users get now"


# Nothing of this machine, and nobody's number


def test_lists_of_packages_name_no_address() -> None:
    lists = [*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"]
    named = [_shown(path) for path in lists if re.search(r"https?://", path.read_text())]
    assert not named, f"where packages come from is the machine's own setting: {named}"


def test_no_file_names_a_path_of_a_machine() -> None:
    # A path of one part ("/app") is a word of other texts too.
    own = [re.escape(str(path)) + r"\b" for path in (ROOT, Path.home()) if len(path.parts) > 2]
    path_of_a_machine = re.compile("|".join([r"(?<![\w.-])/(?:home|Users|root)/\w", *own]).encode())
    named = [_shown(path) for path in _in_git() if path_of_a_machine.search(path.read_bytes())]
    assert not named, f"these name a path that only one machine has: {named}"


def test_the_demo_has_no_cpr_number() -> None:
    papers = [path for path in sorted((ROOT / "demo").rglob("*")) if path.is_file()]
    shown = [line for path in papers for line in _lines_with_cpr(path)]
    assert not shown, f"these lines hold something shaped like a CPR number: {shown}"


def _lines_with_cpr(path: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
        if has_cpr(line):
            yield f"{_shown(path)}:{number}"
