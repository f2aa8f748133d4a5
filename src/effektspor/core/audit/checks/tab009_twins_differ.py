from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.link_causes import link_causes
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import tell_pair
from effektspor.core.finding import Finding


class TwinsDiffer:
    """Den samme række står med to forskellige tal.

    To tabeller i samme forslag har en række med samme navn, samme enhed og samme år, og de er enige i de fleste af
    årene, men ikke i dem her. Det gælder også to tabellers summer, når de er summen af de samme rækker. Hver tabel kan
    stemme for sig, så papiret kan ikke sige, hvilket af tallene der er det rigtige.

    Forkert: »Husleje« er −400 i Tabel 1 og −450 i Tabel 2 i 2019.   Rigtigt: Det samme tal begge steder.
    """

    code = "TAB-009"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in link_causes(paper):
            if cause.main.kind is Kind.TWIN:
                yield tell_pair(paper, cause, self.code)
