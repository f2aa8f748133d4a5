from collections.abc import Iterator

from effektspor.core.audit.paper import Paper
from effektspor.core.audit.slips import Slip
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class TransposedDigits:
    """To cifre er byttet om.

    Byttes to naboer af tallets cifre om, stemmer alt, hvad det indgår i.

    Forkert: 1.350 i en række, hvor summen regner med 1.530.   Rigtigt: 1.530.
    """

    code = "TAB-008"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.slip is Slip.TRANSPOSED:
                yield tell_cause(paper, cause, self.code, "To cifre ser ud til at være byttet om.")
