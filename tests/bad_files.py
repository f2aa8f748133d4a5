"""Files that cannot be read, as people have them: their name, their bytes, and the sentence they are told.

The sentence is the same in the browser and at the command line; only a file that is empty or too large is told in the
browser before it is laid up.
"""

import base64
import io
from typing import Any

import typst
from docx import Document
from openpyxl import Workbook

# The smallest picture there is: a GIF of one dot.
_DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_SCAN = f"#image(bytes(({', '.join(map(str, _DOT))})), width: 100%, height: 100%)"
_LOCKED = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
3 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <@@> /U <@@>>> endobj
trailer <</Root 1 0 R /Encrypt 3 0 R /ID [<00><00>]>>
""".replace(b"@@", b"41" * 32)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
_ENCRYPTED = _OLE + "EncryptedPackage".encode("utf-16-le")
_SAVE = "Gem papiret som {} eller PDF, og læg det op igen."


def _saved(file: Any) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


BAD_FILES = [
    ("a.doc", _OLE, f"som Word brugte før 2007. {_SAVE.format('Word-dokument (.docx)')}"),
    ("a.xls", _OLE, f"som Excel brugte før 2007. {_SAVE.format('Excel-projektmappe (.xlsx)')}"),
    ("a.odt", b"PK", f"typen .odt læses ikke. {_SAVE.format('Word-dokument (.docx)')}"),
    ("a.ods", b"PK", f"typen .ods læses ikke. {_SAVE.format('Excel-projektmappe (.xlsx)')}"),
    ("a.rtf", b"{\\rtf1}", f"typen .rtf læses ikke. {_SAVE.format('Word-dokument (.docx)')}"),
    ("a.pptx", b"PK", "Præsentationer læses ikke. Gem den som PDF, og læg den op igen."),
    ("a.zip", b"PK", "Pakkede filer læses ikke. Pak filen ud, og læg papirerne i den op hver for sig."),
    ("a.jpg", b"\xff\xd8", "Filen er et billede, og billeder læses ikke. Bed om papiret som Word-dokument"),
    ("a.exe", b"MZ", "Filtypen kan ikke læses. Brug en af disse: .txt"),
    ("blanke.txt", b" \n\n", "Filen er tom: der er ingen linjer at læse."),
    ("binaer.txt", b"Hej\n\x00\x01", "Filen er ikke ren tekst: linje 2 har tegn, som ingen tekst har."),
    ("laast.docx", _ENCRYPTED, "Filen er låst med en adgangskode. Fjern adgangskoden i Word, og gem filen igen."),
    ("laast.xlsx", _ENCRYPTED, "Filen er låst med en adgangskode. Fjern adgangskoden i Excel, og gem filen igen."),
    ("laast.pdf", _LOCKED, "adgangskode"),
    ("gammel.docx", _OLE, "Filen er i et gammelt format, som Word brugte før 2007."),
    ("forkert.docx", _saved(Workbook()), "Filen er ikke et Word-dokument."),
    ("forkert.xlsx", _saved(Document()), "Filen er ikke en Excel-projektmappe."),
    ("scannet.pdf", typst.compile(_SCAN.encode()), "Siderne er billeder, ikke tekst."),
    ("halv.pdf", b"%PDF-1.4\n%%EOF", "Filen er beskadiget eller ikke en PDF"),
]
BAD_IDS = [name for name, _, _ in BAD_FILES]
