"""The commands themselves."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from vnreport import __version__
from vnreport.cli import show
from vnreport.cli.batch import is_batch, run_batch
from vnreport.cli.inputs import STDIN, Source, expand, texts
from vnreport.readers import Limits, SourceText, UnreadableError, parse_limits

if TYPE_CHECKING:
    from vnreport.cli import output as out
    from vnreport.report import Report

app = typer.Typer(
    name="vnreport",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read Vietnamese official reports, in whatever broken state, into structured facts. Works offline.",
)


class Format(str, Enum):
    """How the result is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    sqlite = "sqlite"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Reports (text, HTML, Word, RTF, PDF, ZIP), folders, globs, or - for standard input.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="PATH", help="Write to this file instead of the screen."),
]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Recognise the text of scans and pictures (needs Tesseract, slow).")
]
LimitSettings = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=NUMBER", help="Let more (or less) in: file_size, pages, characters, seconds …"
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vnreport {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read Vietnamese official reports, in whatever broken state, into structured facts. Works offline."""


def _complain(name: str, problem: object) -> None:
    shown = "standard input" if name == STDIN else name
    typer.echo(f"vnreport: {shown}: {problem}", err=True)


@contextlib.contextmanager
def _open(path: Path | None) -> Iterator[IO[str]]:
    """Open the output; standard output where no file is named."""
    if path is None:
        yield sys.stdout
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}", param_hint="--output") from error
    with stream:
        yield stream


def _readable(
    sources: list[Source],
    failed: list[str],
    show_progress: bool,
    limits: Limits | None = None,
    ocr: bool = False,
) -> Iterator[tuple[Source, SourceText]]:
    """Give the documents that can be read, and complain of the others."""
    stream = texts(sources, limits, ocr)
    if show_progress and len(sources) > 20 and sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        console = Console(stderr=True)
        stream = iter(track(stream, "Reading", total=len(sources), console=console, transient=True))
    for source, document in stream:
        if isinstance(document, UnreadableError):
            failed.append(source.name)
            _complain(source.name, document)
        else:
            yield source, document


@app.command(
    epilog="Examples:  [bold]vnreport extract report.txt[/bold]  ·  "
    "[bold]vnreport extract reports/ --format csv -o facts.csv[/bold]  ·  "
    "[bold]vnreport extract reports/ --format parquet --jobs 2 -o out/[/bold]  ·  "
    "[bold]cat report.txt | vnreport extract - | jq .facts[/bold]"
)
def extract(
    files: Files,
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="table (default on a terminal), json, jsonl (default in a pipe), csv; into a folder: "
            "jsonl, csv, parquet or sqlite.",
        ),
    ] = None,
    output: Output = None,
    reference_date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="What relative times count from; the document's own date by default."
        ),
    ] = None,
    repair: Annotated[bool, typer.Option(help="Mend broken letters first.")] = True,
    ocr: Ocr = False,
    limit: LimitSettings = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Read with so many processes, into a folder.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the run that was cut off in that folder.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule found each fact and where its fields came from.")
    ] = False,
) -> None:
    """Read reports: instruments cited, numbers measured, people named, each with its span.

    Where the output is a folder, many files are read side by side and a run that was cut off can be
    taken up again; what failed is in its errors.jsonl.

    Exit status: 0 all done, 1 some file failed (named on standard error, the rest done), 2 wrong use.
    """
    day = _parse_day(reference_date)
    bounds = _parse_limits(limit)
    wanted = output_format.value if output_format else None
    if explain and output_format is not None:
        raise typer.BadParameter("--explain writes plain text", param_hint="--format")
    if not explain and is_batch(files, output, wanted, jobs, resume):
        run_batch(
            files, output, wanted, jobs, resume, reference_date=day, repair=repair, ocr=ocr, limits=bounds
        )
        return
    sources = expand(files, bounds, ocr)
    failed: list[str] = []
    to_screen = output is None and sys.stdout.isatty()
    chosen = output_format or (Format.table if to_screen else Format.jsonl)
    with _open(output) as stream:
        write, close = _writer(None if explain else chosen, stream, several=len(sources) > 1)
        documents = _readable(sources, failed, not to_screen, bounds, ocr)
        for report in _reports(documents, failed, reference_date=day, repair=repair):
            write(report)
        close()
    if failed:
        raise typer.Exit(1)


def _reports(
    documents: Iterable[tuple[Source, SourceText]],
    failed: list[str],
    reference_date: dt.date | None,
    repair: bool,
) -> Iterator[Report]:
    """Read the documents, and complain of those on which the library fails: one never stops the others."""
    from vnreport.files import extract_document

    for source, document in documents:
        name = None if source.name == STDIN else source.name
        try:
            report = extract_document(document, name, reference_date=reference_date, repair=repair)
        except Exception as error:
            failed.append(source.name)
            what = f"{type(error).__name__}: {error}"
            _complain(source.name, f"could not be read ({what}); please report this")
        else:
            yield report


def _parse_day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no date like 2018-07-03", param_hint="--reference-date"
        ) from error


def _parse_limits(settings: list[str] | None) -> Limits:
    try:
        return parse_limits(settings or [])
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from error


def _writer(chosen: Format | None, stream: IO[str], several: bool) -> tuple[out.Writer, Callable[[], None]]:
    """Give what writes a report in a format, or its explanation where there is none, and what ends it."""
    from vnreport.cli import output as out

    if chosen is None:
        return out.explanation_writer(stream, several)
    if chosen is Format.json:
        return out.json_writer(stream, several)
    if chosen is Format.jsonl:
        return out.jsonl_writer(stream)
    if chosen is Format.csv:
        return out.csv_writer(stream)
    from rich.console import Console

    console = Console(file=stream)
    return (lambda report: out.print_summary(report, console)), lambda: None


@app.command(
    epilog="Examples:  [bold]vnreport repair broken.txt -o mended.txt[/bold]  ·  "
    "[bold]vnreport repair --diff broken.txt[/bold]"
)
def repair(
    files: Files,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what was changed and why, not the text.")
    ] = False,
    damage: Annotated[
        str, typer.Option(help="Name the damage (stripped, dropped, mojibake …) instead of having it found.")
    ] = "auto",
    suggest: Annotated[
        bool, typer.Option("--suggest", help="With --diff, list likely typing errors too.")
    ] = False,
    output: Output = None,
) -> None:
    """Mend broken Vietnamese text: wrong encodings, lost letters, split words."""
    from rich.console import Console

    from vnreport.cli import output as out
    from vnreport.repair import repair as mend

    failed: list[str] = []
    with _open(output) as stream:
        console = Console(file=stream)
        for _, document in _readable(expand(files), failed, show_progress=output is not None):
            try:
                fixed = mend(document.text, damage, suggest=suggest)  # type: ignore[arg-type]  # checked by repair itself
            except ValueError as error:
                raise typer.BadParameter(str(error), param_hint="--damage") from error
            if diff:
                out.print_repairs(fixed, console)
            else:
                stream.write(fixed.text if fixed.text.endswith("\n") else fixed.text + "\n")
    if failed:
        raise typer.Exit(1)


app.command(epilog=show.EPILOG)(show.show)


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    epilog="Example:  [bold]vnreport bench instruments --split dev[/bold]",
)
def bench(context: typer.Context) -> None:
    """Measure accuracy, repair and speed beside other systems (in a clone of the project)."""
    if Path("benchmarks/__main__.py").is_file():
        sys.path.insert(0, os.getcwd())
    try:
        from benchmarks.__main__ import main as run
    except ImportError as error:
        _complain("bench", f"run it in a clone of the project, where benchmarks/ lies ({error})")
        raise typer.Exit(2) from error
    raise typer.Exit(run(context.args))


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles and bare pipes may have an encoding without Vietnamese letters.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        # The reader of our output went away (`| head`): that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
