"""Dates of the files, which are inclusive, as half-open days."""

from datetime import date, timedelta


def day(text: str) -> date:
    return date.fromisoformat(text)


def end(text: str) -> date | None:
    return day(text) + timedelta(days=1) if text else None
