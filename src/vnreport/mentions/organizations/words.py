"""The words that an open or proper name goes on with, one at a time."""

from __future__ import annotations

from functools import cache

from vnreport.gazetteer import read_place, read_province
from vnreport.lexicon import table
from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.before import barred
from vnreport.mentions.organizations.tables import Head, fold_token, not_between, not_second, verbs, words
from vnreport.names import common_surnames, foreign, old_tones, surnames, telling_surnames

_DEAD = (-1, False)
_MAX_MATTER = 24
_TRADES = (("thương", "mại"), ("dịch", "vụ"), ("tm",))
_WITHIN = ("&", "không", "xử", "cấp", "phát")
"""What may begin a word within a matter, but never ends one: ``và``, ``không báo cáo``, ``xử lý``."""
_IN_TRADES = (
    "&", "tập", "xử", "báo", "chế", "xét", "mua", "bán", "thuê", "cấp", "giao", "lập", "tổ", "một", "hai",
    "tiếp", "thực", "xuất", "trang", "sau", "làm", "mở", "ban", "chỉ",
)  # fmt: skip
"""Syllables of clauses that lines of business hold, too: ``xử lý môi trường``, ``mua bán nợ``."""
_UNITY = "Đoàn Kết"
"""A name of places; behind *and* a word: ``Ủy ban Hòa bình và`` *Đoàn kết* ``Lào``."""
_OF_PLACES = frozenset(("châu",))
"""Surnames that end the names of places more often than they open those of people: ``Tuần`` *Châu*."""
_SURNAME = "Đoàn"
"""A head that is a surname as well: ``Công ty`` *Đoàn Ánh Dương*."""
_NAME_KINDS = ("name", "facility", "whole", "local", "open", "proper", "branch")


@cache
def _countries() -> frozenset[str]:
    """Countries of one syllable, which no small second syllable goes on with: ``Đại sứ quán Úc``."""
    rows = table("wide_places")
    return frozenset(r["name"] for r in rows if r["level"] == "country" and " " not in r["name"])


