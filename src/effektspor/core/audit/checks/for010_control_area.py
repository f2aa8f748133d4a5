from collections.abc import Iterator

from effektspor.core.audit.control_areas import AreaClash, area_clashes
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import name_of
from effektspor.core.audit.words import quoted
from effektspor.core.finding import Finding, Verdict


class ControlAreaDiffers:
    """Tabellens overskrift er af ét styringsområde, og dens sum eller linjer af et andet.

    Styringsområdet afgør, om beløbet tæller med i servicerammen. Overskriften slutter med service, overførsler, anlæg
    eller efterspørgselsstyret indsats, og summen under tabellen hedder noget andet; eller linjerne står i forslagets
    første tabel under et andet styringsområde med de samme tal. Bare én linje af overskriftens område er nok til, at
    linjerne ikke siges. Har tabellen ingen overskrift med et område, gælder det samme for summens navn.

    Forkert: »Varige ændringer, overførsler« over »Varige ændringer totalt, service«.
    Rigtigt: »Varige ændringer totalt, overførsler«.
    """

    code = "FOR-010"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for case in paper.cases:
            for clash in area_clashes(case):
                yield self._tell(clash)

    def _tell(self, clash: AreaClash) -> Finding:
        message, remedy = _told_of_total(clash) if clash.of_total else _told_of_caption(clash)
        return Finding(
            code=self.code,
            verdict=Verdict.ASK,
            place=clash.row.place,
            related=(clash.table.place, *((clash.line.place,) if clash.line else ())),
            table=clash.table.id,
            row=clash.at,
            message=message,
            remedy=remedy,
        )


def _told_of_total(clash: AreaClash) -> tuple[str, str]:
    label = quoted(clash.row.label)
    return (
        f"{label} er om {clash.captions}, men linjerne over den er {clash.rows} i forslagets første tabel.",
        f"Ret {label} til {clash.rows}, eller ret styringsområdet i den første tabel til {clash.captions}.",
    )


def _told_of_caption(clash: AreaClash) -> tuple[str, str]:
    label, first = quoted(clash.row.label), "styringsområdet i den første tabel"
    told = f"{label} er {clash.rows} i forslagets første tabel" if clash.line else f"summen under den hedder {label}"
    return (
        f"{name_of(clash.table)} er om {clash.captions}, men {told}.",
        f"Ret {first if clash.line else label} til {clash.captions}, eller ret overskriften til {clash.rows}.",
    )
