"""Proposals, their revisions and drafts in the database: implements app.proposal_ports."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q, QuerySet

from effektspor.app.case_json import SCHEMA, case_from_json, case_to_json
from effektspor.app.proposal_ports import Draft, ProposalSummary, Revision, RevisionHead
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.details import Link, LinkKind
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import YearAmounts
from effektspor.web.accounts.models import User
from effektspor.web.log.models import RecordingRow
from effektspor.web.proposals.decisions import decision_of
from effektspor.web.proposals.models import DecisionRow, DraftRow, ProposalRow, RevisionRow
from effektspor.web.proposals.years import years_from_json, years_to_json

NOBODY = "systemet"


class DjangoProposalStore:
    def add(self, recording_id: int, case: BusinessCase, note: str = "", document_id: int | None = None) -> Revision:
        proposal = self._proposal(recording_id, case.code, document_id)
        open_rows = RevisionRow.objects.filter(proposal=proposal, closed=None)
        newest = open_rows.values_list("number", flat=True).first() or 0
        open_rows.update(closed=recording_id)
        row = RevisionRow.objects.create(
            opened_id=recording_id,
            proposal=proposal,
            number=newest + 1,
            note=note,
            document_id=document_id,
            **_columns(case),
        )
        return _revision(row)

    def find(self, code: str) -> Revision | None:
        return _first(_rows().filter(proposal__code=code, closed=None))

    def revision(self, code: str, number: int) -> Revision | None:
        return _first(_rows().filter(proposal__code=code, number=number))

    def history(self, code: str) -> list[RevisionHead]:
        rows = RevisionRow.objects.defer("body").filter(proposal__code=code).select_related("opened__by")
        return [
            RevisionHead(row.number, row.label, _writer(row.opened), row.opened.at, row.note)
            for row in rows.order_by("-number")
        ]

    def newest(self, codes: Collection[str]) -> Mapping[str, Revision]:
        rows = _rows().filter(proposal__code__in=codes, closed=None)
        return {row.proposal.code: _revision(row) for row in rows}

    def where(self, asked: Q) -> list[Revision]:
        """Return the revisions that a condition on their rows lets through, newest or not, in one query."""
        return [_revision(row) for row in _rows().filter(asked)]

    def summaries(self) -> list[ProposalSummary]:
        rows = (
            RevisionRow.objects.defer("body").filter(closed=None).select_related("proposal").order_by("proposal__code")
        )
        newest = list(rows)
        decisions = {
            row.proposal_id: row for row in DecisionRow.objects.filter(closed=None).select_related("opened__by")
        }
        drafts = set(DraftRow.objects.values_list("key", flat=True))
        replaced = {
            link.code: row.proposal.code
            for row in newest
            for link in _links(row)
            if link.kind is LinkKind.REPLACES and link.code != row.proposal.code
        }
        return [_summary(row, decisions.get(row.proposal_id), drafts, replaced) for row in newest]

    def _proposal(self, recording_id: int, code: str, document_id: int | None) -> ProposalRow:
        known = ProposalRow.objects.filter(code=code).first()
        by = RecordingRow.objects.get(pk=recording_id).by if document_id is None else None
        return known or ProposalRow.objects.create(code=code, opened_id=recording_id, author=by)


class DjangoDraftStore:
    def save(self, recording_id: int, key: str, based_on: int, fields: Mapping[str, str]) -> None:
        by = RecordingRow.objects.get(pk=recording_id).by
        written = {"based_on": based_on, "fields": dict(fields), "saved_id": recording_id}
        if not DraftRow.objects.filter(key=key, user=by).update(**written):
            DraftRow.objects.create(key=key, user=by, **written)

    def find(self, key: str, by: str) -> Draft | None:
        row = _drafts(by).filter(key=key).select_related("saved").first()
        return Draft(row.key, row.fields, row.based_on, by, row.saved.at) if row else None

    def discard(self, recording_id: int, key: str, by: str) -> None:
        _drafts(by).filter(key=key).delete()

    def keys(self, by: str) -> list[str]:
        return list(_drafts(by).order_by("key").values_list("key", flat=True))


def _drafts(by: str) -> QuerySet[DraftRow]:
    if by == NOBODY:
        return DraftRow.objects.filter(user=None)
    return DraftRow.objects.filter(user__username=by)


def _rows() -> QuerySet[RevisionRow]:
    return RevisionRow.objects.select_related("proposal__author", "opened__by")


def _first(rows: QuerySet[RevisionRow]) -> Revision | None:
    row = rows.first()
    return _revision(row) if row else None


def _columns(case: BusinessCase) -> dict[str, object]:
    return {
        "title": case.title,
        "target_group": case.target_group,
        "label": case.revision,
        "net": years_to_json(net_of(case)),
        "links": [[link.kind, link.code, link.note] for link in case.links],
        "schema": SCHEMA,
        "body": case_to_json(case),
    }


def net_of(case: BusinessCase) -> YearAmounts:
    """Return what a list shows of a case: its permanent change by year, saving minus."""
    return compute_totals(case).permanent


def _revision(row: RevisionRow) -> Revision:
    author = row.proposal.author
    return Revision(
        proposal_id=row.proposal_id,
        number=row.number,
        case=case_from_json(row.body),
        by=_writer(row.opened),
        at=row.opened.at,
        note=row.note,
        document_id=row.document_id,
        author=author.username if isinstance(author, User) else "",
    )


def _summary(
    row: RevisionRow, decision: DecisionRow | None, drafts: Iterable[str], replaced: Mapping[str, str]
) -> ProposalSummary:
    code = row.proposal.code
    return ProposalSummary(
        id=row.proposal_id,
        code=code,
        title=row.title,
        target_group=row.target_group,
        revision=row.number,
        label=row.label,
        net=years_from_json(row.net),
        decision=decision_of(decision) if decision else None,
        has_draft=code in drafts,
        replaced_by=replaced.get(code, ""),
        links=_links(row),
    )


def _links(row: RevisionRow) -> tuple[Link, ...]:
    return tuple(Link(LinkKind(kind), code, note) for kind, code, note in row.links)


def _writer(recording: RecordingRow) -> str:
    return str(recording.by or NOBODY)
