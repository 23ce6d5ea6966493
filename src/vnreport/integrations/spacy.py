"""spaCy: vnreport as a component of a pipeline, and a Vietnamese pipeline with exact offsets.

    >>> import vnreport.integrations.spacy
    >>> nlp = vnreport.integrations.spacy.blank()
    >>> _ = nlp.add_pipe("vnreport")
    >>> doc = nlp("Tổ chức 02 lớp tập huấn.")
    >>> [(span.text, span.label_) for span in doc.spans["vnreport"]]
    [('02 lớp tập huấn', 'quantity')]

The component reads the text of the doc as it is, for a doc cannot change its text; :func:`read` repairs a
raw text first. It sets

* ``doc.spans["vnreport"]``: all mentions, nested and overlapping ones too. The label is the type, the id
  of a span is the id of its mention, and ``span._.vnreport`` is the mention itself. Where tokens and
  mentions differ, a span is widened to whole tokens;
* ``doc.ents``: those that do not overlap, the longest first;
* ``doc._.facts`` and ``doc._.vnreport``: the facts and the whole :class:`~vnreport.report.Report`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans, registry
    from spacy.vocab import Vocab
except ImportError as problem:
    raise ImportError('vnreport.integrations.spacy needs spaCy: pip install "vnreport[spacy]"') from problem

from vnreport.layout.tokens import tokenize
from vnreport.pipeline import extract
from vnreport.report import AnyFact, AnyMention, Report
from vnreport.text import without_surrogates

KEY = "vnreport"
"""Name of the component, of its group of spans, and of what it keeps in ``doc.user_data``."""


class _Stateless:
    """What spaCy asks of parts that it stores, for one whose settings all stand in the configuration."""

    def to_bytes(self, **_: Any) -> bytes:
        """Give nothing: there is no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Any:
        """Take nothing."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, _path: str | Path, **_: Any) -> Any:
        """Read nothing."""
        return self


class Tokenizer(_Stateless):
    """Vietnamese words by :func:`vnreport.layout.tokens.tokenize`; a word may hold several syllables.

    ``tokenizer(text).text == text`` for every string without lone surrogates, white space included
    (spaCy keeps its strings as UTF-8, which has none: each becomes U+FFFD, and no offset moves).
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Turn a text into a doc."""
        text = without_surrogates(text)
        words: list[str] = []
        spaces: list[bool] = []
        before = 0
        for token in tokenize(text):
            _add_gap(text[before : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            before = token.end
        _add_gap(text[before:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterator[Doc]:
        """Turn a stream of texts into docs."""
        return map(self, texts)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Keep white space as spaCy does: one blank belongs to the token before it, the rest is a token."""
    if words and gap.startswith(" "):
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        blank = len(gap) > 1 and gap.endswith(" ")
        words.append(gap[:-1] if blank else gap)
        spaces.append(blank)


class Component(_Stateless):
    """Sets mentions and facts on docs; see the module's docstring.

    Args:
        name: the name of the component in its pipeline.
        ents: whether to set ``doc.ents`` too.
        overwrite_ents: whether entities of earlier components make way; else ours go where none is.
        reference_date: what relative times count from, as ``YYYY-MM-DD``.

    Raises:
        ValueError: if the date is none.
    """

    def __init__(
        self,
        name: str = KEY,
        ents: bool = True,
        overwrite_ents: bool = False,
        reference_date: str | None = None,
    ) -> None:
        self.name = name
        self.ents = ents
        self.overwrite_ents = overwrite_ents
        self.reference_date = dt.date.fromisoformat(reference_date) if reference_date else None

    def __call__(self, doc: Doc) -> Doc:
        """Read a doc; one that :func:`read` made brings its report along."""
        report = _kept(doc)
        if report is None or report.text != doc.text:
            report = extract(doc.text, reference_date=self.reference_date, repair=False)
            _keep(doc, report)
        spans = [_span(doc, mention) for mention in report.mentions]
        doc.spans[KEY] = spans
        if self.ents:
            # Of equal candidates filter_spans takes the first.
            before = [] if self.overwrite_ents else list(doc.ents)
            held = {token.i for span in before for token in span}
            free = [span for span in spans if held.isdisjoint(range(span.start, span.end))]
            doc.ents = [*before, *filter_spans(free)]
        return doc


def _span(doc: Doc, mention: AnyMention) -> Span:
    return doc.char_span(
        mention.start, mention.end, label=mention.type, span_id=mention.id, alignment_mode="expand"
    )


def _keep(doc: Doc, report: Report) -> None:
    # As text, so that a doc can be stored and handed from process to process.
    doc.user_data[KEY] = report.model_dump_json()


def _kept(doc: Doc) -> Report | None:
    stored = doc.user_data.get(KEY)
    return _parse(stored) if isinstance(stored, str) else None


@lru_cache(maxsize=16)
def _parse(stored: str) -> Report:
    return Report.model_validate_json(stored)


def _facts(doc: Doc) -> list[AnyFact]:
    report = _kept(doc)
    return list(report.facts) if report is not None else []


def _mention(span: Span) -> AnyMention | None:
    report = _kept(span.doc)
    mentions = report.mentions if report is not None else []
    return next((mention for mention in mentions if mention.id == span.id_), None)


def make_component(
    nlp: Language, name: str, ents: bool, overwrite_ents: bool, reference_date: str | None
) -> Component:
    """Make the component for ``nlp.add_pipe("vnreport", config={…})``; see :class:`Component`."""
    return Component(name, ents, overwrite_ents, reference_date)


class _NewTokenizer:
    """Makes the tokenizer of a pipeline (an object and no closure, so that it can be pickled)."""

    def __call__(self, nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab)


def make_tokenizer() -> _NewTokenizer:
    """Give the maker of the tokenizer, for ``@tokenizers = "vnreport.Tokenizer.v1"`` in a configuration."""
    return _NewTokenizer()


def blank() -> Language:
    """Give an empty Vietnamese pipeline with :class:`Tokenizer`.

    ``to_disk`` stores it, and ``spacy.load`` reads it wherever vnreport is installed.
    """
    import spacy

    tokenizer = {"@tokenizers": "vnreport.Tokenizer.v1"}
    return spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})


def read(raw: str, nlp: Language, *, reference_date: dt.date | None = None) -> Doc:
    """Repair and read a raw text, and give it to a pipeline.

    Args:
        raw: the text as it was found.
        nlp: a pipeline; it need not hold the component.
        reference_date: see :func:`vnreport.extract`.

    Returns:
        The doc of the repaired text, with all that the component sets. ``doc._.vnreport`` holds the
        repairs, and the ``source_start`` and ``source_end`` of its mentions point into ``raw``.
    """
    report = extract(raw, reference_date=reference_date)
    doc = nlp.make_doc(report.text)
    _keep(doc, report)
    doc = nlp(doc)
    return doc if KEY in doc.spans else Component()(doc)


Language.factory(
    "vnreport",
    assigns=["doc.spans", "doc.ents", "doc._.facts", "doc._.vnreport"],
    default_config={"ents": True, "overwrite_ents": False, "reference_date": None},
    func=make_component,
)
registry.tokenizers("vnreport.Tokenizer.v1", func=make_tokenizer)
Doc.set_extension("vnreport", getter=_kept, force=True)
Doc.set_extension("facts", getter=_facts, force=True)
Span.set_extension("vnreport", getter=_mention, force=True)
