"""The ledger: what was posted by the last day. Invoices lag one or two months, some much longer."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from effektspor.core.grants.month import Month
from effektspor.simulator.dates import days_later
from effektspor.simulator.drafts import Stay
from effektspor.simulator.drift import RATES_CORRECTED_IN
from effektspor.simulator.month_costs import Costs, MonthCost
from effektspor.simulator.municipality import Municipality
from effektspor.simulator.own_accounts import OWN_ACCOUNTS
from effektspor.simulator.own_costs import month_ore

Row = tuple[str | int, ...]
COLUMNS = ("voucher", "posted_on", "period", "account", "art", "citizen", "grant_id", "supplier_cvr", "invoice_no",
           "amount_ore", "vat_ore", "text")  # fmt: skip
_LATE = ((4, 5), (5, 3), (6, 2))  # months, and how likely each is
_USER_ART = "7.9"
# Own offers, others' invoices, what citizens and others pay, and rates that were known late.
_TEXTS = ("Intern afregning", "Faktura", "Egenbetaling og refusion", "Efterregulering af takst")

Named = tuple[int, Month, str, tuple[str, ...]]  # a month: its number, itself, its name, and its texts


class Posting(NamedTuple):
    """An amount of a grant that waits to be posted for a month, with the text of its row."""

    stay: Stay
    period: str
    amount_ore: int
    text: str
    art: str
    is_late: bool = False


@dataclass(slots=True)
class Ledger:
    """Writes the ledger month by month, and keeps what the truth tells of it: what came late or never.

    Rows are made as they are written: the ledger of a large municipality does not fit in memory.
    """

    town: Municipality
    costs: dict[str, Costs]
    late: list[tuple[str, str, int, date | None]] = field(default_factory=list)
    waiting: dict[int, list[Posting]] = field(default_factory=lambda: defaultdict(list))
    _written: int = 0

    def rows(self) -> Iterator[Row]:
        """Yield every row in the order of its month and day."""
        paid = [(stay, self.costs[stay.grant_id]) for stay in self.town.real_stays()]
        for number, month in enumerate(self.town.parameters.each_month()):
            named = number, month, str(month), tuple(f"{text} {month}" for text in _TEXTS)
            for stay, costs in paid:
                if number in costs:
                    self._expect(stay, named, costs[number])
            yield from self._own_rows(month)
            yield from self._due_rows(number, month)
        self._leave_unposted()

    def _expect(self, stay: Stay, of: Named, cost: MonthCost) -> None:
        """Put a grant's month down for when it will be posted."""
        number, month, period, texts = of
        art, lag = stay.provider.art, self._lag(stay, month.number)
        if cost.paid_ore:
            text = texts[not stay.provider.is_own]
            self._put(number + lag, Posting(stay, period, cost.paid_ore, text, art, lag > 3))
        if cost.received_ore:
            self._put(number + 1, Posting(stay, period, cost.received_ore, texts[2], _USER_ART))
        if cost.later_ore:
            posted = number - month.number + 1 + RATES_CORRECTED_IN
            self._put(posted, Posting(stay, period, cost.later_ore, texts[3], art))

    def _put(self, number: int, posting: Posting) -> None:
        self.waiting[number].append(posting)

    def _lag(self, stay: Stay, month: int) -> int:
        """Own offers settle in the month after the quarter; one outside invoice in sixty comes months late."""
        if stay.provider.is_own:
            return 3 - (month - 1) % 3
        if self.town.chance.happens(16):
            return self.town.chance.weighted(_LATE)
        return 2 if self.town.chance.happens(180) else 1

    def _due_rows(self, number: int, month: Month) -> Iterator[Row]:
        """What is due in a month, spread over its days from the third to the twenty-seventh."""
        by_day: list[list[Posting]] = [[] for _ in range(27)]
        for posting in self.waiting.pop(number, ()):
            by_day[self.town.chance.between(2, 26)].append(posting)
        for day, postings in enumerate(by_day):
            posted_on = days_later(month.start, day)
            for posting in postings:
                if posting.is_late:
                    self._note_late(posting, posted_on)
            shown_on = posted_on.isoformat()
            yield from (self._grant_row(posting, shown_on) for posting in postings)

    def _grant_row(self, posting: Posting, posted_on: str) -> Row:
        stay, period, amount_ore, text, art, _ = posting
        self._written += 1
        number, is_invoice = self._written, art != _USER_ART
        return (
            f"V{number:08}", posted_on, period, stay.service.account, art, stay.citizen.key, stay.grant_id,
            stay.provider.cvr if is_invoice else "", f"F{number:07}" if is_invoice else "", amount_ore, 0,
            text,
        )  # fmt: skip

    def _own_rows(self, month: Month) -> Iterator[Row]:
        for account in OWN_ACCOUNTS:
            self._written += 1
            head = f"V{self._written:08}", month.start.isoformat(), str(month), account.number, account.art
            yield (*head, "", "", "", "", month_ore(self.town, account, month), 0, account.text)

    def _leave_unposted(self) -> None:
        for number in sorted(self.waiting):
            for posting in self.waiting[number]:
                if posting.is_late:
                    self._note_late(posting, None)

    def _note_late(self, posting: Posting, posted_on: date | None) -> None:
        self.late.append((posting.stay.grant_id, posting.period, posting.amount_ore, posted_on))
