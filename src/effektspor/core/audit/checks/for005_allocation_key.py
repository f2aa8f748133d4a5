from collections.abc import Iterator

from effektspor.core.audit.allocation_keys import KeyedSharing, keyed_sharings
from effektspor.core.audit.failing_rows import failing_tables
from effektspor.core.audit.keys_in_words import sharings_in_words
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.words import listed, quoted
from effektspor.core.finding import Finding, Place, Verdict
from effektspor.core.number import rounded_number


class AllocationKeyDiffers:
    """Fordelingsnøglen passer ikke med beløbene, eller nøglerne giver ikke 100 procent.

    En tabel fordeler et beløb mellem udvalg eller forvaltninger med en nøgle i procent. Hvert beløb holdes mod nøglen
    gange summen, år for år. Nøgle, beløb og sum kan alle være afrundet; er alle tabellens tal hele hundreder, regnes de
    for afrundet til hundreder. Passer nøglerne over alle år tilsammen, siges intet. Nøglen kan også stå i teksten:
    »fordeles med 70 pct. til Socialudvalget og 30 pct. til Sundhedsudvalget«.

    Forkert: Nøglerne 33 % og 57 %.   Rigtigt: 33 % og 67 %.
    Forkert: 33 % af −2.100 er −1.400.   Rigtigt: −700.
    """

    code = "FOR-005"

    def check(self, paper: Paper) -> Iterator[Finding]:
        failing = failing_tables(paper)
        for table in paper.document.tables:
            for shared in keyed_sharings(table) if table.id not in failing else ():
                if not shared.add_up:
                    yield self._tell_keys(shared)
                elif apart := _apart(shared):
                    yield self._tell_share(shared, apart)
        for case in paper.cases:
            for shared in sharings_in_words(case):
                apart = _apart(shared) if shared.table.id not in failing else {}
                if apart:
                    yield self._tell_share(shared, apart)

    def _tell_keys(self, shared: KeyedSharing) -> Finding:
        """Where the amounts show which key is wrong, it is told; one key is always what the others leave."""
        rows, left = shared.table.rows, 100 - shared.keys_pct
        wrong = [row for row in shared.keys if not shared.follows_in_all(row)]
        given = rounded_number(shared.keys_pct, max(key.decimals for key in shared.keys.values()))
        remedy = "Ret den nøgle, der er forkert, eller tilføj den række, der mangler."
        if len(wrong) == 1:
            right = rounded_number(shared.keys[wrong[0]].value + left, given.decimals)
            remedy = f"Ret nøglen for {quoted(rows[wrong[0]].label)} til {right.danish()} pct.: så passer den også "
            "med beløbene."
        return Finding(
            code=self.code,
            verdict=Verdict.ERROR if shared.stated else Verdict.ASK,
            place=rows[wrong[0] if len(wrong) == 1 else shared.total].place,
            related=_places(shared),
            table=shared.table.id,
            row=wrong[0] if len(wrong) == 1 else shared.total,
            stated="100",
            computed=given.plain(),
            message=f"Nøglerne {listed([key.danish() for key in shared.keys.values()])} pct. giver tilsammen "
            f"{given.danish()} pct., ikke 100.",
            remedy=remedy,
        )

    def _tell_share(self, shared: KeyedSharing, apart: dict[int, list[int]]) -> Finding:
        row, columns = next(iter(apart.items()))
        table, key, first = shared.table, shared.keys[row], columns[0]
        printed, share = table.rows[row].cells[first].number, shared.share_pct(row, first)
        whole = table.rows[shared.total].cells[first].number
        assert printed and whole and share is not None, "only printed figures differ"
        right = rounded_number(whole.value * key.value / 100, printed.decimals)
        share_pct = rounded_number(share, max(key.decimals, 1))
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=table.rows[row].place,
            related=_places(shared),
            table=table.id,
            row=row,
            columns=tuple(table.columns[column] for column in columns),
            stated=printed.plain(),
            computed=right.plain(),
            message=f"{quoted(table.rows[row].label)} har nøglen {key.danish()} pct., men er {share_pct.danish()} "
            f"pct. af {quoted(table.rows[shared.total].label)} i {table.columns[first]} ({printed.danish()} af "
            f"{whole.danish()}).",
            remedy=f"Ret beløbet til {right.danish()} i {table.columns[first]}, eller ret "
            f"nøglen.{_more(shared, columns)}",
        )


def _apart(shared: KeyedSharing) -> dict[int, list[int]]:
    """Return, by row, the columns in which it is not its key's share; none where the keys fit all years together."""
    columns = range(len(shared.table.columns))
    apart = {row: [column for column in columns if not shared.follows(row, column)] for row in shared.keys}
    apart = {row: failing for row, failing in apart.items() if failing}
    return {} if all(shared.follows_in_all(row) for row in shared.keys) else apart


def _more(shared: KeyedSharing, columns: list[int]) -> str:
    names = [shared.table.columns[column] for column in columns[1:]]
    return f" Det samme gælder {listed(names)}." if names else ""


def _places(shared: KeyedSharing) -> tuple[Place, ...]:
    return tuple(shared.table.rows[row].place for row in (*shared.keys, shared.total))
