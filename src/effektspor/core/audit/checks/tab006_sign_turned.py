from collections.abc import Iterator

from effektspor.core.audit.paper import Paper
from effektspor.core.audit.slips import Slip
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class SignTurned:
    """Fortegnet er vendt.

    Tallet har det modsatte fortegn af, hvad summen og rækkens andre år siger. Skiftes fortegnet, stemmer alt, hvad
    tallet indgår i.

    Forkert: −100, −100, 100 og −100 i en række, hvor summen regner med −100.   Rigtigt: −100 i alle år.
    """

    code = "TAB-006"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.slip is Slip.SIGN:
                yield tell_cause(paper, cause, self.code, "Fortegnet ser ud til at være vendt.")
