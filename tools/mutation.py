"""Mutation test of the arithmetic: every small change of the code must make a test fail.

    .venv/bin/python tools/mutation.py src/effektspor/core/grants src/effektspor/core/effects [--jobs 2]

Each mutant is one change: a comparison turned, a sum made a difference, a number moved by one, `and` for `or`, a
condition negated, `min` for `max`. It is written into a copy of the package, and the tests of the arithmetic are run on
that copy. A mutant that no test notices is printed with its line; the last line is the score.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
TESTS = ("tests/spec", "tests/unit/core/grants", "tests/unit/core/effects", "tests/unit/core/variance")
_SECONDS = 120
_COMPARED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
             ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In}  # fmt: skip
_COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd,
             ast.BitAnd: ast.BitOr}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_here = local()
Change = Callable[[], None]


class Mutant(NamedTuple):
    """A file, and its text with one change at a line."""

    path: Path
    line: int
    text: str


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file, those of assertions left out: they state what cannot be."""
    source = path.read_text(encoding="utf-8")
    count = sum(1 for _ in _places(ast.parse(source)))
    for number in range(count):
        tree = ast.parse(source)
        node, change = next(each for at, each in enumerate(_places(tree)) if at == number)
        change()
        yield Mutant(path, getattr(node, "lineno", 0), ast.unparse(ast.fix_missing_locations(tree)))


def _places(tree: ast.AST) -> Iterator[tuple[ast.AST, Change]]:
    stated = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Assert) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) not in stated:
            yield from ((node, change) for change in _changes(node))


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARED:
            yield lambda: setattr(node, "ops", [_COMPARED[type(operator)]()])
        case ast.BinOp(op=operator) if type(operator) in _COMPUTED and not _is_type(node):
            yield lambda: setattr(node, "op", _COMPUTED[type(operator)]())
        case ast.BoolOp(op=operator):
            yield lambda: setattr(node, "op", ast.Or() if isinstance(operator, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield lambda: node.__dict__.update(op=ast.Not(), operand=ast.UnaryOp(ast.Not(), operand))
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            yield lambda: setattr(node, "value", value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            yield lambda: setattr(node.func, "id", _CALLED[name])
        case ast.IfExp() | ast.If():
            yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))


def _is_type(node: ast.BinOp) -> bool:
    """`date | None` says what may stand there; nothing is computed."""
    sides = (node.left, node.right)
    return isinstance(node.op, ast.BitOr) and any(isinstance(one, ast.Constant) and one.value is None for one in sides)


def is_killed(mutant: Mutant) -> bool:
    """Return whether a test notices the mutant; one that never ends is noticed too."""
    copy = _copy()
    target = copy / mutant.path.relative_to(ROOT / "src")
    original = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    try:
        return _run_tests(copy) != 0
    finally:
        target.write_text(original, encoding="utf-8")


def _copy() -> Path:
    """One copy of the package for each thread."""
    if not hasattr(_here, "folder"):
        _here.folder = tempfile.mkdtemp(prefix="mutation-")
        ignored = shutil.ignore_patterns("__pycache__", "static", "web")
        shutil.copytree(ROOT / "src" / "effektspor", Path(_here.folder) / "effektspor", ignore=ignored)
    return Path(_here.folder)


def _run_tests(copy: Path) -> int:
    environment = os.environ | {
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "EFFEKTSPOR_HYPOTHESIS": "mutants",
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "no:cacheprovider", "-x", "-q", *TESTS]
    try:
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=_SECONDS, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    files = sorted(file for folder in options.folders for file in (ROOT / folder).rglob("*.py"))
    mutants = [mutant for file in files for mutant in mutants_of(file)]
    if _run_tests(_copy()) != 0:
        print("the tests fail without any mutant: mend them first")
        return 1
    with ThreadPoolExecutor(options.jobs) as pool:
        killed = list(pool.map(is_killed, mutants))
    for mutant, noticed in zip(mutants, killed, strict=True):
        if not noticed:
            print(f"survived: {mutant.path.relative_to(ROOT)}:{mutant.line}")
    print(f"{sum(killed)} of {len(mutants)} mutants noticed: {100 * sum(killed) / len(mutants):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
