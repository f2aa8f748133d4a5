"""What an Excel cell with a number prints: the value in its number format, as a Danish paper writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

GENERAL = "General"
# The formats that a file names by number only (ECMA-376 part 1, 18.8.30); dates as Danes write them.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d.mmm.yy", 16: "d.mmm",
    17: "mmm.yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-", 42: "#,##0;-#,##0;-",
    43: "#,##0.00;-#,##0.00;-", 44: "#,##0.00;-#,##0.00;-", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
# What Excel itself can tell apart; what stands after is an accident of the binary form.
_EXCELS_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_LONGEST = 40
_ENOUGH_DIGITS = Context(prec=3 * _LONGEST, rounding=ROUND_HALF_UP)
# A colour, a width and a filling character are not printed; a currency in brackets is.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|(?P<plain>.)', re.DOTALL
)
# Fractions, powers of ten, the text itself, and sections with a condition of their own.
_UNKNOWN = re.compile(r"[Ee/@]")
_CONDITION = re.compile(r"\[[<>=]")
_UNIT = re.compile(r"[^\W\d_]|[€$£]")


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: the places of its digits, and what is printed around them."""

    places: str
    words: str
    known: bool

    @property
    def whole(self) -> str:
        return self.places.partition(".")[0]

    @property
    def decimals(self) -> str:
        return self.places.partition(".")[2].replace(",", "")

    @property
    def times(self) -> Decimal:
        """What the value is multiplied by: "%" prints hundredths, a comma after the last place prints thousands."""
        commas = len(self.whole) - len(self.whole.rstrip(",")) + self.places.partition(".")[2].count(",")
        return Decimal(100) ** self.words.count("%") / Decimal(1000) ** commas

    @property
    def unit(self) -> str:
        unit = re.sub(r"[()+%]", "", self.words).strip(" -,\u00a0")
        return "pct." if "%" in self.words else unit if _UNIT.search(unit) else ""


def read_decimal(text: str) -> Decimal | None:
    """Return the number a file stores, to Excel's own precision; None when it is none or beyond all amounts."""
    try:
        number = _EXCELS_DIGITS.create_decimal(text)
    except (InvalidOperation, ValueError):
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST else None


def print_number(number: Decimal, code: str) -> str:
    """Return a number as its format prints it: -1650 in "#,##0" → "-1.650", 0.021 in "0.0%" → "2,1 pct.".

    The sign is kept where the format only turns the figure red. In a format we do not know: the shortest exact number.
    """
    section = _section_for(number, code)
    if not section.known:
        return print_exact(number)
    if "0" not in section.places and "#" not in section.places and not number:
        return "-" if "-" in section.words else section.words.strip()
    return _printed(number, section) if section.places else section.words.strip()


def print_exact(number: Decimal) -> str:
    """Return a number with all its digits and no more: 1650 → "1650", 5.930 → "5,93"."""
    return f"{number.normalize(_EXCELS_DIGITS) if number else Decimal(0):f}".replace(".", ",")


def format_sections(code: str) -> list[str]:
    """Return the sections of a format: positive; negative; zero; text."""
    parts = [""]
    for match in _TOKEN.finditer(code):
        if match[0] == ";":
            parts.append("")
        else:
            parts[-1] += match[0]
    return parts


def plain_letters(section: str) -> str:
    """Return what of a format is a code, without texts in quotes, colours and currencies."""
    return "".join(match["plain"] or "" for match in _TOKEN.finditer(section))


def _section_for(number: Decimal, code: str) -> _Section:
    sections = [_read_section(part) for part in format_sections(code or GENERAL)[:3]]
    at = 1 if number < 0 else 2 if not number else 0
    return sections[at] if at < len(sections) else sections[0]


def _read_section(part: str) -> _Section:
    tokens = list(_tokens(part))
    places = [index for index, (is_place, _) in enumerate(tokens) if is_place]
    between = tokens[places[0] : places[-1]] if places else []
    # Something printed between the digits ("00-00") makes an identifier, not a figure.
    broken = any(text.strip() for is_place, text in between if not is_place)
    general = part.strip().lower() in ("general", "standard")
    return _Section(
        places="".join(tokens[index][1] for index in places),
        words="".join(text for is_place, text in tokens if not is_place),
        known=not (broken or general or _CONDITION.search(part) or _UNKNOWN.search(plain_letters(part))),
    )


def _tokens(part: str) -> Iterator[tuple[bool, str]]:
    """Yield what a section prints, and whether it is the place of a digit."""
    for match in _TOKEN.finditer(part):
        plain = match["plain"] or ""
        if plain and plain in "0#?.,":
            yield True, plain
        elif text := plain or match["quoted"] or match["escaped"] or match["currency"]:
            yield False, text


def _printed(number: Decimal, section: _Section) -> str:
    decimals = section.decimals
    value = _ENOUGH_DIGITS.multiply(abs(number), section.times)
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), context=_ENOUGH_DIGITS)
    whole, _, fraction = f"{rounded:f}".partition(".")
    fraction = fraction[: len(decimals.rstrip("#?"))] + fraction[len(decimals.rstrip("#?")) :].rstrip("0")
    if not rounded and "0" not in section.places:
        return ""
    digits = _with_thousands(whole, section.whole) + (f",{fraction}" if fraction else "")
    if number < 0 and rounded:
        digits = f"({digits})" if "(" in section.words else f"-{digits}"
    return f"{digits} {section.unit}".rstrip()


def _with_thousands(whole: str, places: str) -> str:
    if re.search(r"[0#?],+[0#?]", places):
        return f"{int(whole):,}".replace(",", ".")
    return whole.zfill(places.count("0"))