class WordReader:
    """Reads single words of names in one text."""

    def __init__(self, text: str, hits: dict[int, tuple[int, Head]]) -> None:
        self.text = text
        self.hits = hits

    def read(self, at: int, shouting: bool, joined: bool, verb: bool, first: bool) -> tuple[int, bool]:
        """Read one word of an open name.

        Args:
            at: where it starts.
            shouting: whether the name is in capitals throughout, so that capitals tell nothing.
            joined: whether *and* stands before it.
            verb: whether a word that is a verb too may stand here.
            first: whether it is the first word behind the head.

        Returns:
            The offset behind it, -1 where the name goes no further, and whether a verb may follow.
        """
        if at >= len(self.text):
            return _DEAD
        numbered = None if joined else p.NUMBERED.match(self.text, at)
        if numbered:
            return numbered.end(), False
        if not self.text[at].isupper() or shouting:
            found = self.known(at, joined, verb)
            return (self._bridge(at), False) if first and found == _DEAD and not shouting else found
        hit = None if p.PREVENTION.match(self.text, at) else self.hits.get(at)
        if (hit and not (joined and hit[1].name == _UNITY)) or read_place(self.text, at):
            return _DEAD
        if read_province(self.text, at):
            return _DEAD
        if p.WIDE_PLACE.match(self.text, at) or self.person(at):
            return _DEAD
        known = self.known(at, False, True)
        if known[0] > 0:
            return known
        word = p.WORD.match(self.text, at)
        if word is None:
            return _DEAD
        compound = (first or joined) and not (word[0].isupper() and len(word[0]) > 1)
        return (self._compound(word.end()) if compound else word.end()), False

    def _compound(self, end: int) -> int:
        """Take the small second syllable of a capitalised compound along: ``Lễ`` *hội*."""
        second = p.SYLLABLE.match(self.text, end + 1) if self.text[end : end + 1] == " " else None
        if second is None or not second[0].islower() or fold_token(second[0]) in (not_second() | {"&"}):
            return end
        first = self.text[max(0, end - 14) : end].rpartition(" ")[2]
        if first in _countries() or (len(first) > 4 and first[1:].islower() and foreign(first)):
            return end  # "Công ty Itarice" *gửi* "đơn"
        if (unit := read_place(self.text, second.start())) and unit.name:
            return end  # "Đảng ủy Khối Dân - Chính - Đảng" *thành phố Hồ Chí Minh*
        if p.FOREIGN_END.search(self.text, max(0, end - 12), end):
            return end
        if self.known(second.start(), False, True)[0] < 0 and not p.BRANCH.match(self.text, end):
            return second.end()
        return end

    def _bridge(self, at: int) -> int:
        """Read words in small letters that no table knows, if they lead to a name: ``cồn`` ``Long Mỹ Phát``.

        Returns:
            The offset behind them; -1 where a verb, a level word or another body comes before the name.
        """
        bridge = p.BRIDGE.match(self.text, at)
        if bridge is None:
            return -1
        for word in p.SYLLABLE.finditer(self.text, at, bridge.end()):
            hit = self.hits.get(word.start())
            if (
                not word[0].islower()
                or fold_token(word[0]) in not_between()
                or (hit and hit[1].kind != "name")
            ):
                return -1
        if bridge.end() in self.hits or self.person(bridge.end()):
            return -1
        return bridge.end() - 1

    def read_proper(
        self, at: int, joined: bool, verb: bool, first: bool, open_yet: bool = False
    ) -> tuple[int, bool, bool]:
        """Read one word of a proper name; the last answer is whether it is a name and no common word.

        ``open_yet`` says that no name was read so far, so that unknown words may lead to it.
        """
        if at >= len(self.text) or (self.text[at].islower() and read_place(self.text, at)):
            return -1, False, False
        if p.ABBREVIATED_LEVEL.match(self.text, at) and read_place(self.text, at):
            return -1, False, False
        unit = None if first else read_place(self.text, at)
        if unit is not None and unit.candidates:
            return -1, False, False  # "Bệnh viện Đại học Y Dược" *Thành phố Hồ Chí Minh*
        if self.text[at].isupper():
            province = read_province(self.text, at)
            if province:
                return province.end, False, True
            known = self.known(at, False, True)
            if known[0] > 0:
                return known[0], known[1], True
        name = p.NAME_WORD.match(self.text, at) or p.QUOTED.match(self.text, at)
        if name:
            hit = self.hits.get(at)
            stops = hit is not None and (
                hit[1].kind not in _NAME_KINDS or (not first and hit[1].kind in ("whole", "local"))
            )
            someone = first and open_yet and name[0] == _SURNAME and p.FULL_NAME.match(self.text, name.end())
            if stops and not someone:
                return -1, False, False
            return (self._compound(name.end()) if first else name.end()), False, True
        number = p.NUMBERED.match(self.text, at) or (None if joined else p.PLAIN_NUMBER.match(self.text, at))
        if number:
            return number.end(), False, True
        end, follows = self.known(at, joined, verb)
        if end < 0 and open_yet and not joined:
            end = self._bridge(at)
        return end, follows, False

    def read_matter(self, at: int) -> int:
        """Read what a committee is about, word by word, up to a verb, a level word or another body."""
        end = at
        for _ in range(_MAX_MATTER):
            word = p.MATTER_WORD.match(self.text, end)
            if word is None or (end == at and word.start(1) != at):
                break
            syllable = fold_token(word[1])
            listed = word[0].startswith(",") and p.AND_LATER.match(self.text, word.end()) is None
            if listed and self.known(word.start(1), True, False)[0] < 0:
                break
            if word.start(1) in self.hits or self.person(word.start(1)):
                break
            joined = end == at or word[0].startswith(",") or self.text.endswith((" và", " &"), at, end)
            known = self.known(word.start(1), False, joined)[0]
            if known < 0 and (
                (syllable in not_between() and syllable not in _WITHIN)
                or self.known(word.start(1), False, True)[0] > 0
            ):
                break
            end = max(known, word.end())
        while end > at and fold_token(self.text[at:end].rpartition(" ")[2]) in _WITHIN:
            end = at + max(0, self.text[at:end].rfind(" "))
        number = p.NUMBERED_SCHEME.match(self.text, end)
        if number:
            return number.end()
        return end if self.text[end - 1 : end] != "," else end - 1

    def opens(self, at: int) -> bool:
        """Whether a head at ``at`` may open a name."""
        head = self.hits[at][1] if at in self.hits else None
        return head is not None and head.kind != "none" and not barred(self.text, at, head)

    def read_task(self, at: int) -> int:
        """Read the task of a committee: ``Ban Chỉ đạo`` *phòng, chống tội phạm* ``tỉnh``.

        Returns:
            The offset behind it; -1 where a clause or another body stands there.
        """
        task = p.TASK.match(self.text, at)
        if task is None or p.TASK_ENDS.search(task[0]):
            return -1
        for word in p.SYLLABLE.finditer(self.text, at, task.end()):
            if not self.opens(word.start()) or p.PREVENTION.match(self.text, word.start()):
                continue
            if self.text[word.start()].isupper() or self.hits[word.start()][1].kind != "local":
                return -1  # "bảo hiểm xã hội", in small letters, is a matter
        end = at + len(task[0].rstrip())
        state = p.STATE.match(self.text, end)
        return state.end() if state else end

    def known(self, at: int, joined: bool, verb: bool) -> tuple[int, bool]:
        """Read the longest listed word at ``at``; the second answer is whether a verb may follow it."""
        first = p.SYLLABLE.match(self.text, at)
        if first is None:
            return _DEAD
        for syllables in words().get(fold_token(first[0]), ()):
            if joined and len(syllables) < 2:
                continue
            is_verb = syllables in verbs()
            if is_verb and not verb:
                continue
            end = self._syllables(at, syllables)
            if end > 0:
                return end, is_verb or syllables[-2:] == ("dự", "án")
        return _DEAD

    def _syllables(self, at: int, syllables: tuple[str, ...]) -> int:
        end = at
        for i, syllable in enumerate(syllables):
            if i:
                at = p.gap(self.text, end)
                if at < 0:
                    return -1
            token = p.SYLLABLE.match(self.text, at)
            if token is None or fold_token(token[0]) != fold_token(syllable):
                return -1
            end = token.end()
        return end

    def read_to_place(self, start: int) -> int:
        """Read words that no table knows behind the known ones, if they lead to the place of a body.

        Returns:
            The offset behind them; ``start`` where a verb, another body or no level word follows.
        """
        end = start
        for _ in range(_MAX_MATTER):
            at = p.gap(self.text, end)
            if at < 0 or at >= len(self.text):
                break
            place = read_place(self.text, at)
            if place is not None:
                return end if end > start and place.name else start
            known = self.known(at, False, True)[0]
            word = p.SYLLABLE.match(self.text, at)
            if known < 0 and (word is None or self.opens(at) or self.person(at)):
                break
            if known < 0 and word is not None and fold_token(word[0]) in not_between() - {"&"}:
                break
            end = known if known > 0 or word is None else word.end()
        return start

    def governs(self, at: int, end: int) -> bool:
        """Whether words in ``[at, end)`` are a verb with its object behind it: *tư vấn* ``cho 12 người``."""
        verb = tuple(fold_token(word) for word in self.text[at:end].split())
        return verb in verbs() and p.OBJECT.match(self.text, end) is not None

    def trades(self, at: int, held: bool) -> int:
        """Where the name begins behind a firm's lines of business: ``vận tải, kho bãi và bốc xếp`` *Tân Hải*.

        Returns:
            The offset of the name; -1 where a clause comes first, or a person behind an office (``held``).
        """
        lead = p.TRADES.match(self.text, at)
        if lead is None:
            return -1
        for word in p.SYLLABLE.finditer(self.text, at, lead.end()):
            syllable = fold_token(word[0])
            if not word[0].islower() or (syllable in not_between() and syllable not in _IN_TRADES):
                return -1
        return -1 if held and self.person(lead.end()) else lead.end()

    def listed(self, start: int, end: int) -> bool:
        """Whether nothing but listed words stands in ``[start, end)``, the first of them no verb."""
        at, first = start, True
        while at < end:
            known = self.known(at, False, not first)[0]
            if known < 0:
                return False
            at, first = known + 1, False
        return at == end + 1

    def trade(self, at: int, end: int) -> bool:
        """Whether ``[at, end)`` is a line of business that others may follow: *Thương mại* ``xây dựng``."""
        words = tuple(fold_token(word) for word in self.text[at:end].split())
        return words in verbs() or words in _TRADES

    def clause(self, at: int) -> bool:
        """Whether a word that never belongs to a name starts at ``at``: a verb, a preposition."""
        found = p.SYLLABLE.match(self.text, at) if at >= 0 else None
        if found is None or not found[0].islower():
            return False
        return fold_token(found[0]) in not_between() and read_place(self.text, at) is None

    def foreigner(self, at: int) -> bool:
        """Whether two capitalised words that are no Vietnamese syllables start at ``at``."""
        found = p.TWO_WORDS.match(self.text, at)
        return found is not None and foreign(found[1]) and foreign(found[2])

    def person(self, at: int) -> bool:
        """Whether a person's full name starts at ``at``."""
        first = p.SYLLABLE.match(self.text, at)
        if first is None or old_tones(first[0].lower()) not in surnames():
            return False
        name = p.FULL_NAME.match(self.text, first.end())
        later = p.LATER_NAME.match(self.text, first.end())
        if later and old_tones(later[1].lower()) in surnames():
            return False  # "Công ty Mía đường Lam" *Sơn* "Lê Văn Tam": the name begins behind it
        second = p.FULL_NAME_OF_THREE.match(self.text, first.end() + 1)
        rare = second and old_tones(first[0].lower()) not in telling_surnames()
        if rare and second and old_tones(second[0].split()[0].lower()) in telling_surnames():
            return False  # "Khu kinh tế Nghi" *Sơn* "Nguyễn Tiến Hiệu"
        if name is None or read_province(self.text, name.end() - 1):
            return False  # Hoàng Anh Gia Lai: a surname's letters, but the run ends with a province
        seat = read_province(self.text, name.start() + 1)
        # "Công ty Tuần" *Châu Hà Nội*; but "Nguyễn Thái Bình" is somebody.
        return seat is None or old_tones(first[0].lower()) in common_surnames() - _OF_PLACES
