"""What stops an engine. `str()` is one Danish sentence that says what to do, as the command prints it."""


class EngineMissing(Exception):
    """An engine that cannot answer here: its library, Java or its server is missing, or it has too few digits."""


def library_missing(engine: str, extra: str) -> EngineMissing:
    return EngineMissing(
        f"Beregningsmotoren {engine} kræver Python-pakker, der ikke er installeret. "
        f"Installér dem med: pip install 'effektspor[{extra}]'"
    )


def too_large(engine: str) -> EngineMissing:
    return EngineMissing(
        f"Beløbene er for store til beregningsmotoren {engine}, som regner med 64 bit. Brug --engine numpy."
    )


def server_missing(variable: str, why: str) -> EngineMissing:
    return EngineMissing(
        f"Beregningsmotoren postgres kræver en PostgreSQL-server, men {variable} {why}. "
        f"Sæt den til serverens adresse (postgresql://…), eller brug --engine numpy."
    )


def java_missing() -> EngineMissing:
    return EngineMissing(
        "Beregningsmotoren spark kræver Java 17 eller nyere, som ikke kan startes. "
        "Installér Java, og prøv igen, eller brug --engine numpy."
    )
