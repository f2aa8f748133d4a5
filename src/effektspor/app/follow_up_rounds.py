"""Use cases on follow-up rounds: add one, correct it, take it back."""

from dataclasses import dataclass

from effektspor.app.errors import NotPossible
from effektspor.app.plan_ports import EstimateStore, RoundStore, StoredRound, StoredSeries
from effektspor.app.ports import Recordings, StoredPlan
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import Estimates, FollowUpRound

_GONE = "Opfølgningen er ikke en, nogen har tilføjet, eller den er allerede taget tilbage."


@dataclass(frozen=True, slots=True)
class RoundStores:
    """Where estimates are read and rounds are written."""

    estimates: EstimateStore
    rounds: RoundStore


def label_taken(series: StoredSeries | None, label: str, but: int | None = None) -> bool:
    """Return whether a series has a round of that name already, apart from the one with the id `but`."""
    rounds = series.rounds if series else ()
    return any(each.round.label.casefold() == label.casefold() and each.id != but for each in rounds)


def add_round(series_id: int, added: FollowUpRound, stores: RoundStores, recordings: Recordings) -> int:
    """Add a round to a series and return its id. Raises NotPossible where the series is gone or has that round."""
    series = _series(series_id, stores.estimates)
    _check_label(series, added.label)
    with recordings.record("plans.round", _said(series, added, "tilføjet")) as recording_id:
        return stores.rounds.add(recording_id, series_id, added)


def begin_series(plan: StoredPlan, first: FollowUpRound, stores: RoundStores, recordings: Recordings) -> int:
    """Begin a plan's own series of follow-ups with its first round, in the plan's unit; return the series' id."""
    printed = PrintedAs(plan.plan.unit, plan.plan.decimals, plan.plan.price_level)
    series = Estimates(own_title(plan), printed, (first,), plan.plan.convention)
    with recordings.record("plans.round", f"{first.label}: tilføjet som første opfølgning") as recording_id:
        return stores.rounds.begin(recording_id, plan.document_id, series)


def own_title(plan: StoredPlan) -> str:
    """Return what a plan's own series is called."""
    return f"Opfølgning på {plan.plan.title or plan.document_title}"


def correct_round(
    series_id: int, round_id: int, corrected: FollowUpRound, stores: RoundStores, recordings: Recordings
) -> None:
    """Put a corrected round in the place of one that a person added; the old is kept. Raises NotPossible."""
    series = _series(series_id, stores.estimates)
    added_round(series, round_id)
    _check_label(series, corrected.label, round_id)
    with recordings.record("plans.round", _said(series, corrected, "rettet")) as recording_id:
        stores.rounds.close(recording_id, round_id)
        stores.rounds.add(recording_id, series_id, corrected)


def take_back_round(series_id: int, round_id: int, stores: RoundStores, recordings: Recordings) -> None:
    """Take back a round that a person added; it is kept. Raises NotPossible where there is none."""
    series = _series(series_id, stores.estimates)
    stored = added_round(series, round_id)
    with recordings.record("plans.round", _said(series, stored.round, "taget tilbage")) as recording_id:
        stores.rounds.close(recording_id, round_id)


def added_round(series: StoredSeries | None, round_id: int) -> StoredRound:
    """Return a round that a person added to a series. Raises NotPossible for the paper's own and for none."""
    found = next((each for each in series.rounds if each.id == round_id and each.added), None) if series else None
    if found is None:
        raise NotPossible(_GONE)
    return found


def _series(series_id: int, estimates: EstimateStore) -> StoredSeries:
    series = estimates.find(series_id)
    if series is None:
        raise NotPossible("Rækken af skøn findes ikke længere. Papiret kan være læst på ny; åbn siden igen.")
    return series


def _check_label(series: StoredSeries, label: str, but: int | None = None) -> None:
    if label_taken(series, label, but):
        raise NotPossible(f"Der er allerede en opfølgning, der hedder »{label}«. Giv den et andet navn.")


def _said(series: StoredSeries, of: FollowUpRound, what: str) -> str:
    return f"{of.label} {what}: {series.estimates.title}"[:500]
