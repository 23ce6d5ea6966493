"""The page: template, style and script of this folder, filled from a report."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from vnreport.repair.types import SUGGESTION
from vnreport.report import AnyFact, Citation, Measurement, Report, Role
from vnreport.view import wording
from vnreport.view.marks import Mark, escape, weave

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_JSON = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Within a string JSON may write any character so; nothing in a script element can end it then."""


def render(report: Report) -> str:
    """Show a report as one HTML page.

    The page loads nothing: style, script and data stand in it, and its security policy lets nothing
    else in. All that comes from the report is escaped. Without scripts it still shows all and its
    links lead from facts to their evidence.

    Args:
        report: the report, without lone surrogates (:func:`vnreport.extract` lets none in).

    Returns:
        The page. The text content of its element ``#text`` equals ``report.text`` (with U+FFFD for
        U+0000); the element ``#report`` holds the whole report as JSON.
    """
    evidence = _evidence(report)
    style, script = _asset("page.css"), _asset("page.js")
    values = {
        "title": escape(_title(report)),
        "policy": f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        "style": style,
        "script": script,
        "document": _document(report, evidence),
        "legend": "".join(_legend(report)),
        "text": weave(report.text, _marks(report, evidence)),
        "kinds": "".join(_kinds(report)),
        "facts": "\n".join(_row(report, fact, evidence) for fact in report.facts),
        "fact_count": str(len(report.facts)),
        "repairs": "".join(_repairs(report)),
        "repair_count": str(len(report.repairs)),
        "json": report.model_dump_json().translate(_JSON),
    }
    return _SLOT.sub(lambda slot: values[slot[1]], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return files("vnreport.view").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """Name an inline style or script by its digest, as a content security policy does."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _title(report: Report) -> str:
    return report.document.title or report.document.number or report.file or "Báo cáo"


Anchors = dict[tuple[int, int], str]


def _evidence(report: Report) -> Anchors:
    """Name each span that something is shown to come from: ``e1``, ``e2`` and so on."""
    spans = [(s.start, s.end) for s in report.document.sources.values()]
    spans += [(fact.evidence.start, fact.evidence.end) for fact in report.facts]
    return {span: f"e{index}" for index, span in enumerate(dict.fromkeys(sorted(spans)), 1)}


def _marks(report: Report, evidence: Anchors) -> Iterator[Mark]:
    for section in report.sections:
        if section.kind == "boilerplate":
            yield Mark(section.start, section.end, 0, "span", ' class="boilerplate"')
        elif section.heading and report.text.startswith(section.heading, section.start):
            level = min(section.level + 2, 6)
            end = section.start + len(section.heading)
            yield Mark(section.start, end, 1, "span", f' class="heading" role="heading" aria-level="{level}"')
    for (start, end), name in evidence.items():
        yield Mark(start, end, 2, "span", f' class="e" data-e="{name}"', f' id="{name}"')
    for mention in report.mentions:
        about = escape(wording.mention(mention))
        kind = f' class="m" data-type="{mention.type}" data-m="{escape(mention.id)}" title="{about}"'
        yield Mark(mention.start, mention.end, 3, "mark", kind)
    for index, repair in enumerate(report.repairs):
        about = escape(wording.repair(repair))
        suggested = repair.kind == SUGGESTION
        classes = "r suggested" if suggested else "r"
        first = f' id="r{index + 1}" tabindex="{-1 if index else 0}" aria-description="{about}"'
        shown = f' class="{classes}" title="{about}"'
        yield Mark(repair.start, repair.end, 4, "span" if suggested else "ins", shown, first)


def _document(report: Report, evidence: Anchors) -> str:
    document = report.document
    values = {
        "number": document.number,
        "publisher": document.publisher,
        "place": document.place,
        "published": wording.day(document.published) if document.published else None,
        "period": wording.period(document.period),
    }
    rows = []
    for name, value in values.items():
        if not value:
            continue
        shown = escape(value)
        source = document.sources.get(name)
        if source is not None:
            anchor = evidence[source.start, source.end]
            shown = f'<a href="#{anchor}" data-e="{anchor}">{shown}</a>'
        rows.append(f"<div><dt>{escape(wording.label('document', name))}</dt><dd>{shown}</dd></div>")
    return f"<dl>{''.join(rows)}</dl>" if rows else ""


def _legend(report: Report) -> Iterator[str]:
    counts = Counter[str](mention.type for mention in report.mentions)
    for kind in wording.keys("mention"):
        if counts[kind]:
            yield _toggle(kind, wording.label("mention", kind), counts[kind])
    if report.repairs:
        yield _toggle("repair", "Chỗ sửa", len(report.repairs))


def _toggle(kind: str, name: str, count: int) -> str:
    return (
        f'<li><label data-type="{kind}"><input type="checkbox" value="{kind}" checked> '
        f"<span>{name}</span> <small>{count}</small></label></li>"
    )


def _kinds(report: Report) -> Iterator[str]:
    counts = Counter[str](fact.type for fact in report.facts)
    for kind in wording.keys("fact"):
        if counts[kind]:
            yield f'<option value="{kind}">{wording.label("fact", kind)} ({counts[kind]})</option>'


def _row(report: Report, fact: AnyFact, evidence: Anchors) -> str:
    when = ""
    match fact:
        case Measurement():
            what, value = fact.indicator, wording.measured(fact)
            when = wording.period(fact.period)
            where = [fact.action, fact.place, fact.organization]
        case Citation():
            what, value = fact.code or fact.name or _quoted(report, fact), ""
            value = wording.label("relation", fact.relation)
            where = [fact.organization]
        case Role():
            what, value, where = fact.person, fact.title, [fact.organization]
    anchor = evidence[fact.evidence.start, fact.evidence.end]
    kind = wording.label("fact", fact.type)
    return (
        f'<tr data-kind="{fact.type}" data-e="{anchor}" data-m="{escape(" ".join(fact.mentions))}">'
        f"<td>{kind} <small>{fact.confidence:.0%}</small></td>"
        f'<th scope="row"><a href="#{anchor}">{escape(what) or "—"}</a></th>'
        f"<td>{escape(value)}</td><td>{escape(when)}</td>"
        f"<td>{escape(' · '.join(part for part in where if part))}</td></tr>"
    )


def _quoted(report: Report, fact: Citation) -> str:
    """Give the words of a citation that has neither code nor name."""
    return next((m.text for m in report.mentions if m.id in fact.mentions), "")


def _repairs(report: Report) -> Iterator[str]:
    for index, repair in enumerate(report.repairs):
        kind = " + ".join(wording.label("repair", part) for part in repair.kind.split("+"))
        original, replacement = wording.shorten(repair.original), wording.shorten(repair.replacement)
        yield (
            f'<tr><td><a href="#r{index + 1}">{index + 1}</a></td>'
            f"<td><del>{escape(original)}</del></td><td>{escape(replacement)}</td>"
            f"<td>{escape(kind)} <small>{repair.confidence:.0%}</small></td></tr>\n"
        )
