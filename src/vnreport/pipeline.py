"""The road: raw text → repair → layout → mentions → facts → :class:`~vnreport.report.Report`."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from vnreport.base_model import made
from vnreport.context import describe
from vnreport.fact_models import Source
from vnreport.facts import find_facts
from vnreport.layout import analyse
from vnreport.mentions import find_mentions
from vnreport.plain import Plain, plain
from vnreport.processes import settle
from vnreport.repair import repair as repair_text
from vnreport.repair.types import Damage
from vnreport.report import AnyFact, AnyMention, Document, Mention, Report, Section, Span
from vnreport.text import without_surrogates

if TYPE_CHECKING:
    from concurrent.futures import Future

_SOURCES = 1 << 12
"""So many sources of facts are known at once."""


def extract(
    raw: str,
    *,
    reference_date: dt.date | None = None,
    repair: bool = True,
    damage: Damage = "auto",
) -> Report:
    """Read a report.

    Args:
        raw: the text as it was found, in whatever state. A lone surrogate, which neither JSON nor a file
            can hold, counts as U+FFFD.
        reference_date: what relative times (``năm ngoái``) count from; by default the document's own date.
        repair: False takes the text as it is.
        damage: what the caller knows of the damage; see :func:`vnreport.repair`.

    Returns:
        The report. ``report.text[m.start:m.end] == m.text`` for every mention ``m``, and
        ``raw[m.source_start:m.source_end]`` is where it came from.

    Raises:
        TypeError: if ``raw`` is not a string.
    """
    if not isinstance(raw, str):
        raise TypeError(
            f"extract() takes a str, not {type(raw).__name__}; decode bytes first, or read a file"
        )
    fixed = repair_text(without_surrogates(raw), damage if repair else "none")
    read = plain(fixed.text)
    sections, sentences, mentions, document, facts = _read(read.text, reference_date)
    if read.is_changed:
        back, moved = _way_back(read)
        sentences = [back(*span) for span in sentences]
        shared = {id(s): s for s in chain(document.sources.values(), (fact.evidence for fact in facts))}
        _move(back, chain(mentions, sections, shared.values()))
        _move_sources(moved, [fact.sources for fact in facts])
        sections = _with_frames(sections, read.frames)
    for mention in mentions:
        fields = vars(mention)  # three times as fast as setting attributes of a model
        start, end = mention.start, mention.end
        fields["source_start"], fields["source_end"] = fixed.source_span(start, end)
        fields["text"] = fixed.text[start:end]
    span = made(Span)
    return made(Report)(
        text=fixed.text,
        document=document,
        repairs=list(fixed.repairs),
        sections=sections,
        sentences=[span(start=start, end=end) for start, end in sentences],
        mentions=mentions,
        facts=facts,
    )


def _read(
    text: str, reference_date: dt.date | None
) -> tuple[list[Section], list[tuple[int, int]], list[AnyMention], Document, list[AnyFact]]:
    """Give what a plain text says: sections, sentences, mentions, what it is itself, and facts.

    What was needed to find them is gone then, half of the memory of a long text.
    """
    layout = analyse(text)
    # What is wrapped reads as one line, so that no pattern stumbles over where a line was broken.
    running = layout.text
    mentions = find_mentions(running, layout, reference_date)
    document = describe(running, layout, mentions, reference_date)
    facts = find_facts(running, layout, mentions, document)
    return list(layout.sections), [(s.start, s.end) for s in layout.sentences], mentions, document, facts


def _way_back(read: Plain) -> tuple[Callable[[int, int], tuple[int, int]], Callable[[str, int, int], Source]]:
    """Give what leads spans and sources of the text as it was read to the text as it is.

    It makes each offset and source once: they were a fifth of the memory of a report.
    """
    start_of = cache(lambda start: read.back(start, start)[0])
    end_of = cache(lambda end: read.back(end - 1, end)[1])

    def back(start: int, end: int) -> tuple[int, int]:
        return (start_of(start), end_of(end)) if start < end else (start_of(start), start_of(start))

    # Equal sources stand near each other, or come again and again.
    return back, lru_cache(_SOURCES)(lambda rule, start, end: Source(rule, *back(start, end)))


def _move(back: Callable[[int, int], tuple[int, int]], spans: Iterable[Mention | Section | Span]) -> None:
    """Move spans; no object may be there twice."""
    for span in spans:
        fields = vars(span)
        fields["start"], fields["end"] = back(span.start, span.end)


def _move_sources(moved: Callable[[str, int, int], Source], of_facts: Iterable[dict[str, Source]]) -> None:
    """Do the same for what the fields of facts were read from."""
    for sources in {id(sources): sources for sources in of_facts}.values():
        for name, source in sources.items():
            if source.start is not None and source.end is not None:
                sources[name] = moved(source.rule, source.start, source.end)


def _with_frames(sections: list[Section], frames: Sequence[tuple[int, int]]) -> list[Section]:
    """Put page numbers and running heads, left out where a text is read, among its sections."""
    whole: list[Section] = []
    around: list[int] = []
    waiting = deque(frames)
    for section in [*sections, None]:
        while waiting and (section is None or waiting[0][0] < section.start):
            start, end = waiting.popleft()
            while around and around[-1] <= start:
                around.pop()
            level = len(around) + 1
            whole.append(made(Section)(heading="", level=level, start=start, end=end, kind="boilerplate"))
        if section is not None:
            while around and around[-1] <= section.start:
                around.pop()
            around.append(section.end)
            whole.append(section)
    return whole


def pipe(
    texts: Iterable[str],
    *,
    n_process: int = 1,
    batch_size: int = 64,
    reference_date: dt.date | None = None,
    repair: bool = True,
    damage: Damage = "auto",
) -> Iterator[Report]:
    """Read a stream of texts and give their reports in the same order.

    Args:
        texts: the raw texts; taken as needed, so the stream may be endless.
        n_process: how many processes share the work; 1 works in this one.
        batch_size: how many texts a process takes at a time.
        reference_date: see :func:`extract`.
        repair: see :func:`extract`.
        damage: see :func:`extract`.

    Raises:
        ValueError: if ``n_process`` or ``batch_size`` is below 1.
    """
    if n_process < 1 or batch_size < 1:
        raise ValueError("n_process and batch_size must be at least 1")
    work = partial(extract, reference_date=reference_date, repair=repair, damage=damage)
    if n_process == 1:
        return map(work, texts)
    return _pipe_processes(work, texts, n_process, batch_size)


def _pipe_processes(
    work: Callable[[str], Report], texts: Iterable[str], n_process: int, batch_size: int
) -> Iterator[Report]:
    """Share the work among processes; at most two batches a process are under way at a time."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    stream = iter(texts)
    # A fresh interpreter is the same on every system and safe beside threads.
    with ProcessPoolExecutor(n_process, mp_context=get_context("spawn"), initializer=settle) as pool:
        waiting: deque[Future[list[Report]]] = deque()
        try:
            while True:
                while len(waiting) < 2 * n_process and (batch := list(islice(stream, batch_size))):
                    waiting.append(pool.submit(_work_batch, work, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            # The caller may stop early; what has not begun need not be done.
            for future in waiting:
                future.cancel()


def _work_batch(work: Callable[[str], Report], batch: list[str]) -> list[Report]:
    return [work(text) for text in batch]
