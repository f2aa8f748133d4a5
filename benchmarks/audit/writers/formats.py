"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from benchmarks.audit.model import Paper

WRITERS = {
    "txt": ("text", "write_text"),
    "txt-tab": ("text", "write_text"),
    "txt-pipe": ("text", "write_text"),
    "txt-aligned": ("text", "write_text"),
    "html": ("html", "write_html"),
    "docx": ("docx", "write_docx"),
    "xlsx": ("xlsx", "write_xlsx"),
    "pdf": ("pdf", "write_pdf"),
}


def writer(name: str) -> Callable[[Paper], bytes]:
    """Return the writer of a format; its library is loaded only when it is wanted.

    "txt" is each paper's own variant of text; "txt-tab", "txt-pipe" and "txt-aligned" write all papers alike.
    """
    module, function = WRITERS[name]
    write: Callable[[Paper], bytes] = getattr(import_module(f"benchmarks.audit.writers.{module}"), function)
    _, _, variant = name.partition("-")
    return (lambda paper: write(replace(paper, text_variant=variant))) if variant else write


def suffix(name: str) -> str:
    """Return the ending of a format's files."""
    return "." + name.partition("-")[0]
