"""Designations of standards, also those that share their letters: ``QCVN 8-1:2011/BYT, 8-2:2011/BYT``."""

from __future__ import annotations

from vnreport.instruments import Code, read_standard
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.provisions import Provisions
from vnreport.mentions.instruments.reader import Reader
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy

_NUMBER = r"\d{1,5}(?:-\d{1,3}){0,2}"
_LINK = r"(?:,\s|;\s|\svà\s)"
_MORE = lazy(rf"{_LINK}(?=(?:{_NUMBER}{_LINK}){{0,6}}{_NUMBER}\s?:\s?(?:19|20)\d\d(?!\d))")
"""What parts a standard from the next number of its series, the last of which has its year."""
_LETTERS = lazy(r"[^\d]+?(?=\s?\d)")


class Standards(Reader):
    """Reads the designations of standards."""

    def _standard(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        read = read_standard(self.page.plain, head.start)
        if read is None:
            return False
        first = self._of_code(read[0], start)
        if listed:
            first.provisions = listed.expand()
        group = [first, *self._series(read[0], first.end)]
        for here, after in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
            if here.year is None and here.code and after.code and after.year and after.number:
                # "QCVN 12-1, 12-2:2011/BYT": year and ministry stand with the last.
                tail = after.code.split(after.number, 1)[1]
                here.code, here.year = here.code + tail, after.year
                here.symbol, here.issuer = after.symbol, after.issuer
        for one in group:
            self._add(one)
        return True

    @staticmethod
    def _of_code(code: Code, start: int) -> Draft:
        return Draft(
            "standard", start, code.end, code.number, code.year, code.symbol, code.code, issuer=code.issuer
        )

    def _series(self, first: Code, at: int) -> list[Draft]:
        """Read the further numbers that share the letters of a standard."""
        letters = _LETTERS.match(first.code or "")
        found: list[Draft] = []
        while letters and len(found) < 40 and (more := _MORE.match(self.page.plain, at)):
            opening = f"{letters.group()} "
            read = read_standard(opening + self.page.plain[more.end() : more.end() + 40])
            if read is None:
                break
            at = more.end() + read[0].end - len(opening)
            found.append(self._of_code(read[0]._replace(end=at), more.end()))
        return found
