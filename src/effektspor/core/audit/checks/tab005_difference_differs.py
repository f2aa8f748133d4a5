from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class DifferenceDiffers:
    """Forskellen svarer ikke til de to kolonner.

    Kolonnen er forskellen mellem to andre i de fleste rækker, men ikke i denne. Hvilken der trækkes fra hvilken, er
    papirets valg.

    Forkert: Budget 100, regnskab 120 og afvigelse 30.   Rigtigt: Afvigelsen er 20.
    """

    code = "TAB-005"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.DIFFERENCE and not cause.slip:
                yield tell_cause(paper, cause, self.code)
