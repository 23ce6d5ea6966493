"""Citations: what the report does with each legal instrument.

A cue before an instrument governs it (``thực hiện Nghị định …``); instruments in a row share the governor of
the first. A cue in the title of an instrument governs the one that is named there, and ends with the title
(``Thông tư … hướng dẫn Nghị định …``). Without a cue, the words behind or the line above may tell.
"""

from __future__ import annotations

import re
from typing import cast

from vnreport.base_model import compact, made
from vnreport.facts import phrases as say
from vnreport.facts.announced import announced
from vnreport.facts.citing import ISSUING, ITEM, WINDOW, Governor, heading_list, led_out, tasked
from vnreport.facts.scope import Scope
from vnreport.facts.words import Cue, relation_cues, squeeze
from vnreport.layout import Sentence
from vnreport.report import (
    Citation,
    InstrumentKind,
    InstrumentMention,
    OrganizationMention,
    Relation,
    Source,
    Span,
)

_CLOSE = 40
"""How near a cue must stand to be sure, in characters."""
_POLICY = frozenset({"directive", "conclusion", "resolution", "telegram", "plan", "programme"})
"""Kinds that say what is to be done, rather than what is lawful."""
_ACTS = frozenset({"law", "code", "ordinance", "constitution"})
_BELOW_DECREES = frozenset({"decision", "circular", "joint_circular", "directive", "official_letter", "plan"})
_SURE = {"implements": 0.95, "based_on": 0.95, "issued_under": 0.92, "amended_by": 0.92}
"""Relations that few words tell, and these without doubt."""


def find(scope: Scope) -> list[Citation]:
    """Find the citations of a text, in text order, without ids."""
    reader = _Reader(scope)
    return [_fact(scope, m, reader.read(m)) for m in scope.mentions if isinstance(m, InstrumentMention)]


def _fact(scope: Scope, mention: InstrumentMention, governor: Governor) -> Citation:
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
    return made(Citation)(
        evidence=made(Span)(start=start, end=end),
        mentions=[mention.id],
        confidence=governor.confidence,
        code=mention.code,
        name=mention.name,
        relation=governor.relation,
        organization=owner.value,
        sources=compact(sources),
    )


