"""`whosaid explain`: why a passage has its speaker, or has none."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from search.archive import Archive
from search.commands import index_option
from search.commands.output import plain, say, say_json
from search.explaining import explain, lines_of
from search.records import explanation_record


@click.command("explain")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@index_option.option
@click.argument("passage_id", metavar="PASSAGE")
def command(*, passage_id: str, index: Path, as_json: bool) -> None:
    """Say why a passage has its speaker, or has none: rule, cue, antecedent, office row, and how it is dated.

    PASSAGE is an id, as `search` and `inspect` print it.
    """
    with closing(Archive(index)) as archive:
        engine = archive.engine()
        passage = engine.passage(passage_id)
        explanation = explain(passage, engine.article(passage.article.id))
    if as_json:
        say_json(explanation_record(explanation))
        return
    for line in lines_of(explanation):
        say(plain(line))
