"""Keys that a sentence gives: "fordeles med 70 pct. til Socialudvalget og 30 pct. til Sundhedsudvalget"."""

import re
from collections.abc import Iterator, Mapping

from effektspor.core.audit.allocation_keys import KeyedSharing
from effektspor.core.audit.cases import Case
from effektspor.core.audit.others import speaks_of_others
from effektspor.core.audit.prose import sentences_of
from effektspor.core.audit.totals import explain_totals
from effektspor.core.document import Table
from effektspor.core.number import Number, parse_number

_SHARING = re.compile(r"\b(?:for)?del(?:es|t|ing|ingen|er|ingsnøgle\w*)\b|nøgle", re.IGNORECASE)
# A key of today, of a budget or on a condition is not the proposal's.
_OTHER = re.compile(
    r"\bi dag\b|hidtil|nuværende|tidligere|oprindelig|budget|\bløn|\bikke\b|\bhvis\b|\bkan\b|\bforslås\b", re.IGNORECASE
)
_PCT = r"\s*(?:pct\.?|%|procent)"
_KEY = r"(?<![\w.,/])(\d{1,2}(?:,\d{1,2})?)"
# "70 pct. til |Socialudvalget|"
_BEFORE = re.compile(rf"{_KEY}{_PCT}\s+(?:til|på|hos|i)\s+$", re.IGNORECASE)
# "|Socialudvalget| (70 pct.)", "|Socialudvalget| med 70 pct."
_BEHIND = re.compile(rf"\s*(?:\(|med\s+|:\s*|bærer\s+|får\s+){_KEY}{_PCT}", re.IGNORECASE)
# "70/30 mellem |Socialudvalget| og |Sundhedsudvalget|"
_SLASHED = re.compile(
    r"(?<![\w.,/])(\d{1,2}(?:/\d{1,2}){1,4})(?:\s*(?:pct\.?|%))?\s+(?:mellem|til|på)\s", re.IGNORECASE
)
_LEAST_LABEL = 6
_WHOLE = 100


def sharings_in_words(case: Case) -> Iterator[KeyedSharing]:
    """Yield the tables that share by keys of a sentence and follow them nowhere in the case."""
    for sentence in sentences_of(case):
        text = sentence.text
        if not _SHARING.search(text) or _OTHER.search(text) or speaks_of_others(text):
            continue
        shared = [found for table in case.tables if (found := _keyed(table, text))]
        if shared and not any(_follows(each) for each in shared):
            yield shared[0]


def _keyed(table: Table, text: str) -> KeyedSharing | None:
    """Return a table whose sum is just the rows that the sentence gives keys for."""
    if any(row.key_pct for row in table.rows):
        return None
    keys = _keys(table, text)
    whole = sum(key.value for key in keys.values()) == _WHOLE and len(keys) > 1
    totals = [found for found in explain_totals(table) if found.holds and set(found.parts) == keys.keys()]
    return KeyedSharing(table, totals[0].row, keys, stated=False) if whole and len(totals) == 1 else None


def _keys(table: Table, text: str) -> Mapping[int, Number]:
    """Return the keys by row: the sentence names the row beside its key, or lists keys and rows in one order."""
    folded = text.casefold()
    named = {
        index: at
        for index, row in enumerate(table.rows)
        if len(label := row.label.strip().casefold()) >= _LEAST_LABEL and (at := folded.find(label)) >= 0
    }
    found: dict[int, Number] = {}
    for index, at in named.items():
        end = at + len(table.rows[index].label.strip())
        match = _BEFORE.search(text[max(at - 30, 0) : at]) or _BEHIND.match(text, end)
        if match and (number := parse_number(match[1])):
            found[index] = number
    return found or _in_order(text, named)


def _in_order(text: str, named: Mapping[int, int]) -> Mapping[int, Number]:
    match = _SLASHED.search(text)
    keys = match[1].split("/") if match else []
    rows = sorted((at, index) for index, at in named.items() if match and at >= match.end() - 1)
    if not keys or len(keys) != len(rows):
        return {}
    return {index: Number(int(key)) for (_, index), key in zip(rows, keys, strict=True)}


def _follows(shared: KeyedSharing) -> bool:
    columns = range(len(shared.table.columns))
    return all(
        shared.follows_in_all(row) or all(shared.follows(row, column) for column in columns) for row in shared.keys
    )