class _Reader:
    """Reads the instruments of a text in order; the governors of the row at hand are open."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.row: list[Governor] = []
        """The open governors, the outermost first."""
        self.end = 0
        """Where the last instrument ends."""
        self.titled = 0
        """Where its title ends."""
        self.told: dict[str, Governor] = {}
        """What governs each instrument so far, by its id."""
        self.sentence: Sentence | None = None
        self.kinds: tuple[InstrumentKind | None, InstrumentKind | None] = None, None
        """The kinds of the last instrument outside of titles and of the last one."""
        self.coded = False, False
        """Whether these have a code."""

    def read(self, mention: InstrumentMention) -> Governor:
        """Give what governs an instrument."""
        sentence = self.scope.layout.sentence_at(mention.start)
        if sentence is None or not self._goes_on(sentence, mention):
            self.row = []
        start = sentence.start if sentence else mention.start
        floor = max(self.end, mention.start - WINDOW) if self.row else max(start, mention.start - WINDOW)
        depth = self._close(floor, mention.start)
        governor = self._renamed(floor, mention) or self._governing(floor, mention, depth, start)
        if governor is None and self.row:
            governor = self._inherited(floor, mention)
        if governor is None:
            governor = self._told_behind(mention) or announced(self.scope, mention, sentence)
        if not governor.nested:
            self.row = [g for g in self.row if g.depth < depth]
        if governor not in self.row:
            self.row.append(governor)
        self.end, self.sentence = mention.end, sentence
        self.titled = mention.end + (len(mention.title) + 1 if mention.title else 0)
        self.told[mention.id] = governor
        self.kinds = (self.kinds[0] if governor.nested else mention.kind, mention.kind)
        coded = mention.code is not None
        self.coded = (self.coded[0] if governor.nested else coded, coded)
        return governor

    def _renamed(self, floor: int, mention: InstrumentMention) -> Governor | None:
        """Give what governs the instrument of which this one is the short name (``gọi tắt là …``)."""
        if mention.refers_to is None or not say.ALIAS.search(self.scope.folded, floor, mention.start):
            return None
        return self.told.get(mention.refers_to)

    def _goes_on(self, sentence: Sentence, mention: InstrumentMention) -> bool:
        """Tell whether a sentence goes on with the row: the same one, or the next item of a list."""
        if self.sentence is None:
            return False
        if sentence.start == self.sentence.start:
            return True
        last = self.scope.text[self.end : sentence.start].rstrip()[-1:]
        return last in (";", ",") and mention.start - sentence.start <= ITEM

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
    ) -> Governor | None:
        """Read the relation off the last cue before an instrument, if that cue governs it."""
        folded, start = self.scope.folded, mention.start
        if say.SINCE.search(folded, floor, start) and say.COMES.match(folded, mention.end, mention.end + 50):
            return None
        found = [c for c in relation_cues(folded, floor, start) if self._counts(c, start)]
        if not found:
            return None
        found = found[: heading_list(folded, found, start)]
        if (
            len(found) > 1
            and found[-1].reach == "at"
            and say.OBJECT.fullmatch(folded, found[-2].end, found[-1].start)
        ):
            # "căn cứ quy định tại …": what is laid down there is the object of the cue before.
            found.pop()
        if len(found) > 1 and self._attached(found[-2], found[-1]):
            found.pop()
        behind = found[-1].end
        if len(found) > 1 and tasked(folded, found[-2], found[-1]):
            found.pop()
        cue = found[-1]
        tail = folded[behind:start]
        between = folded[floor : cue.start]
        # "quy định cơ chế quản lý, tổ chức thực hiện các chương trình": a verb of the title opens no clause.
        titled = bool(self.row) and cue.end < self.titled and cue.relation == "implements"
        opens = not titled and say.OPENS.search(between) is not None and bool(between.strip())
        if self.row and not opens and (say.JOINED.match(tail.lstrip()) or say.AND_ONLY.fullmatch(tail)):
            # The cue stands in the title of the instrument before, and this one stands beside that.
            return None
        if ";" in tail and cue.start - sentence_start > ITEM:
            return None
        opening = cue.start - sentence_start <= ITEM
        if opening and squeeze(folded[cue.start : cue.end]) == "theo đề nghị" and self._preamble():
            return Governor("based_on", 0.85, "cue", (cue.start, cue.end), depth)
        if (cue.relation in say.ADVERBIAL or (opening and cue.relation == "implements")) and say.ended(tail):
            return None
        if cue.relation in say.ADVERBIAL and led_out(tail):
            return None
        if say.TURNS.search(tail):
            return None
        beside = cue.relation in say.ADVERBIAL or cue.relation == "implements"
        if mention.provisions and beside and say.ASIDE.fullmatch(tail):
            return None  # "trên cơ sở nhu cầu của các bên (Điều 70 Bộ luật Lao động)"
        if cue.relation == "guides" and tail.rstrip().endswith("(") and tail.strip() != "(":
            return None  # "hướng dẫn thi hành điều ước (Nghị định số 31)": what is guided stands before
        nested = bool(self.row) and not opens and not re.search(r"[,;]", between)
        relation = self._relation(mention, cue, found[-2] if len(found) > 1 else None, tail, sentence_start)
        if mention.kind in _POLICY and not tail.strip() and self._urged(cue, sentence_start):
            relation = "implements"
        confidence = _SURE.get(relation, 0.85) if len(tail) < _CLOSE else 0.8
        predicate = opens and relation in ("repeals", "amends", "guides") and ";" not in between
        host = next((g for g in self.row if not g.nested), None) if predicate else None
        return Governor(relation, confidence, "cue", (cue.start, cue.end), depth, nested, host)

    def _attached(self, cue: Cue, attribute: Cue) -> bool:
        """Tell whether a cue speaks of the document that the next one ties to its instrument."""
        folded = self.scope.folded
        if cue.relation not in ("amends", "repeals", "based_on") or attribute.relation != "issued_under":
            return False
        if not folded[: attribute.end].endswith("kèm theo"):
            return False
        return say.ATTACHED.fullmatch(folded, cue.end, attribute.start) is not None

    def _urged(self, cue: Cue, sentence_start: int) -> bool:
        """Tell whether someone is asked to act by a policy: ``đề nghị người dân … theo Chỉ thị …``."""
        folded = self.scope.folded
        if squeeze(folded[cue.start : cue.end]) != "theo":
            return False
        asked = [c for c in relation_cues(folded, sentence_start, cue.start) if c.reach == "asks"]
        return bool(asked) and ";" not in folded[asked[-1].end : cue.start]

    def _preamble(self) -> bool:
        """Tell whether the grounds of a decision stand before (``Căn cứ …; Theo đề nghị của …``)."""
        sentence = self.sentence
        return sentence is not None and say.GROUNDS.match(self.scope.folded, sentence.start) is not None

    def _counts(self, cue: Cue, start: int) -> bool:
        folded = self.scope.folded
        if say.CLOSED.match(folded, cue.end, start):
            return False
        if cue.reach in ("asks", "above"):
            return False
        if cue.relation == "amends" and say.OF_YEAR.match(folded, cue.end, start):
            return False
        if cue.relation == "adopts" and self._undergone(cue) and say.PASSED_BY.match(folded, cue.end, start):
            return False  # "Điều lệ được thông qua tại Đại hội, Quy định số 29"
        if cue.reach == "near":
            return say.NEAR.fullmatch(folded, cue.end, start) is not None
        if cue.reach == "at":
            if say.IN_BRACKETS.search(folded, max(cue.end, start - 30), start):
                return False
            return say.AT.search(folded, max(cue.end, start - 30), start) is not None
        return True

    def _relation(
        self, mention: InstrumentMention, cue: Cue, before: Cue | None, tail: str, sentence_start: int
    ) -> Relation:
        """Give the relation that a cue tells, with the words between it and the instrument."""
        relation = cue.relation
        cell = say.NEXT_CELL.fullmatch(tail) or (tail == " " and mention.text[0].isdigit())
        if relation in ("amends", "repeals") and cell and self._undergone(cue):
            return "amended_by"  # "Được bổ sung | 58/2008/QĐ-UBND"
        if relation in ("amends", "repeals") and (agent := say.AGENT.fullmatch(tail.lstrip())):
            words = self.scope.folded[cue.start : cue.end].endswith("cụm từ")
            placed = (agent["object"] or words) and not agent["by"].startswith("b") and not self._passive(cue)
            # "sửa đổi một số điều tại Nghị định …": what is amended stands in it.
            return cast(Relation, relation) if placed else "amended_by"
        if relation == "issued_under" and before is not None and before.relation == "amends":
            gap = self.scope.folded[before.end : cue.start].strip()
            # "được sửa đổi, bổ sung một số điều theo Luật số …"
            amended = not gap or (say.PARTS.fullmatch(gap) and self._passive(before))
            return "amended_by" if amended else "issued_under"
        if relation == "issues" and tail.rstrip().endswith("(") and self._passive(cue):
            relation = "issued_under"
        some = relation == "guides" and say.SOME_IN.fullmatch(tail.strip()) is not None
        if not some and say.AT.search(tail[-30:]):
            relation = {
                "issues": "issued_under",
                "adopts": "issued_under",
                "drafts": "cites",
                "guides": "cites",
            }.get(relation, relation)
        if relation == "adopts" and self._by_council(mention, cue):
            relation = "issues"
        if relation in ISSUING:
            asked = self._asked(cue, sentence_start)
            # "tham mưu UBND tỉnh ban hành …": the report's own part is the draft.
            relation = "drafts" if asked else {"adopts": "cites"}.get(relation, relation)
        return cast(Relation, relation)

    def _by_council(self, mention: InstrumentMention, cue: Cue) -> bool:
        """Tell whether a council adopts its own resolution: ``kỳ họp thông qua Nghị quyết số 5/NQ-HĐND``."""
        own = (mention.symbol or "").startswith("NQ-HĐND")
        return own or say.COUNCIL.search(self.scope.folded, max(0, cue.start - 120), cue.start) is not None

    def _asked(self, cue: Cue, sentence_start: int) -> bool:
        """Tell whether what a cue issues is asked for: ``tham mưu UBND tỉnh ban hành …; ban hành …``."""
        folded = self.scope.folded
        cues = list(relation_cues(folded, sentence_start, cue.start))
        for index, asking in enumerate(cues):
            end = folded.find(";", asking.end, cue.start)
            goes_on = end < 0 or any(c.relation in ISSUING for c in cues[index:] if c.start < end)
            # "trình UBND tỉnh …; ký ban hành …": who signs it issues it.
            if asking.reach == "asks" and say.NOMINAL.search(folded, max(0, asking.start - 20), asking.start):
                continue
            if asking.asks and goes_on and not (end >= 0 and folded.startswith("ký", cue.start)):
                return True
        return False

    def _passive(self, cue: Cue) -> bool:
        """Tell whether a cue is passive: ``được phê duyệt (Quyết định …)`` does not speak of the decision."""
        return say.UNDERGONE.search(self.scope.folded, max(0, cue.start - 60), cue.start) is not None

    def _undergone(self, cue: Cue) -> bool:
        """Tell whether a passive stands right before a cue: *Bị* ``thay thế``."""
        return self.scope.folded[: cue.start].endswith(("được ", "bị "))

    def _inherited(self, floor: int, mention: InstrumentMention) -> Governor | None:
        """Give the governor of the row, if the instrument is the next of its list.

        A title within the row ends at its comma, if another governor holds outside; a predicate of the
        instrument before (``Nghị định A, thay thế Nghị định B; …``) ends at the semicolon.
        """
        start, end = mention.start, mention.end
        between = self.scope.folded[floor:start]
        if not say.coordinated(between):
            return None
        if say.NOWADAYS.search(between):
            return None
        last = self.row[-1]
        if last.relation == "amended_by" and not last.nested and self._of_lower_kind(mention):
            return next((g for g in reversed(self.row) if g.relation != "amended_by"), None)
        if last.relation in say.ADVERBIAL and self._main_clause(start):
            return None
        subject = say.PREDICATE.match(self.scope.folded, end, end + 40) is not None
        if subject and last.relation in ("issued_under", "amended_by"):
            return None
        ends = "(" in between or (last.relation == "amended_by" and ";" in between)
        if ends and mention.refers_to is not None:
            # "thay thế Nghị quyết A (… của Nghị quyết này …)", "… bằng Luật B; Điều 5 của Luật này …"
            return None
        if last.host is not None and ";" in between:
            return last.host
        outer = [g for g in self.row if not g.nested and g.rule != "default"]
        if last.nested and self._beside_nested(mention, between):
            return last
        if last.nested and not outer and mention.kind == self.kinds[0] != self.kinds[1]:
            return None  # "Tờ trình số 64 sửa đổi Nghị quyết số 13, Tờ trình số 70 …": the outer list goes on
        return outer[-1] if last.nested and outer else last

    def _main_clause(self, start: int) -> bool:
        """Tell whether the main clause stands before an instrument: ``Căn cứ …, UBND huyện giao vốn; …``."""
        clause = say.CLAUSE.match(self.scope.folded, self.titled, start)
        if clause is None:
            return False
        opening = self.scope.text[clause.start() : clause.end()].lstrip(" ,\n\t")[:1]
        return opening.isupper() or say.ACTING.search(clause.group()) is not None

    def _beside_nested(self, mention: InstrumentMention, between: str) -> bool:
        """Tell whether an instrument is of a sort with the one nested before it, and not with the outer one.

        ``Kế hoạch số 31 triển khai Nghị quyết số 57, Nghị quyết số 03``; ``Luật số 47 sửa đổi Luật A và
        Luật B``. What is guided may have its title before the next one.
        """
        unlike = self.kinds[1] != self.kinds[0]
        if between.strip() == "," and mention.kind == "resolution" and mention.code is None:
            # "Quyết định số 5 … thực hiện Nghị quyết Đại hội XI, Nghị quyết Đại hội Đảng bộ tỉnh"
            return self.coded == (True, False) and self.kinds[1] == "resolution" and unlike
        if say.AND_ONLY.fullmatch(between):
            unlike = unlike or (self.coded == (True, False) and mention.code is None)
        elif between.strip() != "," and (
            self.row[-1].relation != "guides" or ";" in between or not say.ENDS_IN_AND.search(between)
        ):
            return False
        return unlike and mention.kind == self.kinds[1]

    def _of_lower_kind(self, mention: InstrumentMention) -> bool:
        """Tell whether an instrument is too low to amend what the one before does: a decree behind a law."""
        last = self.kinds[1]
        if last in _ACTS:
            return mention.kind not in _ACTS and mention.kind != "resolution"
        return last == "decree" and mention.kind in _BELOW_DECREES

    def _told_behind(self, mention: InstrumentMention) -> Governor | None:
        """Read the relation off a passive behind an instrument: ``Nghị quyết … đã được triển khai``."""
        folded = self.scope.folded
        last = self._last_of_row(mention)
        if lapses := say.LAPSES.match(folded, last, last + 40):
            return Governor("repeals", 0.75, "passive", lapses.span())
        if lived := say.BROUGHT_TO_LIFE.match(folded, last, last + 60):
            return Governor("implements", 0.75, "passive", lived.span("life"))
        passive = say.PASSIVE.match(folded, last, last + 40)
        if passive is None:
            return None
        if undone := say.UNDONE.match(folded, passive.end(), passive.end() + 70):
            became: Relation = "amends" if undone["amended"] else "repeals"
            return Governor(became, 0.75, "passive", (passive.end(), undone.end()))
        verb = passive.end()
        agent = [m for m in self.scope.between(verb, verb + 1) if isinstance(m, OrganizationMention)]
        if agent and (signs := say.AGENT_SIGNS.match(folded, agent[0].end, agent[0].end + 40)):
            verb = signs.end()
        cue = next(relation_cues(folded, verb, verb + 30), None)
        if cue is None or cue.start != verb or cue.relation not in ("implements", "issues"):
            return None
        return Governor(cast(Relation, cue.relation), 0.75, "passive", (cue.start, cue.end))

    def _last_of_row(self, mention: InstrumentMention) -> int:
        """Give where the instruments joined to this one end: ``Nghị định A và Nghị định B hết hiệu lực``."""
        end = mention.end
        for following in self.scope.between(end, end + WINDOW):
            if not isinstance(following, InstrumentMention):
                continue
            if not say.BESIDE.fullmatch(self.scope.folded, end, following.start):
                break
            end = following.end
        return end
