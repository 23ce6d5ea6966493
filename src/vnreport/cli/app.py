"""The commands themselves."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from vnreport import __version__
from vnreport.cli import show
from vnreport.cli.inputs import STDIN, Source, expand, texts

if TYPE_CHECKING:
    from vnreport.cli import output as out

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


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Text files, folders, globs, or - for standard input."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen."),
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


def _readable(sources: list[Source], failed: list[str], show_progress: bool) -> Iterator[tuple[Source, str]]:
    """Give the texts that can be read, and complain of the others."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    stream = texts(sources)
    if show_progress and console.is_terminal and len(sources) > 20:
        stream = iter(track(stream, "Reading", total=len(sources), console=console, transient=True))
    for source, text in stream:
        if isinstance(text, str):
            yield source, text
        else:
            failed.append(source.name)
            _complain(source.name, text)


@app.command(
    epilog="Examples:  [bold]vnreport extract report.txt[/bold]  ·  "
    "[bold]vnreport extract reports/ --format csv -o facts.csv[/bold]  ·  "
    "[bold]cat report.txt | vnreport extract - | jq .facts[/bold]"
)
def extract(
    files: Files,
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="table (default on a terminal), json, jsonl (default in a pipe) or csv."
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule found each fact and where its fields came from.")
    ] = False,
) -> None:
    """Read reports: instruments cited, numbers measured, people named, each with its span.

    Exit status: 0 all done, 1 some file failed (named on standard error, the rest done), 2 wrong use.
    """
    from vnreport.pipeline import extract as read_report

    day = _parse_day(reference_date)
    if explain and output_format is not None:
        raise typer.BadParameter("--explain writes plain text", param_hint="--format")
    sources = expand(files)
    failed: list[str] = []
    chosen = output_format or (Format.table if output is None and sys.stdout.isatty() else Format.jsonl)
    with _open(output) as stream:
        write, close = _writer(None if explain else chosen, stream, several=len(sources) > 1)
        to_screen = output is None and sys.stdout.isatty()
        for source, text in _readable(sources, failed, show_progress=not to_screen):
            try:
                report = read_report(text, reference_date=day, repair=repair)
            except Exception as error:  # one file must never stop the others
                failed.append(source.name)
                _complain(
                    source.name, f"could not be read ({type(error).__name__}: {error}); please report this"
                )
                continue
            report.file = None if source.name == STDIN else source.name
            write(report)
        close()
    if failed:
        raise typer.Exit(1)


def _parse_day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no date like 2018-07-03", param_hint="--reference-date"
        ) from error


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
        for _, text in _readable(expand(files), failed, show_progress=output is not None):
            try:
                fixed = mend(text, damage, suggest=suggest)  # type: ignore[arg-type]  # checked by repair itself
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
    """Run the command line; the entry point of ``vnreport``."""
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
