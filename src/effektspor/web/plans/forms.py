"""The forms of the plan: a measure, a follow-up round, and the text of a note.

Amounts are typed as the plan prints them, and are whole øre from then on.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from effektspor.app.plan_ports import MeasureEdit, StoredRound
from effektspor.core.cpr import has_cpr
from effektspor.core.number import parse_number
from effektspor.core.plans.plan import Measure, Plan
from effektspor.core.plans.printed_as import PrintedAs
from effektspor.core.plans.rounds import FollowUpRound
from effektspor.core.plans.strategy import NoteSection
from effektspor.core.plans.targets import Accumulation, Targets
from effektspor.core.unit import Unit
from effektspor.core.year_amounts import YearAmounts
from effektspor.ingest.plan_papers.round_names import round_in
from effektspor.web.plans.notes import INTRODUCTION

YEARS_AHEAD = 3
_WRITTEN = "Mål"
_LONGEST_LINE, _LONGEST_TEXT = 200, 5000
_MOST_ORE = 10**17
_DATES = ("%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")


class TextField(forms.CharField):
    """A text without a CPR number, at most so long; what is wrong is said in Danish."""

    def __init__(self, longest: int = _LONGEST_LINE, *, rows: int = 0, **options: Any) -> None:
        css = {"class": "form-input"}
        widget = forms.Textarea({**css, "rows": rows}) if rows else forms.TextInput(css)
        too_long = {"max_length": f"Skriv højst {longest} tegn."}
        super().__init__(
            max_length=longest, widget=widget, error_messages=too_long | options.pop("errors", {}), **options
        )

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if has_cpr(text):
            raise forms.ValidationError("Her må ikke stå et CPR-nummer. Skriv det uden.")
        return text


class AmountField(forms.CharField):
    """An amount in a unit, typed in Danish; empty is None, and the value is whole øre."""

    def __init__(self, unit: Unit, **options: Any) -> None:
        self.unit = unit
        widget = forms.TextInput({"class": "form-input es-amount", "inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=40, widget=widget, **options)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        number = parse_number(text)
        if number is None:
            raise forms.ValidationError(f"»{text[:20]}« er ikke et beløb. Skriv et tal som 1,25 eller −1.500.")
        ore = self.unit.to_ore(number)
        if abs(ore) > _MOST_ORE:
            raise forms.ValidationError("Beløbet er for stort. Se efter, om enheden er den rigtige.")
        return ore


class PlanForm(forms.Form):
    """What the forms share: the label of an error in the summary, and no browser's own words."""

    use_required_attribute = False

    def described(self) -> "PlanForm":
        """Tie every field to its hint and to what is wrong with it, for those who hear the page; return the form."""
        for name, field in self.fields.items():
            bound = self[name]
            said = [f"{bound.auto_id}_hint"] if field.help_text else []
            wrong = [f"{bound.auto_id}_error"] if self.is_bound and bound.errors else []
            if said or wrong:
                field.widget.attrs["aria-describedby"] = " ".join([*said, *wrong])
            if wrong:
                field.widget.attrs["aria-invalid"] = "true"
        return self

    def error_list(self) -> list[tuple[str, str]]:
        """Return what is wrong, and the field to go to."""
        if not self.is_bound:
            return []
        return [
            (self[name].id_for_label, f"{self[name].label}: {error}")
            for name in self.errors
            for error in self.errors[name]
        ]


class YearsForm(PlanForm):
    """A form with an amount per year; the fields are called `aar-2026`."""

    years: tuple[int, ...] = ()

    @property
    def year_fields(self) -> list[BoundField]:
        return [self[f"aar-{year}"] for year in self.years]

    def _add_years(self, unit: Unit) -> None:
        for year in self.years:
            self.fields[f"aar-{year}"] = AmountField(unit, label=str(year))

    def amounts(self) -> YearAmounts:
        return YearAmounts.of({year: self.cleaned_data[f"aar-{year}"] for year in self.years})


class MeasureForm(YearsForm):
    """What a person says of a measure. Without `figures` only the owner and a remark can be written."""

    owner = TextField(label="Ansvarlig", required=False, help_text="Funktion eller navn på den, der står for tiltaget.")
    indicators = TextField(
        _LONGEST_TEXT,
        rows=3,
        label="Indikatorer",
        required=False,
        help_text="Hvad man kan se på, at det virker. Én på hver linje.",
    )
    status_text = TextField(
        _LONGEST_TEXT, rows=6, label="Status", required=False, help_text="Står under tiltaget på siden og i bilaget."
    )
    comment = TextField(2000, rows=2, label="Ny kommentar", required=False, help_text="Gemmes med dit navn og dagen.")

    def __init__(self, data: Any, plan: Plan, measure: Measure, *, figures: bool) -> None:
        self.plan, self.measure, self.figures = plan, measure, figures
        self.years = years_of(plan, measure) if figures else ()
        super().__init__(data, initial=_initial(plan, measure))
        if not figures:
            for name in ("indicators", "status_text"):
                del self.fields[name]
            return
        self._add_years(plan.unit)
        self.fields["accumulation"] = forms.ChoiceField(
            label="Måltallene er",
            choices=[(each.value, each.danish) for each in Accumulation],
            initial=measure.targets.accumulation.value,
            widget=forms.Select({"class": "form-select"}),
            error_messages={"required": "Vælg, hvad måltallene er.", "invalid_choice": "Vælg, hvad måltallene er."},
        )
        self.fields["expected"] = AmountField(
            plan.unit, label="Forventet ved årets udgang", help_text="Tomt felt: som papiret siger, om det siger noget."
        )

    def edit(self, document_id: int) -> MeasureEdit:
        """Return what was written, beside what was said before where it could not be written."""
        said, measure = self.cleaned_data, self.measure
        if not self.figures:
            return MeasureEdit(
                document_id, measure.number, said["owner"], measure.indicators, measure.targets, measure.expected_ore,
                measure.status_text,
            )  # fmt: skip
        return MeasureEdit(
            document_id,
            measure.number,
            said["owner"],
            tuple(line.strip() for line in said["indicators"].splitlines() if line.strip()),
            self._targets(),
            said["expected"],
            said["status_text"].replace("\r\n", "\n"),
        )

    def _targets(self) -> Targets:
        """The measure's own targets where the fields say the same, else what they say."""
        written, accumulation = self.amounts(), Accumulation(self.cleaned_data["accumulation"])
        before = self.measure.targets
        if (written, accumulation) == (shown_targets(self.plan, self.measure), before.accumulation):
            return before
        # With a name, so that no targets at all is also something that is said.
        return Targets(written, accumulation, label=_WRITTEN)


