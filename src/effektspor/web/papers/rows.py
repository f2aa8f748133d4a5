"""What the list of papers shows of each: its data's day, whether it can be let out, and when it last was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from effektspor.app.paper_ports import PaperKind, PaperRelease
from effektspor.reports.checked import CheckedPaper
from effektspor.web.papers.printable import SUFFIX_WORDS

_SHORT = 12
Released = Mapping[tuple[PaperKind, str], PaperRelease]


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper that can be made, before the days and the releases are known.

    `page` is where its figures are seen, `lead` a line under its title, and `problem` why it cannot be made after all.
    """

    kind: PaperKind
    key: str
    checked: CheckedPaper
    page: str
    data_id: int
    version: int = 0
    lead: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the list. `released` is the last time it was let out."""

    paper: ListedPaper
    data_at: datetime | None
    released: PaperRelease | None

    @property
    def title(self) -> str:
        return self.paper.checked.title

    @property
    def verdict(self) -> str:
        if self.paper.problem:
            return "Kan ikke laves"
        errors = len(self.paper.checked.errors)
        return f"Stoppet af {errors} fejl" if errors else "Kan frigives"

    @property
    def stopped(self) -> bool:
        return bool(self.paper.checked.errors)

    @property
    def unchanged(self) -> bool:
        """Whether it says now what it said when it was last let out."""
        return self.released is not None and self.released.data_sha256 == self.paper.checked.data_sha256

    @property
    def short_title(self) -> str:
        """A proposal by its code, any other by its title."""
        return self.paper.key if self.paper.version else self.title

    @property
    def anchor(self) -> str:
        return f"{self.paper.kind.value}-{self.paper.key}"

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """Yield the words and the address of each file it can be made as."""
        for suffix in self.paper.kind.suffixes:
            yield SUFFIX_WORDS[suffix], reverse("rapport-hent", args=[self.paper.kind.value, self.paper.key, suffix])

    @property
    def stop_address(self) -> str:
        """Where it is said what stops it: where it would be sent."""
        return next(address for _, address in self.links)

    @property
    def release_address(self) -> str:
        return reverse("rapport-frigiv", args=[self.paper.kind.value, self.paper.key])


def shortened(sha256: str) -> str:
    """Return the first of a hash, enough to compare two by eye."""
    return sha256[:_SHORT]
