"""argparse in Danish."""

import argparse
from typing import Any, NoReturn

from effektspor.app.errors import NotPossible
from effektspor.core.cpr import has_cpr


class DanishParser(argparse.ArgumentParser):
    """argparse with Danish headings and one-line Danish errors."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title = "argumenter"
        self._optionals.title = "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "brug: ", 1)

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        if any(has_cpr(word) for word in args or []):
            raise NotPossible("Kommandolinjen må ikke indeholde et CPR-nummer: den gemmes i skallens historik.")
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        raise NotPossible(f"Kommandoen kan ikke forstås. Skriv '{self.prog} --help' for at se, hvad den kan.")
