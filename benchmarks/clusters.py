"""How Ray Data scales on this machine: pages a second with one worker and with more.

Usage: ``python -m benchmarks.clusters [--workers 1 2] [--pages 4000] [--rounds 2]``. The pages are annotated
reports, repeated; each round times every number of workers once, actors started and the first batches read.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.__main__ import print_tables
from benchmarks.gold import documents
from benchmarks.tables import Table
from vnreport.integrations.ray import Extractor


class Timed(Extractor):
    """An extractor that also tells which process read a page, its processor time and its memory."""

    def __call__(self, batch: Any) -> Any:
        """Read a batch; only the figures are given back."""
        import pyarrow as pa

        began, cpu = time.time(), time.process_time()
        read = super().__call__(batch)
        rows = read.num_rows
        figures = {
            "pid": os.getpid(),
            "began": began,
            "ended": time.time(),
            "cpu": (time.process_time() - cpu) / rows,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "bytes": sum(map(len, map(str.encode, batch["text"].to_pylist()))) / rows,
        }
        return pa.table({name: [value] * rows for name, value in figures.items()})


def measure(ray: Any, texts: Sequence[str], workers: int) -> dict[str, float]:
    """Read the texts with some workers; give pages a second by the clock, and what each cost."""
    data = ray.data.from_items([{"text": text} for text in texts], override_num_blocks=8 * workers)
    read = data.map_batches(
        Timed, batch_format="pyarrow", batch_size=32, compute=ray.data.ActorPoolStrategy(size=workers)
    )
    found = read.to_pandas()
    seconds = found.ended.max() - found.began.min()
    return {
        "workers": found.pid.nunique(),
        "rate": len(texts) / seconds,
        "cpu": 1000 * found.cpu.mean(),
        "peak": found.peak.max(),
        "bytes": found.bytes.mean(),
    }


def main() -> None:
    """Print the table."""
    import ray

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    reports = [document.raw for document in documents("dev") if not document.damage]
    texts = [reports[index % len(reports)] for index in range(options.pages)]
    with tempfile.TemporaryDirectory() as folder:
        ray.init(
            num_cpus=max(options.workers) + 1,
            include_dashboard=False,
            log_to_driver=False,
            runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join([os.getcwd(), "src"])}},
            _temp_dir=folder,
        )
        ray.data.DataContext.get_current().enable_progress_bars = False
        table = Table(
            "Ray Data on one machine",
            (
                "round",
                "workers",
                "pages a second",
                "times one worker",
                "ms of processor a page",
                "peak, MB a worker",
            ),
            note=f"{options.pages} annotated reports without damage; load average {os.getloadavg()[0]:.1f} "
            f"on {os.cpu_count()} cores at the start.",
        )
        for number in range(1, options.rounds + 1):
            alone = 0.0
            for workers in options.workers:
                found = measure(ray, texts, workers)
                alone = alone or found["rate"]
                times, rate = round(found["rate"] / alone, 2), round(found["rate"])
                table.rows.append(
                    (number, int(found["workers"]), rate, times, round(found["cpu"], 2), round(found["peak"]))
                )
        ray.shutdown()
    print_tables([table])
    print(f"{found['bytes'] / 1000:.1f} KB of UTF-8 a page.")


if __name__ == "__main__":
    main()
