"""What stops a paper from being made, each said in Danish with what to do."""

from collections.abc import Sequence

from effektspor.core.finding import Finding


class ReportError(Exception):
    """A paper that cannot be made; `str()` is one Danish line: what it is about, what is wrong and what to do."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(f"{name}: {reason} {remedy}")
        self.name, self.reason, self.remedy = name, reason, remedy


class PaperNotReleased(ReportError):
    """A paper of our own that does not pass our own checks; `findings` are those that stop it."""

    def __init__(self, title: str, findings: Sequence[Finding]) -> None:
        first = findings[0]
        where = first.place.danish() or "papiret"
        more = f" (og {len(findings) - 1} fejl mere)" if len(findings) > 1 else ""
        reason = f"Papiret er ikke frigivet, for det har en fejl ved {where}{more}: {first.message}"
        super().__init__(title, reason, first.remedy)
        self.findings = tuple(findings)
