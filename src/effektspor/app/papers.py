"""Use cases on our own papers: let one out, and put a Word template of one's own into use."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from effektspor.app.errors import NotPossible
from effektspor.app.paper_ports import PaperKind, PaperRelease, ReleaseStore, TemplateStore
from effektspor.app.ports import PaperFiles, Recordings
from effektspor.ingest.limits import Limits
from effektspor.ingest.package import WORD, open_package
from effektspor.reports.template_check import TEMPLATE_TITLES, check_template

_LONGEST_REASON, _LONGEST_TITLE = 500, 150
# A plan's log shows the releases of its papers.
_OF_A_PLAN = (PaperKind.STATUS, PaperKind.NOTE)


@dataclass(frozen=True, slots=True)
class TemplateStores:
    """Where own templates are kept: their files, and which of them are in use."""

    files: PaperFiles
    templates: TemplateStore
    recordings: Recordings


def release_paper(
    asked: PaperRelease, write: Callable[[str], bytes], releases: ReleaseStore, recordings: Recordings
) -> bytes:
    """Make a paper, keep that it was released, and return its file.

    `write` makes it with a reason. Raises PaperNotReleased when it has an open error and `asked` gives none; then
    nothing is kept.
    """
    content = write(asked.reason)
    release = replace(asked, sha256=hashlib.sha256(content).hexdigest())
    paper = f"{asked.title[:_LONGEST_TITLE]} ({asked.suffix}, sha256 {release.sha256})"
    told = f"{paper}: {asked.reason}" if asked.reason else paper
    use_case = "plans.release" if asked.kind in _OF_A_PLAN else "papers.release"
    with recordings.record(use_case, told[:_LONGEST_REASON]) as recording_id:
        releases.add(recording_id, release)
    return content


def use_template(name: str, data: bytes, stores: TemplateStores) -> None:
    """Check a template by filling it with an example, and put it into use in the place of the one of that name.

    Raises NotPossible for a name that is none of ours, UnreadableDocument or ReportError when it cannot be used;
    then nothing is kept.
    """
    if name not in TEMPLATE_TITLES:
        raise NotPossible(f"{name}: Der er ingen skabelon af det navn. Vælg en af skabelonerne på siden Skabeloner.")
    open_package(Limits(name), data, WORD).main()
    check_template(name, data)
    sha256 = stores.files.keep(data)
    with stores.recordings.record("papers.template", name) as recording_id:
        stores.templates.add(recording_id, name, sha256)


def stop_using_template(name: str, stores: TemplateStores) -> None:
    """Take a template out of use; where none is in use no recording is made."""
    if name in stores.templates.current():
        with stores.recordings.record("papers.template_out", name) as recording_id:
            stores.templates.close(recording_id, name)
