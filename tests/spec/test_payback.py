"""Payback: every row of the page comes out of its lines."""

import pytest

from effektspor.core.number import parse_number
from effektspor.core.proposals.business_case import BusinessCase
from effektspor.core.proposals.change_line import ChangeLine, LineKind
from effektspor.core.proposals.payback import NO_INVESTMENT, payback_danish
from effektspor.core.proposals.totals import payback_of
from effektspor.core.unit import THOUSAND
from effektspor.core.year_amounts import YearAmounts
from tests.spec.tables import examples

EXAMPLES = examples("04-hvornaar-et-forslag-er-tjent-hjem.md")
ROWS = [(each, row) for each in EXAMPLES for row in each.rows("rente pct.")]
KINDS = {"varig": LineKind.PERMANENT, "implementering": LineKind.IMPLEMENTATION}


def line_of(row):
    amounts = {int(name): THOUSAND.to_ore(parse_number(text)) for name, text in row.items() if name.isdigit() and text}
    return ChangeLine(row["linje"], KINDS[row["slags"]], YearAmounts.of(amounts), row["styringsområde"])


def printed(years):
    return payback_danish(years).removesuffix(" år")


@pytest.mark.parametrize(("example", "row"), ROWS, ids=lambda each: getattr(each, "title", None) or each["hvorfor"])
def test_a_proposal_is_paid_back_when_the_page_says(example, row):
    case = BusinessCase("A01", example.title, lines=tuple(line_of(each) for each in example.rows("linje")))
    payback = payback_of(case, int(row["rente pct."]))
    told = (printed(payback.service), printed(payback.total)) if payback else (NO_INVESTMENT, NO_INVESTMENT)
    assert told == (row["service"], row["total"])
