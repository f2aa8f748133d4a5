from collections.abc import Iterator

from effektspor.core.audit.cases import Case
from effektspor.core.audit.copied_rows import Copied, copied
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.words import quoted
from effektspor.core.finding import Finding, Verdict


class CopiedFromAnotherCase:
    """En tabel eller en linje ser ud til at være blevet stående fra et andet forslag.

    Alle rækker i tabellen står med de samme tal i et andet forslag, som har linjen i sin egen første tabel, og
    forslagets egen første tabel har hverken navnet eller beløbet. Har en linje forslagets egne tal, men et andet
    forslags navn, er det til orientering. Navne på ét ord (»Sagsbehandler«) og almindelige ord for beløb prøves ikke.

    Forkert: »Tilrettelæggelse af indsats 500« i to forslag, når kun det ene har den i Tabel 1.
    Rigtigt: Linjen står kun i det forslag, den hører til.
    """

    code = "FOR-009"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for found in copied(paper.cases):
            yield self._tell(found)

    def _tell(self, found: Copied) -> Finding:
        row, other = quoted(found.row.label), _named(found.other)
        if found.whole:
            message = (
                f"{row} står med de samme tal i {other}, som har den i sin første tabel. Dette forslags første tabel "
                "har den ikke, hverken navnet eller beløbet."
            )
            remedy = f"Fjern {name_of(found.table)}, hvis den er blevet stående, eller sæt linjen ind i forslagets "
            "første tabel."
        else:
            message = f"{row} er navnet på en linje i {other}. Tallene er forslagets egne, men navnet er ikke i dets "
            "første tabel."
            remedy = f"Ret navnet i {name_of(found.table)} til det, linjen hedder i forslagets første tabel."
        return Finding(
            code=self.code,
            verdict=Verdict.ASK if found.whole else Verdict.NOTE,
            place=found.row.place,
            related=(found.source.place,),
            table=found.table.id,
            row=found.at,
            message=message,
            remedy=remedy,
        )


def _named(case: Case) -> str:
    return case.code or quoted(case.title or "et andet forslag")
