"""Which unit a name means: by the document's own province, or by the units named next to it."""

from __future__ import annotations

from vnreport.gazetteer import PlaceSpan, Unit, former, level_words, province_of, serial, units
from vnreport.locality import Locality, choose_era
from vnreport.names import UPPER
from vnreport.patterns import lazy

_NAME = lazy(
    rf"[{UPPER}][\w’']*(?:[ \xa0](?:-[ \xa0])?[{UPPER}][\w’']*){{0,3}}"
    r"|\d{1,2}(?=[,;)\n]|\.(?!\d)|[ \xa0](?:và[ ]|\()|$)(?!,\d)"
)


class Chooser:
    """Chooses among the units that the places of one document may mean."""

    def __init__(self, home: Locality, places: list[PlaceSpan]) -> None:
        self.home = home
        self.places = places
        self._chosen: dict[int, Unit | None] = {}

    @staticmethod
    def level_of(word: str) -> str:
        """The level of a level word; ``other`` for none."""
        return next((level for w, level in level_words().values() if w == word), "other")

    @staticmethod
    def named(text: str, at: int, word: str) -> PlaceSpan | None:
        """Read the bare name of a unit with the level word ``word`` at ``at``."""
        found = _NAME.match(text, at)
        if found is None:
            return None
        name = found[0]
        while name:
            candidates = units(word, name)
            if more := serial(text, at + len(name), word, name):
                name += more
                candidates = units(word, name)
            if candidates:
                return PlaceSpan(at, at + len(name), word, name, candidates)
            cut = name.rfind(" ")
            if cut < 0:
                break
            name = name[:cut].rstrip(" \xa0-")
        risen = former(word, found[0]) if word == "xã" else None
        return PlaceSpan(at, found.end(), word, *risen) if risen else None

    def choose(self, index: int) -> Unit | None:
        """Give the unit of the place at ``index``; None where it is none or cannot be told."""
        place = self.places[index]
        if not place.candidates:
            return None
        fitting = choose_era(place.candidates, self.home.new_map)
        if place.word == "thành phố" or not place.word:
            provincial = [u for u in fitting if u.level == "province"]
            fitting = tuple(provincial) or fitting
        if len({(u.code, u.word) for u in fitting}) == 1:
            return fitting[0]
        return self._by_neighbour(index, fitting) or self._by_home(fitting)

    def _by_neighbour(self, index: int, fitting: tuple[Unit, ...]) -> Unit | None:
        """The candidate inside a unit named right behind: ``huyện Châu Thành, tỉnh Kiên Giang``."""
        at = self.places[index].end
        for following in self.places[index + 1 : index + 3]:
            if following.start - at > 6:
                break
            at = following.end
            for outer in following.candidates:
                inside = [u for u in fitting if self._inside(u, outer)]
                if len(inside) == 1:
                    return inside[0]
        return None

    @staticmethod
    def _inside(unit: Unit, outer: Unit) -> bool:
        if outer.level == "province":
            return province_of(unit) == outer.code
        return unit.parent == outer.code and unit.level == "commune" and unit.until == 2025

    def _by_home(self, fitting: tuple[Unit, ...]) -> Unit | None:
        home = self.home
        if home.district and home.district.level == "district":
            inside = [u for u in fitting if self._inside(u, home.district)]
            if len({u.code for u in inside}) == 1:
                return inside[0]
        if home.province:
            inside = [u for u in fitting if province_of(u) == home.province.code]
            if len({u.code for u in inside}) == 1:
                return inside[0]
        return None
