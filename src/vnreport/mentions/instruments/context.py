"""References back: what was cited before, under which short names."""

from __future__ import annotations

from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.page import Page, one_tone
from vnreport.mentions.instruments.triggers import Trigger
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind

_REACH = 700
_FEW = 6
"""How many citations back a short name may reach: its instrument's title may cite others."""
_ATTACHED = lazy(r"ban hành (?:kèm theo )?(quy chế|quy định|điều lệ|nội quy)(?!\w)")
"""What an instrument issues: ``Quy chế này`` means the instrument then."""

_JOINT: dict[InstrumentKind, InstrumentKind] = {
    "circular": "joint_circular",
    "resolution": "joint_resolution",
}


class Context:
    """What the text has cited so far."""

    def __init__(self, own: frozenset[InstrumentKind]) -> None:
        self.own = own
        self.by_number: dict[tuple[str, str], int] = {}
        self.by_code: dict[str, int] = {}
        self.by_kind: dict[str, int] = {}
        self.by_word: dict[str, int] = {}
        self.aliases: dict[tuple[str, str], int] = {}
        self.bare: dict[InstrumentKind, int] = {}
        """Whom the word for a kind alone names: ``(sau đây gọi tắt là Luật)``."""
        self.pending: tuple[int, int] | None = None

    def knows(self, kind: InstrumentKind, number: str) -> bool:
        """Tell whether an instrument of this kind and number was cited, or a short name given."""
        key = (kind, number.lstrip("0").lower())
        return key in self.by_number or key in self.aliases

    def named(self, start: int) -> bool:
        """Tell whether what begins here is the short name that was announced (``gọi tắt là Đề án 06``)."""
        return self.pending is not None and 0 <= start - self.pending[0] <= 12

    def called(self, trigger: Trigger, drafts: list[Draft], page: Page) -> None:
        """Note ``sau đây gọi tắt là Đề án 06``: the name that follows means the last instrument cited."""
        if not drafts:
            return
        last = len(drafts) - 1
        if (
            trigger.start - drafts[last].end > _REACH
            or "\n\n" in page.plain[drafts[last].end : trigger.start]
        ):
            return
        root = drafts[last].refers_to
        self.pending = (trigger.end, last if root is None else root)

    def call_bare(self, kind: InstrumentKind, drafts: list[Draft]) -> None:
        """Note that the word for a kind alone is the announced short name of the last one of that kind."""
        for index in range(len(drafts) - 1, max(-1, len(drafts) - _FEW), -1):
            if drafts[index].kind == kind:
                root = drafts[index].refers_to
                self.bare[kind] = index if root is None else root
                return

    def resolve(self, draft: Draft, drafts: list[Draft], page: Page) -> None:
        """Find what a short citation refers back to, and remember a full one, the next of ``drafts``."""
        index = len(drafts)
        pending, self.pending = self.pending, None
        if pending is not None:
            pending = pending[0], self._meant(draft, drafts, pending[1])
        alias = pending and 0 <= draft.start - pending[0] <= 12
        if pending and alias and draft.code and drafts[pending[1]].code not in (None, draft.code):
            alias = False
        if pending and alias and draft.code and drafts[pending[1]].code is None:
            alias = self._completed(draft, drafts, pending[1])
        if pending and alias:
            if draft.number:
                self.aliases[draft.kind, draft.number.lstrip("0")] = pending[1]
            self._repeat(draft, drafts, pending[1])
            return
        if draft.short and draft.number and draft.name is None:
            found = self._short(draft, draft.number.lstrip("0").lower())
            if found is not None and self._agrees(draft, drafts[found]):
                self._repeat(draft, drafts, found)
                return
        if draft.code:
            self.by_code.setdefault(draft.code, index)
            if draft.number:
                key = (draft.kind, draft.number.lstrip("0").lower())
                if not self._fuller(drafts, self.by_number.get(key), draft):
                    self.by_number[key] = index
        elif draft.number and (draft.date or draft.issuer):
            self.by_number.setdefault((draft.kind, draft.number.lstrip("0").lower()), index)
        self.by_kind[draft.kind] = index
        self.by_word[" ".join(page.low[draft.start : draft.start + 24].split()[:2])] = index
        attached = _ATTACHED.match((draft.title or "").lower())
        if attached:
            self.by_word[one_tone(attached[1])] = index

    def _short(self, draft: Draft, number: str) -> int | None:
        """Find what a citation by kind and number alone means; a joint one goes by its plain kind, too."""
        found = self.aliases.get((draft.kind, number))
        if found is None:
            found = self.by_code.get(draft.code) if draft.code else self.by_number.get((draft.kind, number))
        joint = _JOINT.get(draft.kind)
        if found is None and joint is not None and draft.code is None:
            found = self.by_number.get((joint, number))
        return found

    @staticmethod
    def _fuller(drafts: list[Draft], index: int | None, draft: Draft) -> bool:
        """Tell whether an instrument was cited with its date before, and now by its code alone."""
        if index is None or drafts[index].code != draft.code or draft.date:
            return False
        return drafts[index].date is not None

    @staticmethod
    def _meant(draft: Draft, drafts: list[Draft], last: int) -> int:
        """Give the citation that a short name means: of the last few, the one whose number it has."""
        number = (draft.number or "").lstrip("0")
        for index in range(len(drafts) - 1, max(-1, len(drafts) - _FEW), -1):
            one = drafts[index]
            alike = draft.code == one.code if draft.code else number == (one.number or "").lstrip("0")
            if number and alike:
                return index if one.refers_to is None else one.refers_to
        return last

    @staticmethod
    def _completed(draft: Draft, drafts: list[Draft], index: int) -> bool:
        """Give an antecedent without a code that of its short name, if it may be its own."""
        root, since = drafts[index], drafts[index + 1 : index + 20]
        if root.kind != draft.kind or len(drafts) - index > 20 or any(d.refers_to == index for d in since):
            return False
        root.complete(draft)
        return True

    @staticmethod
    def _agrees(draft: Draft, antecedent: Draft) -> bool:
        if draft.year and antecedent.year and draft.year != antecedent.year:
            return False
        if draft.date and antecedent.date and draft.date != antecedent.date:
            return False
        here, there = draft.issuer or "", antecedent.issuer or ""
        return bool(antecedent.code) or not (here and there) or here.endswith(there) or there.endswith(here)

    def _repeat(self, draft: Draft, drafts: list[Draft], index: int) -> None:
        kept = draft.provisions
        draft.repeat(drafts[index], index)
        draft.provisions = kept
        self.by_kind[draft.kind] = index

    def last_written(self, drafts: list[Draft], at: int) -> int | None:
        """Find what ``văn bản trên`` at an offset means: the last letter, else the last numbered instrument.

        What is cited in the title of another one is not meant, nor are laws.
        """
        last: int | None = None
        for index in range(len(drafts) - 1, max(-1, len(drafts) - 1 - _FEW), -1):
            draft, before = drafts[index], drafts[index - 1] if index else None
            if at - draft.end > _REACH:
                break
            if before is not None and before.title and before.end + len(before.title) + 3 > draft.start:
                continue
            if draft.number is None or draft.kind in ("law", "code", "ordinance", "treaty", "standard"):
                continue
            last = index if last is None else last
            if draft.kind == "official_letter":
                return index
        return last

    def antecedent(self, head: Trigger, word: str, *, self_reference: bool) -> int | None:
        """Find the instrument that ``Nghị định này`` means; None where it is the document itself."""
        if self_reference and head.kind in self.own:
            return None
        if head.strength == "weak":
            return self.by_word.get(word)
        found = self.by_kind.get(head.kind)
        if head.kind == "official_letter":
            # "Công văn số 12 …, Văn bản số 15 …; công văn trên": the one that was called so.
            found = self.by_word.get(word, found)
        if found is None and head.kind == "circular":
            found = self.by_kind.get("joint_circular")
        return found
