"""Measure a batch: its rate, its memory, and that a run killed twice comes to the same output (Linux).

python scripts/measure_batch.py reports/ work/ --jobs 2 --format parquet
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

from vnreport.batch.journal import JOURNAL, MANIFEST

_PAGE_KIB = 4


def start(inputs: Path, output: Path, jobs: int, format_: str, resume: bool) -> subprocess.Popen[bytes]:
    """Start a batch as a user would."""
    command = [sys.executable, "-m", "vnreport", "extract", str(inputs), "-o", str(output)]
    command += ["--format", format_, "--jobs", str(jobs), *(["--resume"] if resume else [])]
    return subprocess.Popen(command)


def done(output: Path) -> int:
    """Give how many documents the journal of a run says are done."""
    try:
        lines = (output / JOURNAL).read_bytes().splitlines()
        return int(json.loads(lines[-1]).get("done", 0)) if lines else 0
    except (OSError, ValueError):
        return 0


def memory(root: int) -> tuple[int, int]:
    """Give the resident memory, in MiB, of a process and of all its children together."""
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            sizes[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * _PAGE_KIB // 1024
            parents[int(folder.name)] = int(fields[1])
        except (OSError, IndexError):
            continue
    children = sum(size for process, size in sizes.items() if parents[process] == root)
    return sizes.get(root, 0), children


def watch(
    process: subprocess.Popen[bytes], output: Path, until: int | None = None
) -> list[tuple[int, int, int]]:
    """Wait for a run, noting documents done and memory; kill it once ``until`` documents are done."""
    samples = []
    while process.poll() is None:
        count = done(output)
        samples.append((count, *memory(process.pid)))
        if until is not None and count >= until:
            process.kill()
            process.wait()
            break
        time.sleep(1.0)
    return samples


def digest(folder: Path) -> dict[str, str]:
    """Hash the results in a folder."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    }


def main() -> None:
    """Run unbroken, then run and kill twice, and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--format", default="parquet")
    given = parser.parse_args()
    whole, broken = given.work / "unbroken", given.work / "broken"
    began = time.monotonic()
    samples = watch(start(given.inputs, whole, given.jobs, given.format, False), whole)
    seconds = time.monotonic() - began
    manifest = json.loads((whole / MANIFEST).read_text(encoding="utf-8"))
    count = manifest["documents"] + manifest["failed"]
    print(
        f"{count} documents ({manifest['failed']} failed) in {seconds:.0f} s: {count / seconds:.1f}/s",
        flush=True,
    )
    for share in (0.02, 0.25, 0.5, 0.75, 0.98):
        near = min(samples, key=lambda s: abs(s[0] - share * count))
        print(f"  at {near[0]:>6}: parent {near[1]} MiB, workers {near[2]} MiB", flush=True)
    for turn in (1, 2):
        run = start(given.inputs, broken, given.jobs, given.format, resume=turn > 1)
        watch(run, broken, until=turn * count // 3)
        print(f"killed at {done(broken)}", flush=True)
    start(given.inputs, broken, given.jobs, given.format, resume=True).wait()
    same = digest(whole) == digest(broken)
    print("the same, byte for byte:" if same else "DIFFERENT:", *digest(broken).items(), flush=True)
    raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
