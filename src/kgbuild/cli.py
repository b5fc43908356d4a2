"""The command line: every command is one library call and a way to print its result.

Exit codes: 0 done; 1 nothing usable was ingested, nothing was found, or a graph violates its shapes;
2 wrong usage; 3 done, but some files failed.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kgbuild.config import Settings, settings
from kgbuild.model import EntityType
from kgbuild.resolve.decisions import Decision, DecisionKind
from kgbuild.store import (
    ExportFormat,
    QueryError,
    Store,
    StoreError,
    UnknownEntityError,
    export_to,
    ready_queries,
)
from kgbuild.store import export as exported
from kgbuild.terminal import QueryFormat, UnprintableError, print_result

NOTHING_USABLE, WRONG_USAGE, SOME_FAILED = 1, 2, 3

app = typer.Typer(
    name="kgbuild",
    help=(
        "Turn folders of German news articles into an RDF knowledge graph whose every edge leads back to a sentence."
        "\n\n"
        "Settings come from kgbuild.toml in the working directory, then KGBUILD_… variables, then flags.\n\n"
        "Exit codes: 0 done; 1 nothing usable ingested, nothing found, or a graph violates its shapes; "
        "2 wrong usage; 3 done, but some files failed."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
aliases = typer.Typer(
    no_args_is_help=True,
    help=(
        "Correct the resolver: decisions about names, kept with their reasons in OUT/aliases.yaml. A decision holds "
        "against everything kgbuild thinks and survives every later ingest."
    ),
)
app.add_typer(aliases, name="aliases")
out = Console()
err = Console(stderr=True)

OutOption = Annotated[
    Path | None, typer.Option("--out", help="Folder of the graph.  [default: kg]", show_default=False)
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _fail(message: str, code: int) -> NoReturn:
    err.print(f"kgbuild: {message}", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(code)


def _settings(**flags: object) -> Settings:
    try:
        return settings(**flags)
    except (ValidationError, ValueError) as error:
        problem = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        _fail(f"wrong setting {'.'.join(map(str, problem['loc']))}: {problem['msg']}", WRONG_USAGE)


def _open(folder: Path | None) -> Store:
    store = Store.open(_settings(out=folder).out)
    try:
        store.graph  # noqa: B018 (says at once that nothing was published)
    except StoreError as error:
        _fail(str(error), WRONG_USAGE)
    return store


def _read_query(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _fail(f"{file}: cannot be read ({error})", WRONG_USAGE)


@app.command()
def ingest(
    inputs: Annotated[list[str], typer.Argument(metavar="FOLDER|FILE|GLOB…", help="Articles to read.")],
    out_folder: OutOption = None,
    model: Annotated[
        str | None, typer.Option("--model", help="An installed German spaCy pipeline instead of the shipped one.")
    ] = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="Processes that read articles.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Read articles and write the graph: OUT/graph.ttl and what later commands need.

    Reads .txt, .md, .html, .json and .jsonl. What is stored already and unchanged is not read again. A file that
    cannot be used is named in one line, and the rest is processed (exit code 3; 1 if nothing was usable).
    """
    from kgbuild.articles import NoSuchInput
    from kgbuild.language import MissingPipelineError
    from kgbuild.pipeline import ingest as run
    from kgbuild.resolve.decision_file import DecisionFileError

    chosen = _settings(out=out_folder, model=model, workers=workers)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
            task = bar.add_task("reading articles", total=None)

            def progress(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)

            summary = run(
                inputs,
                chosen.out,
                model=chosen.model,
                workers=chosen.workers,
                base_iri=chosen.base_iri,
                progress=progress,
            )
    except (NoSuchInput, MissingPipelineError, DecisionFileError) as error:
        _fail(str(error), WRONG_USAGE)
    except StoreError as error:
        _fail(str(error), NOTHING_USABLE)
    for failure in summary.failures:
        err.print(f"kgbuild: {failure.source}: {failure.reason}", markup=False, highlight=False, soft_wrap=True)
    if as_json:
        print(json.dumps(asdict(summary), ensure_ascii=False, indent=2))
    else:
        for line in summary.lines():
            out.print(line, markup=False, highlight=False, soft_wrap=True)
        out.print(f"graph      {chosen.out / 'graph.ttl'}", markup=False, highlight=False, soft_wrap=True)
    if summary.failures:
        raise typer.Exit(SOME_FAILED if summary.read or summary.unchanged else NOTHING_USABLE)
    if not summary.read and not summary.unchanged:
        _fail("no articles found there (.txt, .md, .html, .json, .jsonl)", NOTHING_USABLE)


