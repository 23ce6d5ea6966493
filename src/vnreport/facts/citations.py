"""Citations: what the report does with each legal instrument.

A cue before an instrument governs it (``thực hiện Nghị định …``); instruments in a row share the governor of
the first. A cue in the title of an instrument governs the one that is named there, and ends with the title
(``Thông tư … hướng dẫn Nghị định …``). Without a cue, the words behind or the line above may tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from vnreport.facts.scope import Scope
from vnreport.facts.words import Cue, relation_cues
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import Citation, InstrumentMention, Relation, Source, Span

_WINDOW = 400
"""How far before an instrument its cue may stand, in characters."""
_ITEM = 12
"""How far into its line an instrument may stand for the line above to tell its relation, in characters."""
_CLOSE = 40
"""How near a cue must stand to be sure, in characters."""
_SURE = {"implements": 0.95, "based_on": 0.95, "issued_under": 0.92, "amended_by": 0.92}
"""Relations that few words tell, and these without doubt."""
_CLOSED = lazy(r"[^(]{0,400}?\)")
"""A bracket that closes behind a cue: the cue belongs to what stands in it."""
_NEAR = lazy(r"\s*(?:(?:các|những|nội\s+dung|quy\s+định|một\s+số\s+điều|của|cho)\s+)*")
"""The words that may part a cue that counts right before an instrument from it."""
_AT = lazy(r"(?<![^\W_])(?:tại|trong|bằng)(?:\s+(?:các|những|nội\s+dung))?\s*$")
_AGENT = lazy(r"(?:[^\W\d_]+\s+){0,4}(?:bởi|bằng|tại|theo)(?:\s+(?:các|những))?\s*$")
"""What turns ``sửa đổi`` about: ``được sửa đổi, bổ sung một số điều bởi Nghị định …``."""
_JOINED = lazy(r"\S.*?(?:[,;\n]|(?<![^\W_])(?:và|cùng|hoặc))(?:\s+[^\W\d_]+){0,6}\s*$", re.DOTALL)
"""Words with another object before the instrument: ``chủ trương của tỉnh, Nghị quyết …``."""
_ADVERBIAL = frozenset({"issued_under", "based_on"})
"""Relations whose cues open a phrase beside the clause, which a comma ends."""
_GOES_ON = lazy(
    r"\s*(?:(?:và|cùng|hoặc|các|những|nội\s+dung|nhất\s+là|đặc\s+biệt\s+là|trong\s+đó\s+có|như|gồm|bao\s+gồm|kể\s+cả|"
    r"cũng\s+như|tại|trong|của|theo|tinh\s+thần|quy\s+định|hướng\s+dẫn|chỉ\s+đạo|một\s+số)\s+)*"
)
"""What may stand between the comma of a list and its next instrument."""
_OF_DOCUMENTS = lazy(
    r"\s*(?:(?:các|những|đúng|toàn\s+bộ|một\s+số|nội\s+dung|tinh\s+thần)\s+)*(?:quy\s+định|hướng\s+dẫn|chỉ\s+đạo|yêu\s+cầu|"
    r"luật|pháp\s+luật|nghị\s|thông\s+tư|quyết\s+định|chủ\s+trương|chính\s+sách|kế\s+hoạch|chương\s+trình|đề\s+án|"
    r"văn\s+bản|điều|khoản|kết\s+luận|chỉ\s+thị|quy\s+chế|tiêu\s+ch|chức\s+năng|nhiệm\s+vụ|ý\s+kiến|công\s+văn)"
)
_LISTS = lazy(
    r"(?<![^\W_])(?:nghị\s+(?:quyết|định)|văn\s+bản|quyết\s+định|kế\s+hoạch|chỉ\s+thị|công\s+văn|thông\s+tư)[^.;:]{0,60}:\s*$"
)
"""What introduces a list of instruments within its sentence: ``Một số nghị quyết quan trọng: …``."""
_LISTED = 100
"""How far before an instrument the words that introduce its list may begin, in characters."""
_OBJECT = lazy(r"\s*(?:(?:các|những|đúng|nội\s+dung|đầy\s+đủ|nghiêm|nghiêm\s+túc|tốt|một\s+số|vào)\s+)*")
"""The words that may part a verb from its object ``quy định``."""
_UNDERGONE = lazy(r"(?<![^\W_])được\s+(?:[^\W\d_]+\s+){0,6}\Z")
_PASSIVE = lazy(r"\s*(?:(?:đã|đang|cũng|tiếp\s+tục|đều)\s+)?(?:được|bị)\s+(?:tổ\s+chức\s+)?")
_OPENS = lazy(r"(?:^|[,;:.(\n–-])\s*(?:(?:đã|đang|tiếp\s+tục|tổ\s+chức|chỉ\s+đạo|được|và)\s+)*$")
"""What stands before a cue that opens a clause of its own."""


@dataclass(frozen=True, slots=True)
class _Governor:
    """What tells the relation of an instrument."""

    relation: Relation
    confidence: float
    rule: str
    cue: tuple[int, int] | None = None
    depth: int = 0
    nested: bool = False
    """Whether it stands in the title of an earlier instrument of the row."""


def find(scope: Scope) -> list[Citation]:
    """Find the citations of a text, in text order, without ids."""
    reader = _Reader(scope)
    return [_fact(scope, m, reader.read(m)) for m in scope.mentions if isinstance(m, InstrumentMention)]


def _fact(scope: Scope, mention: InstrumentMention, governor: _Governor) -> Citation:
    sentence = scope.layout.sentence_at(mention.start)
    sources = {"relation": Source(rule=governor.rule, start=None, end=None)}
    if governor.cue is not None:
        sources["relation"] = Source(rule=governor.rule, start=governor.cue[0], end=governor.cue[1])
    start, end, owner = mention.start, mention.end, scope.publisher
    if sentence is not None:
        clause = scope.clause(sentence, mention.start, mention.end)
        start, end = clause.start, max(clause.end, mention.end)
        drafting = next((c for c in relation_cues(scope.folded, start, mention.start) if c.asks), None)
        owner = scope.organization(clause, drafting.start if drafting else mention.start)
    if owner.value is not None:
        sources["organization"] = owner.source
    return Citation(
        evidence=Span(start=start, end=end),
        mentions=[mention.id],
        confidence=governor.confidence,
        code=mention.code,
        name=mention.name,
        relation=governor.relation,
        organization=owner.value,
        sources=sources,
    )


def _ended(tail: str) -> bool:
    """Tell whether the phrase that a cue opens ends at a comma before the instrument.

    ``Theo Sở Tài chính, do Thông tư …`` and ``Căn cứ tình hình, các xã … Nghị quyết …`` end there;
    ``theo quy định của pháp luật, Nghị định …`` goes on.
    """
    phrase, comma, rest = tail.rpartition(",")
    if not comma:
        return False
    if _GOES_ON.fullmatch(rest) is None:
        return True
    return not rest.strip() and _OF_DOCUMENTS.match(phrase) is None


class _Reader:
    """Reads the instruments of a text in order; the governors of the row at hand are open."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.row: list[_Governor] = []
        """The open governors, the outermost first."""
        self.end = 0
        """Where the last instrument ends."""
        self.sentence: Sentence | None = None

    def read(self, mention: InstrumentMention) -> _Governor:
        """Give what governs an instrument."""
        sentence = self.scope.layout.sentence_at(mention.start)
        if sentence is None or not self._goes_on(sentence, mention):
            self.row = []
        start = sentence.start if sentence else mention.start
        floor = max(self.end, mention.start - _WINDOW) if self.row else max(start, mention.start - _WINDOW)
        depth = self._close(floor, mention.start)
        governor = self._governing(floor, mention, depth, start)
        if governor is None and self.row:
            governor = self._inherited()
        if governor is None:
            governor = self._told_behind(mention) or self._announced(mention, sentence)
        if not governor.nested:
            self.row = [g for g in self.row if g.depth < depth]
        if governor not in self.row:
            self.row.append(governor)
        self.end, self.sentence = mention.end, sentence
        return governor

    def _goes_on(self, sentence: Sentence, mention: InstrumentMention) -> bool:
        """Tell whether a sentence goes on with the row: the same one, or the next item of a list."""
        if self.sentence is None:
            return False
        if sentence.start == self.sentence.start:
            return True
        last = self.scope.text[self.end : sentence.start].rstrip()[-1:]
        return last in (";", ",") and mention.start - sentence.start <= _ITEM

    def _close(self, floor: int, end: int) -> int:
        """Follow the brackets up to an instrument; drop the governors in those that close, give the depth."""
        depth = self.row[-1].depth if self.row else 0
        for char in self.scope.text[floor:end]:
            if char == "(":
                depth += 1
            elif char == ")" and depth:
                depth -= 1
                self.row = [g for g in self.row if g.depth <= depth]
        return depth

    def _governing(
        self, floor: int, mention: InstrumentMention, depth: int, sentence_start: int
    ) -> _Governor | None:
        """Read the relation off the last cue before an instrument, if that cue governs it."""
        folded, start = self.scope.folded, mention.start
        found = [c for c in relation_cues(folded, floor, start) if self._counts(c, start)]
        if not found:
            return None
        if (
            len(found) > 1
            and found[-1].reach == "at"
            and _OBJECT.fullmatch(folded, found[-2].end, found[-1].start)
        ):
            # "căn cứ quy định tại …": what is laid down there is the object of the cue before.
            found.pop()
        cue = found[-1]
        tail = folded[cue.end : start]
        between = folded[floor : cue.start]
        opens = _OPENS.search(between) is not None and bool(between.strip())
        if self.row and not opens and _JOINED.match(tail.lstrip()):
            # The cue stands in the title of the instrument before, and this one stands beside that.
            return None
        if ";" in tail and cue.start - sentence_start > _ITEM:
            return None
        opening = cue.start - sentence_start <= _ITEM
        if (cue.relation in _ADVERBIAL or (opening and cue.relation == "implements")) and _ended(tail):
            return None
        nested = bool(self.row) and not opens and not re.search(r"[,;]", between)
        relation = self._relation(cue, found[-2] if len(found) > 1 else None, tail, sentence_start)
        confidence = _SURE.get(relation, 0.85) if len(tail) < _CLOSE else 0.8
        return _Governor(relation, confidence, "cue", (cue.start, cue.end), depth, nested)

    def _counts(self, cue: Cue, start: int) -> bool:
        folded = self.scope.folded
        if _CLOSED.match(folded, cue.end, start):
            return False
        if cue.reach == "asks":
            return False
        if cue.reach == "near":
            return _NEAR.fullmatch(folded, cue.end, start) is not None
        if cue.reach == "at":
            return _AT.search(folded, max(cue.end, start - 30), start) is not None
        return True

    def _relation(self, cue: Cue, before: Cue | None, tail: str, sentence_start: int) -> Relation:
        """Give the relation that a cue tells, with the words between it and the instrument."""
        relation = cue.relation
        if relation in ("amends", "repeals") and _AGENT.fullmatch(tail.lstrip()):
            return "amended_by"
        if relation == "issued_under" and before is not None and before.relation == "amends":
            return "amended_by" if before.end + 1 >= cue.start else "issued_under"
        if relation == "issues" and tail.rstrip().endswith("(") and self._passive(cue):
            relation = "issued_under"
        if _AT.search(tail[-30:]):
            relation = {
                "issues": "issued_under",
                "adopts": "issued_under",
                "drafts": "cites",
                "guides": "cites",
            }.get(relation, relation)
        if relation in ("issues", "adopts"):
            asked = any(c.asks for c in relation_cues(self.scope.folded, sentence_start, cue.start))
            # "tham mưu UBND tỉnh ban hành …": the report's own part is the draft.
            relation = "drafts" if asked else {"adopts": "cites"}.get(relation, relation)
        return cast(Relation, relation)

    def _passive(self, cue: Cue) -> bool:
        """Tell whether a cue is passive: ``được phê duyệt (Quyết định …)`` does not speak of the decision."""
        return _UNDERGONE.search(self.scope.folded, max(0, cue.start - 60), cue.start) is not None

    def _inherited(self) -> _Governor:
        """Give the governor of the row: a title within it ends at its comma, if another holds outside."""
        outer = [g for g in self.row if not g.nested and g.rule != "default"]
        return outer[-1] if self.row[-1].nested and outer else self.row[-1]

    def _told_behind(self, mention: InstrumentMention) -> _Governor | None:
        """Read the relation off a passive behind an instrument: ``Nghị quyết … đã được triển khai``."""
        folded = self.scope.folded
        passive = _PASSIVE.match(folded, mention.end, mention.end + 40)
        if passive is None:
            return None
        cue = next(relation_cues(folded, passive.end(), passive.end() + 30), None)
        if cue is None or cue.start != passive.end() or cue.relation not in ("implements", "issues"):
            return None
        return _Governor(cast(Relation, cue.relation), 0.75, "passive", (cue.start, cue.end))

    def _announced(self, mention: InstrumentMention, sentence: Sentence | None) -> _Governor:
        """Read the relation of a list item off the line or heading that announces the list."""
        if sentence is None:
            return _Governor("cites", 0.6, "default")
        item = mention.start - sentence.start <= _ITEM
        spans = [*(self.scope.headings(sentence)[:1] if item else []), *self.scope.announcing(sentence)]
        for first, last in spans:
            cues = [c for c in relation_cues(self.scope.folded, first, last) if not c.reach]
            if cues:
                cue = cues[-1]
                behind = _AGENT.fullmatch(self.scope.folded[cue.end : last].strip(" :"))
                relation = "amended_by" if behind and cue.relation == "amends" else cue.relation
                relation = "cites" if relation == "adopts" else relation
                return _Governor(cast(Relation, relation), 0.75, "heading", (cue.start, cue.end))
        return self._said_before(mention, sentence) or _Governor("cites", 0.7, "default")

    def _said_before(self, mention: InstrumentMention, sentence: Sentence) -> _Governor | None:
        """Read the relation of a list off the sentence before: ``… 26 nghị quyết. Một số nghị quyết: …``."""
        folded, start = self.scope.folded, mention.start
        if _LISTS.search(folded, max(sentence.start, start - _LISTED), start) is None:
            return None
        before = self.scope.sentence_before(sentence)
        cues = relation_cues(folded, before.start, before.end) if before is not None else ()
        found = [c for c in cues if c.relation in ("issues", "adopts", "drafts") and not c.reach]
        if not found:
            return None
        relation: Relation = "drafts" if any(c.asks for c in found) else "issues"
        return _Governor(relation, 0.75, "heading", (found[-1].start, found[-1].end))
