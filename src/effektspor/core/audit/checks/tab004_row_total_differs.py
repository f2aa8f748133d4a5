from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling import tell_cause
from effektspor.core.finding import Finding


class RowTotalDiffers:
    """Rækkens total svarer ikke til årene.

    Kolonnen »I alt« (eller »Samlet«) er summen af årene i de fleste rækker, men ikke i denne. Er rækken akkumuleret,
    kan årets tal være hele summen indtil da; så skal det siges i papiret.

    Forkert: Årene 100 og 200 og »I alt« 400.   Rigtigt: »I alt« er 300.
    """

    code = "TAB-004"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in paper.causes:
            if cause.main.kind is Kind.ROW_TOTAL and not cause.slip:
                yield tell_cause(paper, cause, self.code)
