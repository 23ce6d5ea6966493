"""What holds for a number: its period, place, agent and status, each with where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.facts.held import Clause, Held
from vnreport.facts.localities import seat
from vnreport.facts.scope import Scope
from vnreport.facts.status import Status, status
from vnreport.report import Interval, Source


class Holding(NamedTuple):
    """What holds around a number."""

    period: Interval | None
    place: str | None
    organization: str | None
    status: Status
    sources: dict[str, Source]
    """Where each of them comes from."""


def hold(scope: Scope, clause: Clause, start: int, end: int) -> Holding:
    """Give the period, place, agent and status of a number at ``[start, end)``."""
    period = scope.period(clause, start, end)
    place = scope.place(clause, start, end)
    agent = scope.organization(clause, start)
    if place.rule == "document" and agent.rule != "document" and agent.value is not None:
        # "UBND xã Tân Lập xử phạt 5 hộ" tells of the commune.
        unit = seat(agent.value, place.value)
        place = place if unit is None else Held(unit, agent.rule, agent.start, agent.end)
    stated = status(scope, clause, start, period.value)
    if stated.value == "target":
        period = scope.times.aimed(period)
    sources = {"status": stated.source}
    for field, held in (("period", period), ("place", place), ("organization", agent)):
        if held.value is not None:
            sources[field] = held.source
    return Holding(
        scope.shared.interval(period.value), place.value, agent.value, stated.value or "result", sources
    )
