"""The styles of a Word file: which font and which list they bring."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class _Style:
    based_on: str = ""
    font: str = ""
    number: str = ""
    level: int | None = None


@dataclass(slots=True)
class Styles:
    """An XML handler for ``styles.xml``."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _now: _Style | None = None
    _defaults: _Style = field(default_factory=_Style)
    _default_paragraph: str = ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take the start of an element."""
        value = given.get("val", "")
        if tag == "docDefaults":
            self._now = self._defaults
        elif tag == "style":
            name = given.get("styleId", "")
            self._now = self._styles[name] = _Style()
            if given.get("type") == "paragraph" and given.get("default") in ("1", "true"):
                self._default_paragraph = name
        elif self._now is None:
            return
        elif tag == "basedOn":
            self._now.based_on = value
        elif tag == "rFonts":
            self._now.font = given.get("ascii") or given.get("hAnsi") or ""
        elif tag == "numId":
            self._now.number = value
        elif tag == "ilvl" and value.isdecimal() and len(value) < 3:
            self._now.level = int(value)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in ("style", "docDefaults"):
            self._now = None

    def data(self, text: str) -> None:
        """Take text, of which there is none."""

    def _chain(self, name: str) -> list[_Style]:
        chain: list[_Style] = []
        while (style := self._styles.get(name)) is not None and len(chain) < 20:
            chain.append(style)
            name = style.based_on
        return chain

    def font(self, name: str) -> str:
        """Give the font that a style brings, its ancestors asked too; empty where none does."""
        return next((style.font for style in self._chain(name) if style.font), "")

    def default_font(self) -> str:
        """Give the font of text without a style."""
        return self.font(self._default_paragraph) or self._defaults.font

    def list_of(self, name: str) -> tuple[str, int]:
        """Give the list and the level that a paragraph style brings; an empty name where none."""
        chain = self._chain(name)
        number = next((style.number for style in chain if style.number), "")
        level = next((style.level for style in chain if style.level is not None), 0)
        return number, level