def years_of(plan: Plan, measure: Measure) -> tuple[int, ...]:
    """Return the years a measure's targets are written for: those it has, and the plan's with three ahead."""
    first = plan.year if plan.year is not None else min(measure.targets.years, default=None)
    ahead = range(first, first + YEARS_AHEAD + 1) if first is not None else ()
    return tuple(sorted({*measure.targets.years, *ahead}))


def shown_targets(plan: Plan, measure: Measure) -> YearAmounts:
    """Return a measure's targets as the form shows them: those of each year, else the one of the plan's year."""
    if measure.targets or plan.year is None:
        return measure.targets.stated
    return YearAmounts.of({plan.year: measure.target_ore})


def _initial(plan: Plan, measure: Measure) -> dict[str, Any]:
    amounts = {f"aar-{year}": typed(ore, plan.unit, plan.decimals) for year, ore in shown_targets(plan, measure).pairs}
    expected = "" if measure.expected_ore is None else typed(measure.expected_ore, plan.unit, plan.decimals)
    return {
        **amounts,
        "expected": expected,
        "owner": measure.owner,
        "indicators": "\n".join(measure.indicators),
        "status_text": measure.status_text,
    }


def typed(ore: int, unit: Unit, decimals: int) -> str:
    """Return an amount as a field holds it, with the decimals it takes to hold all of it."""
    while decimals < 12 and unit.to_ore(unit.to_number(ore, decimals)) != ore:
        decimals += 1
    return unit.to_number(ore, decimals).danish()


class RoundForm(YearsForm):
    """A follow-up round: its name, its day, and what it expects of each year."""

    label = TextField(
        label="Navn",
        help_text="Fx »1. opfølgning 2026«.",
        errors={"required": "Skriv, hvad opfølgningen hedder."},
    )
    as_of = forms.DateField(
        label="Opgjort pr.",
        required=False,
        input_formats=_DATES,
        help_text="Dato, fx 31.03.2026.",
        widget=forms.DateInput({"class": "form-input es-amount"}, format="%d.%m.%Y"),
        error_messages={"invalid": "Skriv datoen som 31.03.2026."},
    )

    def __init__(self, data: Any, printed: PrintedAs, years: Iterable[int], before: StoredRound | None = None) -> None:
        self.years, self.printed = tuple(years), printed
        super().__init__(data, initial=_round_initial(before, printed))
        self._add_years(printed.unit)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not self.amounts():
            raise forms.ValidationError({f"aar-{self.years[0]}": "Skriv et skøn for mindst ét år."})
        return said

    def round(self) -> FollowUpRound:
        label: str = self.cleaned_data["label"]
        as_of: date | None = self.cleaned_data["as_of"]
        named = round_in(label, as_of.year if as_of else None)
        year, number = (named.year, named.number) if named else (as_of.year if as_of else None, None)
        return FollowUpRound(label, year, number, self.amounts(), as_of)


def _round_initial(before: StoredRound | None, printed: PrintedAs) -> dict[str, Any]:
    if before is None:
        return {}
    amounts = {f"aar-{year}": typed(ore, printed.unit, printed.decimals) for year, ore in before.round.amounts.pairs}
    return {**amounts, "label": before.round.label, "as_of": before.round.as_of}


class NoteForm(PlanForm):
    """The text under each heading of a strategy note; the fields are called `afsnit-1`."""

    def __init__(self, data: Any, sections: Iterable[NoteSection]) -> None:
        self.sections = tuple(sections)
        names = [f"afsnit-{at}" for at in range(1, len(self.sections) + 1)]
        super().__init__(data, initial=dict(zip(names, (each.text for each in self.sections), strict=True)))
        for name, section in zip(names, self.sections, strict=True):
            rows = min(16, max(3, len(section.text) // 90 + section.text.count("\n")))
            self.fields[name] = TextField(20_000, rows=rows, label=section.heading or INTRODUCTION, required=False)

    def texts(self) -> list[tuple[str, str]]:
        """Return each field with what was written in it, in the order of the sections."""
        return [(name, text.replace("\r\n", "\n")) for name, text in self.cleaned_data.items()]
