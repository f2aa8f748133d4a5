"""Accounts without citizens: own staff, transport, objective financing, the central refund."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """An account, what is on it, its kind, and kroner a year in the standard municipality."""

    number: str
    text: str
    art: str
    year_kr: int


OWN_ACCOUNTS = (
    OwnAccount("5.38.40.001", "Løn, myndighed og visitation", "1.1", 9_200_000),
    OwnAccount("5.38.40.002", "Telefonlinje og it-støtte", "4.9", 640_000),
    OwnAccount("5.38.50.090", "Løn, ledelse af botilbud", "1.1", 4_300_000),
    OwnAccount("5.38.59.090", "Kørsel til dagtilbud, samlet kontrakt", "4.9", 3_400_000),
    OwnAccount("5.38.50.095", "Objektiv finansiering af sikrede pladser", "4.8", 2_600_000),
    OwnAccount("5.22.07.001", "Central refusionsordning", "8.6", -6_900_000),
)


@dataclass(frozen=True, slots=True)
class BudgetMeasure:
    """A measure that lowers an account by kroner a year in the standard municipality, after so many months."""

    name: str
    account: str
    year_kr: int
    after_months: int
    evidence: str


BUDGET_MEASURES = (
    BudgetMeasure("Hjemtagelse af kørsel", "5.38.59.090", 750_000, 8, "Opsagt kontrakt om kørsel"),
    BudgetMeasure("Lederreduktion", "5.38.50.090", 620_000, 15, "Nedlagt stilling, personalesag"),
    BudgetMeasure("Styrket myndighedssagsbehandling", "5.38.40.001", 180_000, 21, "Ændret arbejdsgang, notat"),
    BudgetMeasure("Øget brug af digital støtte", "5.38.40.002", 390_000, 30, "Ny aftale om telefoni"),
)
