"""The Danish words of the form: its tables with their columns, in the template's order."""

from dataclasses import dataclass

from effektspor.app.proposal_form import FormTable
from effektspor.app.proposal_reading import UNITS
from effektspor.core.proposals.details import AllocationRole, LinkKind

AREAS = ("Service", "Overførsler", "Anlæg", "Efterspørgselsstyret indsats")
RISKS = ("Lav", "Middel", "Høj")
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """A column of a form's table: its name, its head, and what its field is like.

    `kind` is text, long (several lines), area (with the usual ones offered), number or choice; a `below` one stands
    under the one before it.
    """

    name: str
    head: str
    kind: str = "text"
    options: Options = ()
    below: bool = False


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of a table; `rows` names them where the table has the same ones always."""

    table: FormTable
    title: str
    row: str
    columns: tuple[ColumnWords, ...]
    hint: str = ""
    rows: tuple[str, ...] = ()


def _same(words: tuple[str, ...]) -> Options:
    return tuple((word, word) for word in words)


_LINE = (ColumnWords("tekst", "Linje", "long"), ColumnWords("omraade", "Styringsområde", "area"),
         ColumnWords("del", "Del af forslaget", below=True))  # fmt: skip
_ROLES = tuple((role.value, role.danish) for role in AllocationRole)
_KINDS = tuple((kind.value, kind.danish) for kind in LinkKind)
LINES = (
    TableWords(FormTable.PERMANENT, "Varige ændringer", "linje", _LINE, "En besparelse har minus, en udgift plus."),
    TableWords(FormTable.IMPLEMENTATION, "Implementeringsomkostninger", "linje", _LINE,
               "Det, der betales for at komme i gang; plus."),
)  # fmt: skip
SECTIONS = TableWords(
    FormTable.SECTIONS,
    "Tekst",
    "afsnit",
    (ColumnWords("overskrift", "Overskrift"), ColumnWords("tekst", "Tekst", "long")),
)
DETAILS = (
    TableWords(FormTable.POOLS, "Søges af investeringspuljer", "pulje",
               (ColumnWords("tekst", "Til hvad", "long"), ColumnWords("omraade", "Styringsområde", "area"),
                ColumnWords("pulje", "Pulje", below=True))),
    TableWords(FormTable.ALLOCATIONS, "Fordeling på udvalg", "udvalg",
               (ColumnWords("udvalg", "Udvalg"), ColumnWords("rolle", "Del", "choice", _ROLES, below=True),
                ColumnWords("omraade", "Styringsområde", "area"), ColumnWords("noegle", "Nøgle, pct.", "number")),
               "Skriv en nøgle i pct., så regnes beløbene ud; uden nøgle skriver du beløbene."),
    TableWords(FormTable.BUDGETS, "Budget, som besparelsen er en del af", "budget",
               (ColumnWords("aktivitet", "Aktivitet"), ColumnWords("beloeb", "Budget", "number"),
                ColumnWords("aar", "År", "number"))),
    TableWords(FormTable.UNIT_PRICES, "Antal og enhedspriser", "enhedspris",
               (ColumnWords("tekst", "Ydelse"), ColumnWords("antal_foer", "Antal før", "number"),
                ColumnWords("pris_foer", "Pris før", "number"), ColumnWords("antal_efter", "Antal efter", "number"),
                ColumnWords("pris_efter", "Pris efter", "number"),
                ColumnWords("enhed", "Enhed", "choice", _same(tuple(UNITS))))),
    TableWords(FormTable.STAFF, "Personale, årsværk", "faggruppe",
               (ColumnWords("tekst", "Faggruppe"), ColumnWords("foer", "Før", "number"),
                ColumnWords("efter", "Efter", "number"), ColumnWords("aendring", "Ændring", "number")),
               "Skriver du både før og efter, regnes ændringen ud."),
    TableWords(FormTable.SERVICE_LEVELS, "Serviceniveau", "serviceniveau",
               (ColumnWords("emne", "Hvem og hvad"), ColumnWords("foer", "Før", "long"),
                ColumnWords("efter", "Efter", "long"))),
    TableWords(FormTable.CRITERIA, "Succeskriterier og opfølgning", "succeskriterium",
               (ColumnWords("kriterium", "Succeskriterium", "long"), ColumnWords("maales", "Hvordan måles det", "long"),
                ColumnWords("ansvarlig", "Hvem følger op"), ColumnWords("hvornaar", "Hvornår"))),
    TableWords(FormTable.LINKS, "Sammenhæng med andre forslag", "sammenhæng",
               (ColumnWords("art", "Sammenhæng", "choice", _KINDS), ColumnWords("kode", "Forslagets kode"),
                ColumnWords("note", "Bemærkning"))),
    TableWords(FormTable.RISK_PARTS, "Risiko for dele af forslaget", "del",
               (ColumnWords("del", "Del af forslaget"), ColumnWords("niveau", "Risiko"))),
)  # fmt: skip
BUDGET_FORM = TableWords(FormTable.BUDGET_FORM, "Budgetskema", "række", (),
                         rows=("Nuværende budget", "Ændring i årsværk"))  # fmt: skip
TABLES = (*LINES, SECTIONS, *DETAILS, BUDGET_FORM)
