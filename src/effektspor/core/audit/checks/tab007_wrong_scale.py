from collections.abc import Iterator

from effektspor.core.audit.paper import Paper
from effektspor.core.audit.slips import Slip
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class WrongScale:
    """Tallet er 10, 100 eller 1.000 gange for stort eller for lille.

    Ganges eller deles tallet med 10, 100, 1.000 eller 1.000.000, stemmer alt, hvad det indgår i. Ofte er et nul faldet
    ud, eller tallet står i en anden enhed end resten.

    Forkert: 1.500, 150 og 1.500 i en række, hvor summen regner med 1.500.   Rigtigt: 1.500.
    """

    code = "TAB-007"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.slip is Slip.SCALE:
                yield tell_cause(paper, cause, self.code, "Der ser ud til at mangle eller være for mange nuller.")
