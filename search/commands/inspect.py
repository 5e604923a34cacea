"""`whosaid inspect`: what is read from a file, passage by passage, without any index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from search.authority import Authority
from search.commands import authority as authorities
from search.commands.output import plain, say, say_json, warn
from search.errors import SourceError
from search.model import ArticleInfo, Attribution, Dating, MentionKind, Passage
from search.readers.source import Remark
from search.reading import passages_in
from search.records import passage_record
from search.sources import load


@click.command("inspect")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per passage, one per line.")
@authorities.option
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], choice: str | None, *, as_json: bool) -> None:
    """Show what is read from FILE: its passages, who speaks in them, and what they name. Needs no index."""
    failed = False
    known: dict[Path, Authority | None] = {}
    for file in files:
        folder = file.parent
        if folder not in known:
            known[folder] = authorities.chosen(choice, folder)
        for found in _read(file, known[folder]):
            match found:
                case SourceError():
                    failed = True
                    warn(found)
                case Remark():
                    warn(found)
                case _ if as_json:
                    for passage in found:
                        say_json(passage_record(passage, str(file)))
                case _:
                    _show(found, file)
    if failed:
        context.exit(1)


def _read(file: Path, authority: Authority | None) -> Iterator[tuple[Passage, ...] | SourceError | Remark]:
    """The passages of every article in the file, and every problem with the path as the asker gave it."""
    try:
        source = load(file.parent, Path(file.name))
    except SourceError as problem:
        yield SourceError(str(file), problem.reason, problem.line)
        return
    for found in passages_in(source, authority):
        match found:
            case SourceError():
                yield SourceError(str(file), found.reason, found.line)
            case Remark():
                yield Remark(str(file), found.reason, found.line)
            case _:
                yield found


def _show(passages: tuple[Passage, ...], file: Path) -> None:
    if not passages:
        return
    for line in _head(passages[0].article, file):
        say(plain(line))
    for passage in passages:
        say()
        say(f"{passage.ordinal:>4}  {_kind(passage)}  {passage.id}")
        say(f"      {plain(passage.text)}")
        for line in _facts(passage):
            say(f"      · {plain(line)}")
    say()


def _head(info: ArticleInfo, file: Path) -> Iterator[str]:
    yield info.title or "(no title)"
    yield f"  {file}  article {info.id}"
    yield f"  outlet {info.outlet or 'unknown'} · place {info.place or 'unknown'} · {info.url or 'no address'}"
    yield f"  published {_day(info.published)} · event {_day(info.event)}"


def _day(dating: Dating | None) -> str:
    if dating is None:
        return "unknown"
    until = f" to {dating.until.isoformat()}" if dating.until else ""
    return f"{dating.value}{until} ({'stated' if dating.stated else 'inferred from'}: “{dating.evidence}”)"


def _kind(passage: Passage) -> str:
    return f"{passage.kind.value} (repeated)" if passage.repeat else passage.kind.value


def _facts(passage: Passage) -> Iterator[str]:
    for attribution in passage.attributions:
        yield _heard(attribution)
    for kind, label in (
        (MentionKind.PERSON, "names"),
        (MentionKind.ORGANISATION, "bodies"),
        (MentionKind.DOCUMENT, "documents"),
    ):
        if names := passage.names(kind):
            yield f"{label}: {', '.join(names)}"
    for office in passage.offices:
        yield f"office: “{office.printed}” held by {office.person} ({office.row})"
    if passage.repairs:
        read_as = ", ".join(f"{r.span.of(passage.text)!r} as {r.replacement!r}" for r in passage.repairs)
        yield f"read as: {read_as}"


def _heard(attribution: Attribution) -> str:
    who = attribution.speaker or f"{attribution.collective or 'unnamed'}"
    return (
        f"speaks: {who} (“{attribution.printed}”; {attribution.mode}, {attribution.grade}, {attribution.evidence.rule})"
    )
