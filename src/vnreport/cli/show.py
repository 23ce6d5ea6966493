"""The command ``show``: reports as HTML pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from vnreport.cli.inputs import STDIN, Source, expand, texts
from vnreport.readers import UnreadableError

SUFFIX = ".report.html"
"""What a page is called by default: ``tháng-7.txt`` is shown by ``tháng-7.report.html``."""

EPILOG = (
    "Examples:  [bold]vnreport show report.txt -o report.html[/bold]  ·  "
    "[bold]vnreport show reports/ -o pages/[/bold]"
)


def show(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Reports (text, HTML, Word, RTF, PDF, ZIP), folders, globs, or - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="The page to write, or a folder for several; - for standard output. "
            f"By default NAME{SUFFIX} in this folder.",
        ),
    ] = None,
    repair: Annotated[bool, typer.Option(help="Mend broken letters first.")] = True,
) -> None:
    """Show reports as HTML pages: the text in colours, its repairs, its facts with their evidence.

    A page is one file that needs no network. The names of the pages written are printed.
    Exit status: 0 all done, 1 some file failed (named on standard error, the rest done), 2 wrong use.
    """
    from vnreport.files import extract_document
    from vnreport.view import render

    sources = expand(files)
    targets = _targets(sources, output)
    failed = False
    for source, document in texts(sources):
        name = "standard input" if source.name == STDIN else source.name
        if isinstance(document, UnreadableError):
            failed = True
            typer.echo(f"vnreport: {name}: {document}", err=True)
            continue
        try:
            report = extract_document(document, None if source.name == STDIN else source.name, repair=repair)
            page = render(report)
        except Exception as error:  # one file must never stop the others
            failed = True
            problem = f"could not be shown ({type(error).__name__}: {error}); please report this"
            typer.echo(f"vnreport: {name}: {problem}", err=True)
            continue
        _write(page, targets[source.name])
    if failed:
        raise typer.Exit(1)


def _targets(sources: list[Source], output: Path | None) -> dict[str, Path | None]:
    """Choose the file of each page; None is standard output.

    Raises:
        typer.BadParameter: if several pages would go into one file, a folder cannot be made, or a page
            would take the place of an input.
    """
    if output is not None and str(output) == "-":
        if len(sources) > 1:
            raise typer.BadParameter("several pages need a folder", param_hint="--output")
        return {source.name: None for source in sources}
    names = dict.fromkeys(source.name for source in sources)
    single = output is not None and len(names) == 1 and not output.is_dir()
    targets: dict[str, Path | None] = {}
    targets |= dict.fromkeys(names, output) if single else _in_folder(names, output)
    inputs = {Path(name).resolve() for name in names if name != STDIN}
    for target in targets.values():
        if target is not None and target.resolve() in inputs:
            raise typer.BadParameter(f"{target} is an input; choose another name", param_hint="--output")
    return targets


def _in_folder(names: Iterable[str], folder: Path | None) -> dict[str, Path | None]:
    """Name the pages of several inputs in one folder; a number tells those of one name apart."""
    if folder is not None:
        if folder.suffix.lower() in (".html", ".htm") and not folder.is_dir():
            raise typer.BadParameter(
                f"several pages need a folder, not the file {folder}", param_hint="--output"
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"cannot make the folder {folder}: {error.strerror}"
            raise typer.BadParameter(problem, param_hint="--output") from error
    targets: dict[str, Path | None] = {}
    taken: set[str] = set()
    for name in names:
        stem = "report" if name == STDIN else Path(name).stem
        file, number = stem + SUFFIX, 1
        # Names that differ in case alone are one file on some systems.
        while file.casefold() in taken:
            number += 1
            file = f"{stem}-{number}{SUFFIX}"
        taken.add(file.casefold())
        targets[name] = (folder or Path()) / file
    return targets


def _write(page: str, target: Path | None) -> None:
    if target is None:
        sys.stdout.write(page)
        return
    try:
        target.write_text(page, encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {target}: {error.strerror}", param_hint="--output") from error
    typer.echo(str(target))