@app.command()
def query(
    sparql: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SPARQL | ARGUMENT…]", help="The query, or the arguments of a ready query."),
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Read the query from a file.")] = None,
    named: Annotated[str | None, typer.Option("--named", help="A ready query; `kgbuild queries` lists them.")] = None,
    out_folder: OutOption = None,
    format: Annotated[QueryFormat, typer.Option("--format", help="How to print the result.")] = QueryFormat.TABLE,
) -> None:
    """Ask the graph in SPARQL; the prefixes kg, schema, skos, nif, itsrdf, prov, dcterms, wd, owl … are declared.

    Example: kgbuild query 'SELECT ?name WHERE { ?state a kg:State ; skos:prefLabel ?name }'
    """
    words = list(sparql or ())
    store = _open(out_folder)
    if sum((file is not None, named is not None, file is None and named is None and bool(words))) != 1:
        _fail("give one query: SPARQL, --file or --named (see kgbuild query --help)", WRONG_USAGE)
    try:
        if named is not None:
            result = store.query_named(named, words)
        else:
            result = store.query(_read_query(file) if file is not None else " ".join(words))
    except QueryError as error:
        _fail(str(error), WRONG_USAGE)
    try:
        print_result(result, format)
    except UnprintableError as error:
        _fail(str(error), WRONG_USAGE)


@app.command()
def queries(as_json: JsonFlag = False) -> None:
    """List the ready queries, their arguments and what they tell."""
    ready = ready_queries()
    if as_json:
        print(json.dumps([{"name": q.name, "title": q.title, "args": list(q.args)} for q in ready], ensure_ascii=False))
        return
    for q in ready:
        out.print(f"{' '.join([q.name, *(a.upper() for a in q.args)])}\n    {q.title}", markup=False, highlight=False)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="Any spelling of an entity's name.")],
    out_folder: OutOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Show an entity: its spellings, offices, agreements, meetings, and the sentence behind each line."""
    from kgbuild.explore import load

    graph = load(_open(out_folder).path)
    try:
        entity = graph.entity(name)
    except UnknownEntityError as error:
        _fail(str(error), NOTHING_USABLE)
    if as_json:
        print(json.dumps(entity.to_dict(), ensure_ascii=False, indent=2))
    else:
        out.print(str(entity), markup=False, highlight=False, soft_wrap=True)


@app.command()
def export(
    format: Annotated[ExportFormat, typer.Option("--format", help="Format to write.")] = ExportFormat.TURTLE,
    to: Annotated[
        Path | None, typer.Option("--to", help="File to write (csv: a folder). Default: standard output.")
    ] = None,
    out_folder: OutOption = None,
) -> None:
    """Write the graph as turtle, trig, nquads, jsonld, graphml or csv tables."""
    store = _open(out_folder)
    if format is ExportFormat.CSV and to is None:
        _fail("csv writes several tables: name a folder with --to", WRONG_USAGE)
    if to is None:
        sys.stdout.buffer.write(exported(store, format))
    else:
        export_to(store, format, to)


@app.command()
def validate(
    graph: Annotated[Path | None, typer.Argument(help="A Turtle, TriG or N-Quads file; default: the graph.")] = None,
    out_folder: OutOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Check a graph against ontologies/shapes.ttl (SHACL); exit code 1 when it is violated."""
    from kgbuild.graph import validate as check

    path = graph if graph is not None else _settings(out=out_folder).out / "graph.ttl"
    if not path.is_file():
        _fail(f"{path}: no such graph", WRONG_USAGE)
    report = check(path)
    if as_json:
        print(json.dumps(report.to_dict(), ensure_ascii=False, indent=2))
    else:
        out.print(str(report), markup=False, highlight=False, soft_wrap=True)
    if not report.conforms:
        raise typer.Exit(NOTHING_USABLE)


