"""Citations without a number: names of laws, resolutions, treaties; standards."""

from __future__ import annotations

import datetime as dt
import re

from vnreport.mentions.instruments import names, treaties
from vnreport.mentions.instruments.bodies import read_body
from vnreport.mentions.instruments.dates import read_date
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.issuers import joined, read_issuer
from vnreport.mentions.instruments.law_names import law_kind, law_names
from vnreport.mentions.instruments.numbered import (
    Number,
    fill,
    followed,
    read_number,
)
from vnreport.mentions.instruments.page import one_tone, rx
from vnreport.mentions.instruments.provisions import Provisions
from vnreport.mentions.instruments.references import BACK, References
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy

_NEXT_LAW = lazy(r"\s{0,2}[,;]\s{1,3}(?=[A-ZĐ][^\W\d_]*\s?)|\s{1,3}và\s{1,3}(?=[A-ZĐ][^\W\d_]*\s?)")
_COLON = lazy(r"\s?:\s{1,3}(?=[A-ZĐ])")
_BRACKET = lazy(r"\s{0,2}\((?:(?:[Bb]ộ [Ll]uật|[Ll]uật|[Pp]háp lệnh)(?=\s))?(?=\s?(?:[Ss]ố\s?)?\d)")
_LETTERS = lazy(r"\s?\([A-ZĐ][A-ZĐ&-]{1,11}\)(?=\s(?:số\s?\d|năm\s\d|ngày\s\d|(?:19|20)\d\d(?!\d)))")
"""A law's letters between its name and year: ``Bộ luật Dân sự (BLDS) năm 2015``."""
_YEARS = rx(
    r"(?:\s?,\s?(?:năm\s)?(?:19|20)\d\d){0,6}\s?,?\s(?:và|hoặc)\s(?:năm\s)?(?:19|20)\d\d"
    r"(?=\s?(?:\Z|[;.),:](?!\d))|"
    r"\s(?:đều|quy định|không|của|về|thì|cũng|với|được|chưa|chỉ|có hiệu lực)(?!\w))|"
    r"(?:\s?,\s?(?:năm\s)?(?:19|20)\d\d(?:\s\((?:sửa đổi|bổ sung)[^()\n]{0,40}\))?){1,6}"
    r"(?=\s?(?:\Z|[;.)](?!\d)))"
)
"""Further years of a law, up to what ends their list."""
_CONSTITUTIONS = rx(
    r"(?:(?:\s?,|\s?,?\s(?:và|hoặc))\s(?:năm\s)?(?:1946|1959|1980|1992|2013)(?![\d/-]|\s?%|[.,]\d)"
    r"(?:\s\((?:sửa đổi|bổ sung)[^()\n]{0,40}\))?){1,5}"
)
"""Further years of constitutions, of which there are five."""
_SEVERAL_YEARS = rx(r"\s{1,3}các năm ((?:19|20)\d\d)(?=,\s|\s(?:và|hoặc)\s)")
_CHANGED = tuple(map(one_tone, ("sửa đổi ", "bổ sung ")))
_OF_YEAR = rx(r"(?:năm\s)?((?:19|20)\d\d)")
_DOING = rx(
    r"(?:\s{1,3}(?!(?:của|và|về|theo|tại|cho|trong|do|với|từ|đến|có|là|được|này|trên|các|những|một)\s)"
    r"[^\W\d_]+){1,8}(?=\s{1,3}số\s{0,3}[:.]?\s{0,3}\d)"
    r"(?<!tổ)(?<!đội)(?<!khu)(?<!lô)(?<!thửa)(?<!đồng)(?<!bản)(?<!máy)(?<!phòng)(?<!xe)(?<!nhà)(?<!án)(?<!tuyến)"
    r"(?<!mẫu)(?<!phép)(?<!hàng)(?<!trạm)(?<!hầm)(?<!cầu)(?<!chốt)(?<!đường)(?<!đơn)(?<!sơ)(?<!nhận)(?<!từ)"
)
"""What an instrument does, between the word for its kind and its number; no numbered thing."""
_NO_NUMBER = rx(r"\s{1,3}không số(?=,?\s{1,3}ngày\s)")
"""``Công văn không số ngày 3/4/2020``."""
_PASSED = rx(r"\s{1,3}(?:đã\s|được\s)")
"""The sentence's verb behind a bare kind."""
_NUMBER_WORD = one_tone(" số")
_COURT = rx(r"(?<!\w)(?:tòa án|tòa|hội bảo vệ|hội đồng|hội nghị|ủy ban|viện|trung tâm)\s{1,3}\Z")
"""What has the constitution in its name: ``Tòa án Hiến pháp Hàn Quốc``."""
_URGENT = rx(r"khẩn|hỏa tốc|thượng khẩn|mật|tối mật|nhanh|đột xuất|bổ sung")
_HEADS = {"law": "luật", "code": one_tone("bộ luật"), "ordinance": one_tone("pháp lệnh")}
_WORDS = {n: re.compile(rf"[^\W\d_]+(?:,?\s[^\W\d_]+){{{n - 1}}}(?!\w)") for n in range(1, 7)}

