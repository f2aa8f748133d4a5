from collections.abc import Iterator

from effektspor.core.audit.equations import Kind
from effektspor.core.audit.link_causes import link_causes
from effektspor.core.audit.paper import Paper
from effektspor.core.audit.telling_pairs import tell_pair
from effektspor.core.finding import Finding


class CatalogueDiffers:
    """Kataloget siger noget andet end forslaget.

    Rækken i kataloget nævner forslagets kode og er enig med forslagets varige ændring i de fleste år, men ikke i dem
    her. Rækker, der er en andel, et styringsområde eller investeringen, holdes ikke op mod hele forslaget, og heller
    ikke forslag, som kataloget deler på flere rækker.

    Forkert: HA02 er −1.200 i kataloget og −1.300 i forslaget i 2020.   Rigtigt: Det samme tal begge steder.
    """

    code = "TAB-010"

    def check(self, paper: Paper) -> Iterator[Finding]:
        for cause in link_causes(paper):
            if cause.main.kind is Kind.CATALOGUE:
                yield tell_pair(paper, cause, self.code)
