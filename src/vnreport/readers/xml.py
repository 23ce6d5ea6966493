"""XML without its dangers: no document type, so no entities; no tree, so no memory."""

from __future__ import annotations

from typing import Any, Protocol
from xml.etree.ElementTree import ParseError, XMLParser

from vnreport.readers.errors import UnreadableError

_CHUNK = 1 << 16
_MAX_DEPTH = 400


class Handler(Protocol):
    """Takes the events of a document; names of WordprocessingML come without their namespace."""

    def start(self, tag: str, given: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text stands here."""


class _Target:
    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0
        self._names: dict[str, str] = {}
        self.data = handler.data

    def _name(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        return name

    def start(self, tag: str, given: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise UnreadableError("is nested deeper than any report")
        self._handler.start(self._name(tag), {self._name(key): value for key, value in given.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(self._name(tag))

    def doctype(self, *_: Any) -> None:
        raise UnreadableError("declares XML entities, as an attack would; Word files never do")

    def close(self) -> None:
        """End of the document."""


def parse(data: bytes, handler: Handler) -> None:
    """Feed a document to a handler.

    Raises:
        UnreadableError: if it is no XML, is nested beyond measure or has a document type.
    """
    parser = XMLParser(target=_Target(handler))
    try:
        for offset in range(0, len(data), _CHUNK):
            parser.feed(data[offset : offset + _CHUNK])
        parser.close()
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"is a damaged Word file ({error})") from error