@app.command()
def explain(
    a: Annotated[str, typer.Argument(help="A name, or the IRI path of an entity (person/…).")],
    b: Annotated[str, typer.Argument(help="Another one.")],
    out_folder: OutOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Say why two names are, or are not, one entity: spellings, rules, scores, vetoes, decisions.

    NAME@ARTICLE-KEY means what bears a name in one article. Names that no article uses are compared as names.
    """
    from kgbuild.curation import explanation
    from kgbuild.resolve.decision_file import DecisionFileError

    try:
        told = explanation(_open(out_folder).path, a, b)
    except DecisionFileError as error:
        _fail(str(error), WRONG_USAGE)
    if as_json:
        print(json.dumps(told.to_dict(), ensure_ascii=False, indent=2))
    else:
        out.print(str(told), markup=False, highlight=False, soft_wrap=True)


@aliases.command("list")
def list_decisions(out_folder: OutOption = None, as_json: JsonFlag = False) -> None:
    """List the decisions in force, numbered."""
    taken = _decisions(_settings(out=out_folder).out)
    if as_json:
        print(json.dumps([asdict(decision) for decision in taken], ensure_ascii=False, indent=2))
        return
    for number, decision in enumerate(taken, start=1):
        why = f"  ({decision.reason})" if decision.reason else ""
        out.print(f"{number}  {decision.kind}  {decision.a}  {decision.b}{why}", markup=False, highlight=False)


@aliases.command("add")
def add_decision(
    kind: Annotated[DecisionKind, typer.Argument(help="same, different, or label (B is A's preferred label).")],
    a: Annotated[str, typer.Argument(help="A name; NAME@ARTICLE-KEY for one article only.")],
    b: Annotated[str, typer.Argument(help="Another name, or the preferred label.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")] = "",
    type: Annotated[EntityType | None, typer.Option("--type", help="Only for entities of this type.")] = None,
    out_folder: OutOption = None,
) -> None:
    """Decide about two names, and publish the graph that follows; no article is read again."""
    folder = _settings(out=out_folder).out
    new = Decision(kind, a, b, reason, type)
    _decide(folder, (*_decisions(folder), new), new)


@aliases.command("remove")
def remove_decision(
    number: Annotated[int, typer.Argument(min=1, help="Its number in `kgbuild aliases list`.")],
    out_folder: OutOption = None,
) -> None:
    """Take a decision back, and publish the graph that follows."""
    folder = _settings(out=out_folder).out
    taken = _decisions(folder)
    if number > len(taken):
        _fail(f"there is no decision {number}", WRONG_USAGE)
    _decide(folder, (*taken[: number - 1], *taken[number:]))


@aliases.command("apply")
def apply_decisions(out_folder: OutOption = None) -> None:
    """Check the file OUT/aliases.yaml after editing it by hand, and publish the graph that follows."""
    folder = _settings(out=out_folder).out
    taken = _decisions(folder)
    _decide(folder, taken, *taken)


def _decisions(folder: Path) -> tuple[Decision, ...]:
    from kgbuild.curation import decisions
    from kgbuild.resolve.decision_file import DecisionFileError

    try:
        return decisions(folder)
    except DecisionFileError as error:
        _fail(str(error), WRONG_USAGE)


def _decide(folder: Path, taken: tuple[Decision, ...], *checked: Decision) -> None:
    """Put decisions in force; say what is wrong with those to be checked, and which of all do not hold."""
    from kgbuild.curation import decide, decision_file
    from kgbuild.resolve.decision_file import DecisionFileError
    from kgbuild.resolve.effects import Problem

    try:
        outcome = decide(folder, taken, _settings().base_iri)
    except (DecisionFileError, StoreError) as error:
        _fail(str(error), WRONG_USAGE)
    for remark in outcome.remarks:
        if remark.decision in checked or remark.problem is Problem.DOES_NOT_HOLD:
            err.print(f"kgbuild: {remark}", markup=False, highlight=False, soft_wrap=True)
    count = f"{len(taken)} decision{'' if len(taken) == 1 else 's'}"
    out.print(
        f"{count} in {decision_file(folder)}, {len(outcome.resolution.entities)} entities",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
