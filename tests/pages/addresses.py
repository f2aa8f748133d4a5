"""Every address there is, found in the URLconf itself, and how to call each."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

EXAMPLES = {"document_id": "1", "key": "1", "username": "demo-leder", "token": "xxx", "code": "HA04",
            "number": "3", "table_id": "tiltag", "address": "HA04/findes-ikke", "kind": "forslag", "paper_key": "HA04",
            "suffix": "docx", "name": "forslag.docx"}  # fmt: skip


def patterns() -> Iterator[tuple[str, str]]:
    """Yield the name and an example address of every pattern."""
    yield from _walk(get_resolver(), "/")


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each, route)
        elif isinstance(each, URLPattern):
            yield each.name or route, _example(route)


def _example(route: str) -> str:
    for converter in ("int", "str", "path", "kode", "papir", "catalogue"):
        for name, value in EXAMPLES.items():
            route = route.replace(f"<{converter}:{name}>", value)
    return route
