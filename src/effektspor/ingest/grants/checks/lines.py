"""Checks of a line before its values are read: can it be split, and does it hold a CPR number?"""

from collections.abc import Sequence

from effektspor.core.finding import Finding, Place, Verdict
from effektspor.ingest.grants.checks.check import fault
from effektspor.ingest.grants.columns import Columns
from effektspor.ingest.grants.records import Record
from effektspor.ingest.grants.rows import HELD_CPR


class Unsplit:
    """En linje kan ikke deles i felter.

    Linjen har flere eller færre felter, end første linje har kolonner, eller et citationstegn har ikke sin mage. Et
    felt, der selv indeholder skilletegnet, skal stå i citationstegn.

    Forkert: Elleve kolonner og »G1;B1;107;Solgården«.   Rigtigt: Elleve felter, også hvor nogle er tomme.
    """

    code, verdict = "GRA-001", Verdict.ERROR

    def found(self, record: Record, place: Place, columns: Columns) -> Finding:
        """Return the finding of a line that does not fit the columns."""
        if record.fields is None:
            return self._quotes(record, place)
        return fault(
            self,
            place,
            f"Linjen har {len(record.fields)} felter, men første linje har {columns.width} kolonner.",
            "Giv linjen et felt for hver kolonne, og sæt citationstegn om et felt, der indeholder skilletegnet.",
        )

    def _quotes(self, record: Record, place: Place) -> Finding:
        lines = f"linje {record.line}"
        if record.last_line > record.line:
            lines += f" til {record.last_line}"
        message = f"Et citationstegn har ikke sin mage, så {lines} kan ikke deles i felter."
        return fault(self, place, message, 'Skriv et citationstegn inde i et felt som "".')


class HoldsCpr:
    """En linje indeholder noget, der ligner et CPR-nummer.

    Borgere skrives med en nøgle, som ikke er et CPR-nummer. Formen alene afgør det, i alle kolonner, og værdien bliver
    aldrig gentaget.

    Forkert: Et CPR-nummer i kolonnen citizen.   Rigtigt: »B0017«.
    """

    code, verdict = "GRA-002", Verdict.ERROR

    def found(self, texts: Sequence[str], place: Place, columns: Columns) -> Finding:
        """Return the finding of a line in which a text was held back."""
        names = [columns.name_at(position) for position, text in enumerate(texts) if text == HELD_CPR]
        named = [name for name in names if name]
        message = f"Linjen har noget, der ligner et CPR-nummer, i {', '.join(named) or 'et felt uden navn'}."
        remedy = "Skriv borgerens nøgle i stedet, og gem ikke CPR-numre i filen."
        return fault(self, place, message, remedy, columns=named)
