"""The documents speak true: their Python blocks run, their commands are the ones that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.vi.md"]


def blocks(name: str, mark: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"<!-- {mark} -->\n```{language}\n(.*?)```", text, re.DOTALL)


def _commands(text: str) -> list[str]:
    return re.findall(r"^(vnreport .*?)\s+#", text, re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_python_blocks_run(name: str) -> None:
    found = blocks(name, "test: python", "python")
    assert found
    for code in found:
        exec(compile(code, name, "exec"), {})


@pytest.mark.parametrize("name", READMES)
def test_the_main_command_runs(name: str) -> None:
    # The installation is tested by `.ci/run`; here the job behind it is, with this interpreter.
    [line] = blocks(name, "command: run", "sh")
    job = line.split("&&")[-1].split()
    assert job[0] == ".venv/bin/vnreport"
    files = [str(p.relative_to(ROOT)) for pattern in job[2:] for p in sorted(ROOT.glob(pattern))]
    assert len(files) == 3
    done = subprocess.run(
        [sys.executable, "-m", "vnreport", job[1], *files], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", READMES)
def test_the_test_command_is_the_same_in_both(name: str) -> None:
    assert blocks(name, "command: test", "sh") == blocks("README.md", "command: test", "sh")


@pytest.mark.parametrize("name", READMES)
def test_every_shown_command_is_known(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    (tmp_path / "reports").mkdir()
    sample = (ROOT / "data/samples/thanh-tra-giao-thong-2016.txt").read_bytes()
    for file in ("report.txt", "broken.txt", "reports/a.txt"):
        (tmp_path / file).write_bytes(sample)
    shutil.copy(ROOT / "tests/readers/files/report.docx", tmp_path)
    commands = _commands(text)
    assert commands
    # Those of the English one have run.
    if name != READMES[0]:
        commands = [c for c in commands if c not in _commands((ROOT / READMES[0]).read_text("utf-8"))]
    for command in commands:
        line, _, redirect = command.partition(" < ")
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(line)],
            cwd=tmp_path,
            input=(tmp_path / redirect).read_bytes() if redirect else b"",
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), command
