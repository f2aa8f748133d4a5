from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class FlowDiffers:
    """Start, tilgang og afgang giver ikke slut.

    Antallet ved slutningen er antallet ved starten plus tilgang minus afgang. Det passer i de fleste rækker, men ikke
    i denne.

    Forkert: 50 ved start, 3 til, 2 fra og 54 ved slut.   Rigtigt: 51 ved slut.
    """

    code = "TAB-011"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.FLOW and not cause.slip:
                yield tell_cause(paper, cause, self.code)
