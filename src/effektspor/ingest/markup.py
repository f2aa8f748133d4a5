"""XML by its local names: Word and Excel write the same elements in two namespaces, and none of it is trusted."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

# lxml has no types of its own.
Element = Any
_TYPE_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_WHOLE = re.compile(r"\d{1,9}")


class NotXml(Exception):
    """A part that is no XML, or declares types and entities, which no office program writes."""


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML part; nothing outside it is fetched and no entity is put in.

    Raises NotXml.
    """
    if any(declaration in data for declaration in _TYPE_DECLARATIONS):
        raise NotXml
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotXml from error
    if root.getroottree().docinfo.doctype:
        raise NotXml
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for what is no element."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if _local(key) == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return next(children(element, name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of that name; none has none."""
    return (below for below in (() if element is None else element) if local(below) == name)


def descendants(element: Element | None, name: str) -> Iterator[Element]:
    """Yield everything of that name inside, in order."""
    return (below for below in (() if element is None else element.iter()) if local(below) == name)


def value_of(element: Element | None, name: str) -> str | None:
    """Return what a property says: the `val` of the child of that name, "" where it has none, None without it."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") or ""


def is_on(element: Element | None, name: str) -> bool:
    """Return whether a switch is on: it is there and is not turned off."""
    return value_of(element, name) not in (None, "0", "false", "off", "none")


def whole(text: str | None, default: int) -> int:
    """Return a whole number as it stands in XML, or the default when it is none."""
    return int(text) if text and text.isascii() and _WHOLE.fullmatch(text) else default


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
