"""Small grants files: the ordinary line, changed where a test says so."""

from effektspor.ingest.grants import ReadGrants, read_grants

ORDINARY = {
    "grant_id": "G1", "citizen": "B1", "section": "107", "provider": "Solgården", "target_group": "handicap",
    "amount_ore": "195000", "unit": "day", "quantity": "1", "starts_on": "2026-01-01", "ends_on": "2026-08-31",
    "status": "running",
}  # fmt: skip


def grants_csv(*lines: dict[str, str], separator: str = ";") -> str:
    """Return a file with the ordinary line once for each, with what each changes or adds."""
    columns = list(dict.fromkeys([*ORDINARY, *(name for line in lines for name in line)]))
    rows = [columns, *([(ORDINARY | line).get(name, "") for name in columns] for line in lines)]
    return "".join(separator.join(row) + "\n" for row in rows)


def read(text: str, encoding: str = "utf-8") -> ReadGrants:
    return read_grants("bevillinger.csv", text.encode(encoding))
