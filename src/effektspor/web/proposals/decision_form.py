"""The form with which a proposal is decided: its fields from the revision, and the decision read from them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from effektspor.app.adoption import adopted_amounts, unshared
from effektspor.app.proposal_due import due_day
from effektspor.app.proposal_form import amount_text
from effektspor.app.proposal_ports import BudgetChange, Decision, FollowUp, Outcome, Revision
from effektspor.app.proposals import AskedDecision
from effektspor.core.cpr import has_cpr
from effektspor.core.number import parse_number
from effektspor.core.plans.convention import Convention
from effektspor.core.proposals.totals import compute_totals
from effektspor.core.year_amounts import YearAmounts

LONGEST_BODY, LONGEST_TEXT, _LONGEST_ACCOUNT = 200, 1000, 60
_DATES = ("%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")
_ROW = re.compile(r"(opf|konto)-(\d{1,3})-")
_LARGEST_ORE = 10**15
Fields = Mapping[str, str]


def initial_fields(revision: Revision, today: date) -> dict[str, str]:
    """Return the form of a proposal that is to be decided: whole, today, with what follows filled in."""
    case = revision.case
    fields = {
        "revision": str(revision.number),
        "udfald": "",
        "organ": "",
        "dato": f"{today:%d.%m.%Y}",
        "note": "",
        "ejer": case.submitted_by,
        "maaltal": Convention.LEVEL.value,
    }
    amounts = {str(year): amount_text(ore, case.unit) for year, ore in compute_totals(case).permanent.pairs}
    fields |= {f"vedtaget-{year}": text for year, text in amounts.items()}
    fields |= {"konto-0-nr": ""} | {f"konto-0-{year}": text for year, text in amounts.items()}
    for at, each in enumerate(case.criteria):
        due = due_day(each.when, today)
        fields |= {f"opf-{at}-ansvarlig": each.responsible, f"opf-{at}-frist": f"{due:%d.%m.%Y}" if due else ""}
    return fields


def rows(fields: Fields, name: str) -> tuple[int, ...]:
    """Return the numbers of the rows a form has: "opf" of follow-ups, "konto" of accounts."""
    found = (_ROW.match(each) for each in fields)
    return tuple(sorted({int(match[2]) for match in found if match and match[1] == name}))


def with_account(fields: Fields, years: tuple[int, ...]) -> dict[str, str]:
    """Return the fields with an empty account more."""
    number = max(rows(fields, "konto"), default=-1) + 1
    return {**fields, f"konto-{number}-nr": "", **{f"konto-{number}-{year}": "" for year in years}}


@dataclass
class DecisionReading:
    """Reads a decision from the form's fields; `errors` are what is wrong, each with the field to go to."""

    revision: Revision
    fields: Fields
    today: date
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        return compute_totals(self.revision.case).permanent.years

    def asked(self) -> AskedDecision | None:
        """Return the decision that is asked for, or None where something is wrong with it."""
        outcome = next((each for each in Outcome if each.value == self.fields.get("udfald")), None)
        if self.fields.get("revision") != str(self.revision.number):
            self.errors["udfald"] = (
                f"{self.revision.by} har gemt revision {self.revision.number}, siden du åbnede siden. "
                "Læs den, og beslut igen."
            )
        elif outcome is None:
            self.errors["udfald"] = "Vælg, hvad der er besluttet."
        body = self._text("organ", LONGEST_BODY)
        if not body and "organ" not in self.errors:
            self.errors["organ"] = "Skriv, hvem der har besluttet det, fx Socialudvalget."
        asked = AskedDecision(
            code=self.revision.case.code,
            revision=self.revision.number,
            outcome=outcome or Outcome.ADOPTED,
            body=body,
            decided_on=self._decided_on(),
            note=self._text("note"),
            adopted=self._adopted(outcome),
            owner=self._owner(outcome),
            convention=Convention.NEW if self.fields.get("maaltal") == Convention.NEW.value else Convention.LEVEL,
            follow_ups=tuple(self._follow_ups()) if outcome and outcome.makes_measure else (),
            budget_changes=self._budget_changes(outcome),
        )
        self._check_accounts(asked)
        return None if self.errors else asked

    def _text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        text = self.fields.get(name, "").strip()
        if has_cpr(text):
            self.errors[name] = "Der står noget, der ligner et CPR-nummer. Skriv det uden."
        elif len(text) > longest:
            self.errors[name] = f"Feltet må højst fylde {longest} tegn."
        return text

    def _owner(self, outcome: Outcome | None) -> str:
        owner = self._text("ejer")
        if not owner and outcome and outcome.makes_measure:
            self.errors["ejer"] = "Skriv, hvem der er ansvarlig for tiltaget, fx centerchefen."
        return owner

    def _decided_on(self) -> date:
        day = self._date("dato")
        if day is None and "dato" not in self.errors:
            self.errors["dato"] = "Skriv beslutningens dato, fx 31.12.2027."
        elif day and day > self.today:
            self.errors["dato"] = "En beslutning kan ikke ligge i fremtiden. Ret datoen."
        return day or self.today

    def _date(self, name: str) -> date | None:
        text = self.fields.get(name, "").strip()
        for each in _DATES:
            try:
                return datetime.strptime(text, each).date()  # noqa: DTZ007  a day has no time zone
            except ValueError:
                continue
        if text:
            self.errors[name] = "Skriv datoen som dag.måned.år, fx 31.12.2027."
        return None

    def _ore(self, name: str) -> int | None:
        text = self.fields.get(name, "").strip()
        if text in ("", "-", "–", "−"):
            return None
        number = parse_number(text)
        ore = self.revision.case.unit.to_ore(number) if number else None
        if ore is None or abs(ore) > _LARGEST_ORE:
            self.errors[name] = "Beløbet kan ikke læses. Skriv fx −1.200 eller 12,5."
            return None
        return ore

    def _adopted(self, outcome: Outcome | None) -> YearAmounts:
        if outcome is not Outcome.PARTLY:
            return YearAmounts()
        adopted = YearAmounts.of({year: self._ore(f"vedtaget-{year}") for year in self.years})
        if not adopted and self.years:
            self.errors.setdefault(f"vedtaget-{self.years[0]}", "Skriv de beløb, der er vedtaget.")
        return adopted

    def _follow_ups(self) -> Iterator[FollowUp]:
        for at, each in enumerate(self.revision.case.criteria):
            yield FollowUp(
                self.revision.proposal_id,
                0,
                each.criterion,
                each.measured_by,
                self._text(f"opf-{at}-ansvarlig"),
                each.when,
                self._date(f"opf-{at}-frist"),
            )

    def _budget_changes(self, outcome: Outcome | None) -> tuple[BudgetChange, ...]:
        if not self.fields.get("budget") or not (outcome and outcome.makes_measure):
            return ()
        return tuple(self._accounts())

    def _accounts(self) -> Iterator[BudgetChange]:
        for row in rows(self.fields, "konto"):
            amounts = {year: self._ore(f"konto-{row}-{year}") for year in self.years}
            account = self._text(f"konto-{row}-nr", _LONGEST_ACCOUNT)
            if not account and any(amounts.values()):
                self.errors.setdefault(f"konto-{row}-nr", "Skriv kontoen.")
            for year, ore in amounts.items():
                if account and ore:
                    yield BudgetChange(self.revision.proposal_id, 0, account, year, ore)

    def _check_accounts(self, asked: AskedDecision) -> None:
        """The accounts share what is adopted to the øre; what is left is said year by year."""
        if self.errors or not self.fields.get("budget") or not asked.outcome.makes_measure:
            return
        decision = Decision(self.revision.proposal_id, self.revision.number, asked.outcome, asked.body,
                            asked.decided_on, adopted=asked.adopted)  # fmt: skip
        left = unshared(adopted_amounts(self.revision, decision), asked.budget_changes)
        if left:
            unit = self.revision.case.unit
            said = ", ".join(f"{amount_text(ore, unit)} i {year}" for year, ore in left.pairs)
            first = rows(self.fields, "konto")[0] if rows(self.fields, "konto") else 0
            self.errors[f"konto-{first}-{left.years[0]}"] = (
                f"Kontiene skal give det vedtagne til øren. Der mangler {said} ({unit.name})."
            )
