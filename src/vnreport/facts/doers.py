"""Who does what a clause tells: its subject, the one who is quoted, the section's agency or who reports."""

from __future__ import annotations

from vnreport.facts.agents import acting, in_row, told_of
from vnreport.facts.held import WIDTH, Clause, Held
from vnreport.facts.localities import bare_agency, full_name
from vnreport.facts.owners import Owners
from vnreport.facts.row import Row
from vnreport.facts.speakers import speaker
from vnreport.layout import Layout, Sentence
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention, PersonMention
from vnreport.text import fold

_ASKS = lazy(r"(?<![^\W_])(?:đề\s+nghị|kiến\s+nghị|đề\s+xuất)(?:\s*:|\s+(?:với\s+)?)\s*")
"""What opens a row of those who are asked: ``đề nghị Sở Y tế bố trí thuốc, UBND tỉnh …``."""
_OF_REQUESTS = lazy(
    r"[\s\-–+•*]*(?:(?:[ivx]{1,4}|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)/:-]\s*)?(?:những\s+|một\s+số\s+)?(?:đề\s+xuất|kiến\s+nghị|đề\s+nghị)(?![^\W_])"
)
"""A heading over what is asked of others."""
_REPLIES = lazy(
    r"\s+(?:(?:đã|xin)\s+)?(?:trả\s+lời|phúc\s+đáp|giải\s+trình|có\s+ý\s+kiến)(?:\s+như\s+sau)?\s*:"
)
"""What stands behind who answers at the head of a paragraph: *Công an tỉnh* ``trả lời: …``."""
_ANSWER = lazy(
    r"[\s\-–+•*]*(?:(?:nội\s+dung|ý\s+kiến|kết\s+quả)\s+)?trả\s+lời(?:\s*:\s*(?:(?:theo|số\s+liệu\s+của)\s+)?|\s*(?P<opens>\()(?:của\s+|theo\s+)?)"
)
"""What opens the answer to a question, up to who gives it."""
_LEVELS = lazy(r"(?P<kind>tòa án|viện kiểm sát)(?:\s+nhân\s+dân)?\s+hai\s+cấp")
"""Courts of both levels, whose figures are told by the one of the province."""
_FIGURES_OF = lazy(r"(?<![^\W_])(?:theo|của)\s+$")
"""What stands before who is the source of a figure."""
_PASSIVE = lazy(r"(?<![^\W_])được\s+$")
_COUNTED = lazy(r"[;:.]|\A[^\d,]*,")
_NEAR, _LOOK = 120, 12


class Doers:
    """Who acts in which clause of a text."""

    def __init__(
        self, folded: str, layout: Layout, agencies: Row[OrganizationMention], people: Row[PersonMention],
        owners: Owners, publisher: Held[str],
    ) -> None:  # fmt: skip
        self.folded, self.layout, self.agencies, self.people = folded, layout, agencies, people
        self.owners, self.publisher = owners, publisher
        self.document = owners.document

    def of(self, clause: Clause, start: int) -> Held[str]:
        """Give who acts: the nearest subject of the clause, the first of the sentence, or the publisher."""
        floor = max(clause.sentence.start, clause.start - WIDTH)
        agencies = self.agencies.between(floor, start)
        subjects = [
            agency
            for agency in acting(self.folded, agencies, clause.sentence.start, self.publisher.value)
            if not told_of(self.folded, agency, start) and not self._asked(clause.sentence, agency)
        ]
        said = speaker(self.folded, self.people, floor, start, self.publisher.value)
        if said is not None:
            # Who says it is no subject of what is said.
            subjects = [m for m in subjects if m.start >= said[1]]
            if not any(m.start >= clause.start for m in subjects):
                name = self.owners.full_name(said[0].organization or "")
                return Held(name, "speaker", said[0].start, said[0].end)
        if (agent := self._agent(clause, start)) is not None:
            return Held(self.owners.full_name(agent.name), "agent", agent.start, agent.end)
        if not subjects and (meant := self._meant(clause)) is not None:
            return meant
        if in_row(self.folded, floor, start):
            return self.publisher
        if not subjects:
            return self._around(clause.sentence, start)
        near = [m for m in subjects if m.start >= clause.start]
        # "Hội Nông dân 776 tỷ đồng; …": what a list tells of an agency ends with the item.
        far = [m for m in subjects if not self.folded[m.end : m.end + 4].lstrip(" :(–-")[:1].isdigit()]
        if not near and not far:
            return self._around(clause.sentence, start)
        agent = near[-1] if near else far[0]
        if (levels := _LEVELS.match(fold(agent.name))) is not None:
            around = self._around(clause.sentence, start)
            if fold(around.value or "").startswith(levels["kind"]):
                return around
        name = self.owners.full_name(agent.name)
        return Held(name, "clause" if near else "sentence", agent.start, agent.end)

    def _asked(self, sentence: Sentence, agency: OrganizationMention) -> bool:
        """Tell whether an agency is one that something is asked of, which is what the asking one wants."""
        floor = max(sentence.start, agency.start - WIDTH)
        for asks in _ASKS.finditer(self.folded, floor, agency.start):
            if ":" in asks[0] or self.agencies.between(asks.end(), asks.end() + 1):
                return True
        if _FIGURES_OF.search(self.folded[max(floor, agency.start - _LOOK) : agency.start]):
            return False
        above = self.owners.headings.above(sentence)[:1]
        return any(_OF_REQUESTS.match(self.folded, *heading) for heading in above)

    def _agent(self, clause: Clause, start: int) -> OrganizationMention | None:
        """Give who does what a passive before a number says: ``được`` *Bộ Y tế* ``tặng 3 Cờ thi đua``."""
        for agency in self.agencies.between(max(clause.start, start - _NEAR), start)[-1:]:
            before = self.folded[max(clause.start, agency.start - _LOOK) : agency.start]
            if _PASSIVE.search(before) and not _COUNTED.search(self.folded[agency.end : start]):
                return agency
        return None

    def _around(self, sentence: Sentence, start: int) -> Held[str]:
        """Give whose the figures of a section are, or who reports."""
        return self.owners.of(sentence, start) or self._answers(sentence) or self.publisher

    def _answers(self, sentence: Sentence) -> Held[str] | None:
        """Give who answers a question in the paragraph of a sentence: ``Trả lời: Sở Y tế cho biết … . …``."""
        floor = max(0, sentence.start - WIDTH)
        start = self.folded.rfind("\n", floor, sentence.start) + 1
        if start < floor:
            return None
        for agency in self.agencies.between(start, start + 1):
            if _REPLIES.match(self.folded, agency.end):
                return Held(self.owners.full_name(agency.name), "paragraph", agency.start, agency.end)
        answer = _ANSWER.match(self.folded, start)
        if answer is None:
            return None
        for agency in self.agencies.between(answer.end(), answer.end() + 1):
            if answer["opens"] is None or self.folded.startswith(")", agency.end):
                return Held(self.owners.full_name(agency.name), "paragraph", agency.start, agency.end)
        return None

    def _meant(self, clause: Clause) -> Held[str] | None:
        """Give the agency that a bare noun at the head of a clause means: ``Trung tâm đã giải quyết …``."""
        head = bare_agency(self.folded, clause.start) or bare_agency(self.folded, clause.sentence.start)
        if not head or fold(self.document.publisher or "").startswith(head):
            return None
        for agency in reversed(self.agencies.between(max(0, clause.start - 2 * WIDTH), clause.start)):
            if fold(agency.name).startswith(f"{head} "):
                return Held(full_name(agency.name, self.document), "meant", agency.start, agency.end)
        return None
