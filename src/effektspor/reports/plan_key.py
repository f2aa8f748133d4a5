"""The key sentence of a plan's status: what it gave against its target, and how its measures went."""

from effektspor.core.period import danish_date
from effektspor.core.plans.plan import MeasureStatus, Plan
from effektspor.reports.plan_table import has_realised, has_targets, printed
from effektspor.reports.plan_words import amount
from effektspor.reports.sentence import NET_ANCHOR, Segment, capitalised, count_word

_FIRST_CLAUSE = {
    MeasureStatus.MET: "nåede målet",
    MeasureStatus.PARTLY: "nåede målet delvist",
    MeasureStatus.NOT_MET: "nåede ikke målet",
    MeasureStatus.NOT_REPORTED: "er ikke opgjort",
    MeasureStatus.UNKNOWN: "er uden mål",
}
_NEXT_CLAUSE = _FIRST_CLAUSE | {MeasureStatus.PARTLY: "nåede det delvist", MeasureStatus.NOT_MET: "nåede det ikke"}


def compute_key(plan: Plan) -> tuple[Segment, ...]:
    """Return the one thing to know of a plan: what it gave against its target, and how its measures went."""
    if not plan.measures:
        return (Segment("Planen har endnu ingen tiltag."),)
    counts = (_savings_counted(plan), _investments_counted(plan)) if has_realised(plan) else ()
    return (*_gave(plan), *(Segment(f" {sentence}") for sentence in counts if sentence))


def _gave(plan: Plan) -> tuple[Segment, ...]:
    target_ore, realised_ore = plan.target.net.shown_ore, plan.realised.net.shown_ore
    if not has_realised(plan):
        return _only_promised(plan, target_ore)
    verb = "gav" if realised_ore >= 0 else "kostede"
    opened = Segment(amount(plan, abs(realised_ore)), NET_ANCHOR)
    return Segment(f"Planen {verb} netto "), opened, Segment(_when(plan)), *_against(plan, target_ore, realised_ore)


def _only_promised(plan: Plan, target_ore: int) -> tuple[Segment, ...]:
    if not has_targets(plan):
        return (Segment("Planen har endnu hverken mål eller realiserede beløb."),)
    opened = Segment(amount(plan, target_ore), NET_ANCHOR)
    return Segment("Planens mål er netto "), opened, Segment(f"{_when(plan)}. Der er endnu ikke opgjort noget beløb.")


def _against(plan: Plan, target_ore: int, realised_ore: int) -> tuple[Segment, ...]:
    """Two savings, two costs, or one of each: never a minus the reader has to turn round."""
    if not has_targets(plan):
        return (Segment(". Den har ikke noget mål."),)
    if realised_ore >= 0:
        words = "et mål på" if target_ore >= 0 else "en forudsat udgift på"
    else:
        words = "et mål om at spare" if target_ore > 0 else "forudsat"
    return Segment(f" mod {words} "), Segment(printed(plan, abs(target_ore)), NET_ANCHOR), Segment(".")


def _when(plan: Plan) -> str:
    """A status at the end of the year is the year's; one before it says its day."""
    if plan.as_of is None:
        return ""
    whole_year = (plan.as_of.month, plan.as_of.day) == (12, 31)
    return f" i {plan.as_of.year}" if whole_year else f" pr. {danish_date(plan.as_of)}"


def _savings_counted(plan: Plan) -> str:
    savings = plan.savings if has_targets(plan) else ()
    name = "sparetiltag" if plan.investments else "tiltag"
    groups = [(status, sum(measure.status is status for measure in savings)) for status in _FIRST_CLAUSE]
    counts = [(status, count) for status, count in groups if count]
    if len(counts) <= 1:
        return "".join(_all_alike(status, count, name) for status, count in counts)
    (status, count), *rest = counts
    first = f"{count_word(count)} af {count_word(len(savings))} {name} {_FIRST_CLAUSE[status]}"
    clauses = [first, *(f"{count_word(count)} {_NEXT_CLAUSE[status]}" for status, count in rest)]
    return f"{capitalised(', '.join(clauses[:-1]))}, og {clauses[-1]}."


def _all_alike(status: MeasureStatus, count: int, name: str) -> str:
    if count == 1:
        return f"{capitalised(name)}et {_FIRST_CLAUSE[status]}."
    if status is MeasureStatus.NOT_MET:
        return f"Ingen af de {count_word(count)} {name} nåede målet."
    return f"{'Begge' if count == 2 else f'Alle {count_word(count)}'} {name} {_FIRST_CLAUSE[status]}."


def _investments_counted(plan: Plan) -> str:
    count = len(plan.investments)
    done = sum(measure.status is MeasureStatus.CARRIED_OUT for measure in plan.investments)
    if count <= 1:
        return f"Investeringen er {'gennemført' if done else 'ikke sat i værk'}." if count else ""
    if done in (0, count):
        words = ("De", "gennemført") if done else ("Ingen af de", "sat i værk")
        return f"{words[0]} {count_word(count)} investeringer er {words[1]}."
    return f"{'Én' if done == 1 else capitalised(count_word(done))} af {count_word(count)} investeringer er gennemført."