_STUDIES = rx(
    r"(?<!\w)(?:ngành|khoa|môn|phòng|ty|học|nhân|sĩ|sư|viên|trình|gia|hội|đoàn|trường|viện|báo|chí|sách|về|pháp)\s{1,3}\Z"
)
"""What a field of law stands behind: ``khoa`` *luật Dân sự*."""


class Unnumbered(References):
    """Reads citations that give no number behind the word for their kind."""

    def _unnumbered(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        back = BACK.match(self.page.low, head.end)
        if back and not self.page.broken(head.end, back.end()):
            return self._refer(head, start, back, listed)
        if head.kind in ("law", "code") and head.sort == "head" and self._of_year(head, start, listed):
            return True
        if head.kind == "constitution":
            return self._constitution(head, start, listed)
        if head.kind in ("law", "code", "ordinance") and head.sort == "head":
            named = names.read_law(self.page, head.start, head.end, provided=listed is not None)
            if named is None:
                listed_laws = head.kind == "law" and self._listed_laws(head, start)
                return listed_laws or self._called_bare(head, start, listed)
            suffix, end = names.law_suffix(self.page, named.end)
            draft = Draft(named.kind, start, end, name=named.name + suffix)
            return self._named(draft, listed)
        if self._called_bare(head, start, listed):
            return True
        if head.kind == "treaty":
            return self._treaty(head, start, listed)
        if head.kind in ("resolution", "conclusion") and (
            head.sort == "head" or head.strength in ("NQ", "KL")
        ):
            found = names.read_resolution(self.page, head.start, head.end)
            if found is not None:
                return self._named(Draft(head.kind, start, found[1], name=found[0]), listed)
        return self._number_later(head, start, listed)

    def _number_later(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        """Read ``Quyết định của Thủ tướng Chính phủ số 846/QĐ-TTg`` and ``Nghị định ngày 9/2/2017``."""
        if head.sort != "head":
            return False
        if (worded := self._worded(head)) is not None:
            draft = Draft(head.kind, start, worded.end)
            fill(draft, worded)
            self._finish(draft, listed)
            return True
        issuer = read_issuer(self.page, head.end, joint=head.kind.startswith("joint"))
        if issuer is None and (named := self._issued_by(head)) is not None:
            by, coded = named
            draft = Draft(head.kind, start, coded.end)
            fill(draft, coded)
            self._finish(draft, listed, by)
            return True
        end = issuer[1] if issuer else head.end
        if issuer is None and (none := _NO_NUMBER.match(self.page.low, head.end)):
            end = none.end()
        date = read_date(self.page, end)
        if date is not None and issuer is None and _PASSED.match(self.page.low, end):
            date = None  # "Nghị quyết đã được HĐND huyện thông qua ngày 19/12"
        end = date.end if date else end
        if end == head.end:
            return False
        number = read_number(self.page, end)
        if number is not None and (
            number.marked or (number.code and ":" in self.page.plain[end : number.start])
        ):
            draft = Draft(head.kind, start, number.end)
            fill(draft, number)
            draft.date = date.date if date else None
            self._finish(draft, listed, issuer[0] if issuer else None)
            if issuer and ":" in self.page.plain[end : number.end]:
                self.announced = draft, issuer[0]
            return True
        raised = self.page.text[head.start].isupper()
        if date is None or date.date is None or head.strength not in ("strong", "medium"):
            return False
        # "quyết định của UBND tỉnh, ngày 15/7 Sở Y tế …": a date behind a comma is the sentence's.
        apart = issuer is not None and "," in self.page.plain[issuer[1] : issuer[1] + 3]
        if not raised and (apart or (issuer or read_issuer(self.page, date.end)) is None):
            return False
        draft = Draft(head.kind, start, end, issuer=issuer[0] if issuer else None, date=date.date)
        if head.kind == "report":
            draft.name = names.as_written(self.page, head.start, head.end)
        self._finish(draft, listed)
        return True

    def _issued_by(self, head: Trigger) -> tuple[str, Number] | None:
        """Read the issuer that alone stands between head and code: ``Nghị quyết Chính phủ 49/CP``."""
        if head.kind in ("submission", "report", "official_letter") or self.page.text[head.start].islower():
            return None  # "tờ trình Chính phủ số …": whom it is sent to
        raised = self.page.plain[
            head.end + 1 : head.end + 2
        ].isupper()  # not "Thông báo kết luận thanh tra số"
        named = read_body(self.page, head.end + 1) if raised else None
        named = joined(self.page, named) if named and head.kind.startswith("joint") else named
        number = read_number(self.page, named[1]) if named else None
        if named is None or number is None or number.code is None:
            return None
        return named[0], number

    def _worded(self, head: Trigger) -> Number | None:
        """Read the dated number behind what an instrument does: ``Quyết định điều chỉnh số 301 ngày …``."""
        small = self.page.text[head.start].islower()
        if head.strength == "named" or (small and head.kind not in ("decision", "conclusion")):
            return None
        if self.page.low.find(_NUMBER_WORD, head.end, head.end + 90) < 0:
            return None
        words = _DOING.match(self.page.low, head.end)
        if words is None or any(at in self.heads for at in range(head.end, words.end())):
            return None
        number = read_number(self.page, words.end())
        if number is None or number.code or number.year or self.page.broken(head.end, number.end):
            return None
        dated = read_date(self.page, number.end)
        if small:
            told = self.page.text[words.start() : words.end()]
            return number if dated and dated.date and told.islower() else None
        if head.strength == "marked" and not (dated and dated.date):
            return None
        urgent = _URGENT.fullmatch(words.group().strip()) and read_issuer(self.page, number.end)
        return number if urgent or (dated and dated.date) else None

    def _law(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        small = self.page.text[head.start].islower()
        if names.of_company(self.page, head.start) or self._in_treaty(head):
            return False
        suffix, end = names.law_suffix(self.page, head.end)
        name = (head.name or "") + suffix
        if not suffix and (abroad := names.foreign(self.page, end)) > end:
            name, end = f"{name} {self.page.squeezed(end, abroad)}", abroad
        draft = Draft(law_kind(name), start, end, name=name)
        if many := _SEVERAL_YEARS.match(self.page.low, end):
            draft.year, draft.end = int(many[1]), many.end()
        return self._named(draft, listed, small=small)

    def _in_treaty(self, head: Trigger) -> bool:
        """Tell whether a law's name is a treaty's subject (``Công ước … năm 1982 về Luật Biển``)."""
        last = self.drafts[-1] if self.drafts else None
        title = last.title if last and last.kind == "treaty" else None
        return title is not None and last is not None and head.end <= last.end + len(title) + 3

    def _named(self, draft: Draft, listed: Provisions | None, *, small: bool = False) -> bool:
        """Read number, year, date and issuer behind a name."""
        begin = draft.end
        number = read_number(self.page, draft.end)
        if number and number.code and (number.code.symbol or "").startswith("VBHN"):
            number = None  # "Văn bản hợp nhất Luật Giá số 12/VBHN-VPQH": the number of the consolidated text
        if number is not None and number.code is not None and (number.marked or number.code.known):
            fill(draft, number)
        elif draft.kind in ("law", "code", "ordinance"):
            self._bracketed(draft)
            if draft.code is None and (letters := _LETTERS.match(self.page.plain, draft.end)):
                draft.end = letters.end()
                number = read_number(self.page, draft.end)
                if number is not None and number.code is not None and number.code.known:
                    fill(draft, number)
            elif number is not None and number.marked and not (number.code or draft.code):
                bare = followed(self.page, number.end)
                draft.number = number.number if bare else None
                draft.year, draft.end = (number.year, number.end) if bare else (draft.year, draft.end)
        self._tail(draft)
        if draft.year and draft.code is None and draft.kind in ("law", "code", "ordinance"):
            self._bracketed(draft)
        if listed is not None:
            draft.provisions = listed.expand()
        else:
            self._provisions_behind(draft)
        if small and draft.end == begin and listed is None and not self._titled_act(draft):
            return False
        self._add(draft)
        if draft.year and not (draft.code or draft.date):
            self._more_years(draft)
        if draft.kind == "law" and draft.code is None:
            self._shared_laws()
        return True

    def _titled_act(self, draft: Draft) -> bool:
        """Tell a law with a small head (``bộ luật Hình sự``) from a field (``ngành luật Hình sự``)."""
        words = self.page.plain[draft.start : draft.end].split()
        rest = words[2:] if words[0] == "bộ" else words[1:]
        if not rest or not rest[0][0].isupper() or rest[0].isupper():
            return False
        return _STUDIES.search(self.page.low, max(0, draft.start - 14), draft.start) is None

    def _more_years(self, first: Draft) -> None:
        """Read the years that share a name: ``Luật Đất đai năm 2003 và 2013``."""
        listed = (_CONSTITUTIONS if first.kind == "constitution" else _YEARS).match(self.page.low, first.end)
        if listed is None or not self.page.low.endswith(str(first.year), 0, first.end):
            return
        for year in _OF_YEAR.finditer(self.page.low, first.end, listed.end()):
            if self.page.low.endswith(_CHANGED, first.end, year.start()):
                continue  # "năm 1992 (sửa đổi, bổ sung năm 2001) và 2013"
            self._add(Draft(first.kind, *year.span(), year=int(year[1]), name=first.name))

    def _bracketed(self, draft: Draft) -> None:
        """Read the number in brackets behind a law's name: ``Luật Đất đai (Luật số 45/2013/QH13)``."""
        opened = _BRACKET.match(self.page.plain, draft.end)
        number = read_number(self.page, opened.end()) if opened else None
        if number is None or number.code is None or self.page.plain[number.end : number.end + 1] != ")":
            return
        if number.code.kind == draft.kind or (number.code.symbol or "").startswith("QH"):
            fill(draft, number)
            draft.end += 1

    def _listed_laws(self, head: Trigger, start: int) -> bool:
        """Read laws behind one word and a colon: ``các Luật: Đất đai, Nhà ở``."""
        colon = _COLON.match(self.page.plain, head.end)
        found = self._bare_law(colon.end()) if colon else None
        if found is None:
            return False
        first = Draft("law", start, found[1], name=found[0])
        self._tail(first)
        self._add(first)
        self._shared_laws()
        return True

    def _shared_laws(self) -> None:
        """Read laws that share the word Luật: ``Luật Đầu tư, Doanh nghiệp``."""
        while True:
            step = _NEXT_LAW.match(self.page.plain, self.at)
            found = self._bare_law(step.end()) if step else None
            if step is None or found is None or found[0] == "Luật Lao động":
                return
            other = Draft("law", step.end(), found[1], name=found[0])
            self._tail(other)
            self._add(other)

    def _bare_law(self, at: int, head: str = "luật") -> tuple[str, int] | None:
        """Read the name of a law without the word Luật: its name and end."""
        known = law_names()
        for size in (6, 5, 4, 3, 2, 1):
            words = _WORDS[size].match(self.page.low, at)
            if words and f"{head} {words.group()}" in known:
                return known[f"{head} {words.group()}"], words.end()
        return None

    def _name_behind(self, draft: Draft) -> str | None:
        """Read the name that databases put behind a law's number: ``Luật số 31/2024/QH15`` *Đất đai*."""
        head = _HEADS.get(draft.kind) if draft.code else None
        named = head and self.page.plain[draft.end + 1 : draft.end + 2].isupper()
        found = self._bare_law(draft.end + 1, head) if head and named else None
        return found[0] if found else None

    def _constitution(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        if _COURT.search(self.page.low, max(0, head.start - 12), head.start):
            return False
        name, end = names.read_constitution(self.page, head.end)
        draft = Draft("constitution", start, end, name=name)
        self._tail(draft)
        before = self.page.low[max(0, head.start - 10) : head.start]
        if draft.end == head.end and listed is None and not before.endswith("căn cứ "):
            self._provisions_behind(draft)
            if not draft.provisions:
                return False
        return self._named(draft, listed)

    def _treaty(self, head: Trigger, start: int, listed: Provisions | None) -> bool:
        named = treaties.read_known_treaty(self.page, head.start)
        named = named or treaties.read_numbered_treaty(self.page, head.start, head.end)
        named = named or treaties.read_treaty(self.page, head.start, head.end)
        named = named or treaties.read_dated_treaty(self.page, head.start, head.end)
        named = named or treaties.read_abbreviated_treaty(self.page, head.start, head.end)
        amid = self._dated_amid(head) if named is None else None
        named, day = amid or (named, None)
        if named is None:
            return False
        end = treaties.treaty_acronym(self.page, named.end)
        draft = Draft("treaty", start, end, name=named.name, date=day)
        self._tail(draft)
        draft.end = treaties.treaty_acronym(self.page, draft.end)
        if not (draft.year or draft.date) and (year := treaties.year_behind(self.page, draft.end)):
            draft.year, draft.end = year
        self._named(draft, listed)
        if draft.name and (shared := treaties.numbered_name(draft.name)):
            self._shared_treaties(shared)
        return True

    def _dated_amid(self, head: Trigger) -> tuple[names.Named, dt.date] | None:
        """Read a treaty whose day stands within its name: ``Hiệp định`` *ngày 4/11/2002* ``về hợp tác …``."""
        begin = treaties.framework(self.page, head.end)
        day = read_date(self.page, begin)
        if day is None or day.date is None:
            return None
        named = treaties.read_treaty(self.page, head.start, day.end)
        if named is None or named.end == day.end:
            return None
        name = f"{names.as_written(self.page, head.start, begin)} {self.page.squeezed(day.end, named.end)}"
        return named._replace(name=name), day.date

    def _shared_treaties(self, shared: str) -> None:
        """Read numbers of treaties that share the words before the first: ``Công ước ILO số 29, 105``."""
        while (more := treaties.more_numbers(self.page, self.at)) is not None:
            start, end = more
            name = f"{shared} {self.page.squeezed(start, end).removeprefix('số ')}"
            self._add(Draft("treaty", start, end, name=name))
