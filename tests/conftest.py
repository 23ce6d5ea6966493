"""Shared by all tests: the hypothesis profiles and the real reports, where they are present."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
REPORTS = ROOT.parent / "shared" / "reports"

settings.register_profile(
    "default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("long", max_examples=20_000, deadline=None)
settings.load_profile("default")


def read_real_report(name: str) -> str:
    path = REPORTS / name
    if not path.is_file():
        pytest.skip("the real reports are not beside this checkout")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def haiphong() -> str:
    return read_real_report("haiphong-2017-07.txt")


@pytest.fixture(scope="session")
def thaibinh() -> str:
    return read_real_report("thaibinh-2019-q3.txt")


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    return {p.stem: p.read_text(encoding="utf-8") for p in sorted((ROOT / "data/samples").glob("*.txt"))}
