"""``vnreport extract`` over many files into a folder."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import typer

from vnreport.cli.inputs import STDIN
from vnreport.readers import Limits

FORMATS = ("jsonl", "csv", "parquet", "sqlite")
"""The formats of a batch."""

INTERRUPTED = 130
"""Exit status of a run that Ctrl-C stopped."""


def is_batch(
    files: list[str], output: Path | None, chosen: str | None, jobs: int | None, resume: bool
) -> bool:
    """Tell whether the options ask for a batch: several jobs, a folder for output, or a format of tables."""
    into_folder = output is not None and (
        output.is_dir() or (not output.suffix and any(Path(file).is_dir() for file in files))
    )
    return jobs is not None or resume or chosen in ("parquet", "sqlite") or into_folder


def run_batch(
    files: list[str],
    output: Path | None,
    chosen: str | None,
    jobs: int | None,
    resume: bool,
    *,
    reference_date: dt.date | None,
    repair: bool,
    ocr: bool,
    limits: Limits,
) -> None:
    """Run a batch and tell what failed.

    Raises:
        typer.BadParameter: if the options do not fit together.
        typer.Exit: with status 1 if a file failed, 130 if the run was interrupted.
    """
    from vnreport.batch import RunError, WorkersFailedError, run

    if output is None or output.is_file():
        raise typer.BadParameter("a batch writes into a folder: -o out/", param_hint="--output")
    if (chosen or "jsonl") not in FORMATS:
        raise typer.BadParameter(f"a batch writes {', '.join(FORMATS)}", param_hint="--format")
    if STDIN in files:
        raise typer.BadParameter("a batch reads files and folders, not standard input", param_hint="FILE")
    try:
        with _progress() as watch:
            outcome = run(
                files,
                output,
                format=chosen or "jsonl",
                jobs=jobs or 1,
                resume=resume,
                reference_date=reference_date,
                repair=repair,
                ocr=ocr,
                limits=limits,
                watch=watch,
            )
    except (RunError, WorkersFailedError) as error:
        raise typer.BadParameter(str(error), param_hint="extract") from error
    except OSError as error:
        raise typer.BadParameter(f"cannot write {output}: {error.strerror}", param_hint="--output") from error
    except KeyboardInterrupt as stop:
        typer.echo("vnreport: stopped; the same command with --resume goes on from here", err=True)
        raise typer.Exit(INTERRUPTED) from stop
    if outcome.failed:
        count = outcome.documents + outcome.failed
        problem = f"{outcome.failed:,} of {count:,} documents could not be read; {outcome.files[-1]} says why"
        typer.echo(f"vnreport: {problem}", err=True)
        raise typer.Exit(1)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int, int], None] | None]:
    """Show how far the run is, with its rate and the time left; nothing where no one looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    bar = Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
        console=console,
        transient=True,
        speed_estimate_period=60,
    )
    with bar:
        job = bar.add_task("", total=None, rate="", failed="")

        def watch(done: int, failed: int, total: int) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:.0f}/s" if speed else ""
            bad = f"{failed:,} failed" if failed else ""
            bar.update(job, completed=done, total=total, rate=rate, failed=bad)

        yield watch
