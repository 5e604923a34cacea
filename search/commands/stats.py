"""`whosaid stats`: what the index holds."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from search.archive import Archive
from search.commands import index_option
from search.commands.output import counted, plain, say, say_json
from search.fields import BY_NAME
from search.records import statistics_record

_VALUES = 10


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with every facet value.")
@index_option.option
def command(index: Path, *, as_json: bool) -> None:
    """Show what the index holds: articles, passages, and the values of every facet."""
    with closing(Archive(index)) as archive:
        statistics, generation = archive.engine().statistics(), archive.generation
    if as_json:
        say_json(statistics_record(statistics, generation))
        return
    say(f"{index}, generation {generation}")
    say(f"  {counted(statistics.articles, 'article')}, {counted(statistics.passages, 'passage')}")
    say(f"  {statistics.searched:,} of them searched, {counted(statistics.speakers, 'speaker')}")
    for facet in statistics.facets:
        say()
        say(BY_NAME[facet.name].label)
        for value in facet.values[:_VALUES]:
            say(f"  {value.count:>6}  {plain(value.label)}")
        if len(facet.values) > _VALUES:
            say(f"          and {len(facet.values) - _VALUES} more")
