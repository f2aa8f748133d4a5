from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding

_LACKS_PART = "En af rækkerne ser ud til ikke at være talt med."


class SumDiffersFromRows:
    """Summen i tabellen svarer ikke til rækkerne.

    Summen passer med rækkerne i mindst én kolonne, men ikke i alle, og afvigelsen er større, end afrunding kan
    forklare. Passer den i de fleste kolonner, er det en fejl; passer den i højst halvdelen, skal det afklares, om det
    er summen eller en række, der gælder. Kan kun ét tal rettes, så alt stemmer, er det det tal, der udpeges. Der siges
    intet, når en anden forklaring passer bedre, eller når summen ikke passer i nogen kolonne.

    Forkert: Rækker på 100 og 200 i 2024 og 2025, og summen 300 i 2024 og 350 i 2025.   Rigtigt: Summen er 300 i begge.
    """

    code = "TAB-003"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.SUM and not cause.slip:
                yield tell_cause(paper, cause, self.code, _LACKS_PART if cause.lacks_part else "")
