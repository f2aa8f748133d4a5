from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class OverviewDiffers:
    """Oversigten svarer ikke til tabellerne.

    En oversigt gentager eller lægger de andre tabellers summer sammen. Det passer i de fleste år, men ikke i disse.
    Papiret kan ikke selv sige, om det er oversigten eller tabellen, der gælder.

    Forkert: To tabeller ender med −100 og −200, og oversigten siger −350.   Rigtigt: Oversigten siger −300.
    """

    code = "TAB-016"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.ROLLUP and not cause.slip:
                yield tell_cause(paper, cause, self.code)
