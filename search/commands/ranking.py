"""`whosaid evaluate ranking`: how good the order of results is, on a judged test collection."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from search.commands.output import counted, plain, say
from search.engines import DEFAULT_ENGINE, ENGINES
from search.evaluation.collection import read_collection
from search.evaluation.ranking import NDCG_DEPTH, RECALL_DEPTH, Scores, mean, score_topics


@click.command("ranking")
@click.option("--engine", type=click.Choice(sorted(ENGINES)), default=DEFAULT_ENGINE, show_default=True)
@click.option("--topics", "each", is_flag=True, help="A line for each topic, too.")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path, *, engine: str, each: bool) -> None:
    """Rank the documents of a test collection for each of its topics and compare with the judgements.

    FOLDER holds docs.tsv (id, title, text), queries.tsv (id, text) and qrels.tsv (topic, document, grade). A document
    is one passage. A topic asks for any of its words, by the analysis of Whosaid and without its query language.
    """
    collection = read_collection(folder)
    say(f"{counted(len(collection.documents), 'document')}, {counted(len(collection.topics), 'judged topic')}.")
    say("Each topic asks for any of its words; no query language, no filters.")
    say(f"{'':10}{f'nDCG@{NDCG_DEPTH}':>10}{'MAP':>10}{f'Recall@{RECALL_DEPTH}':>12}")
    with TemporaryDirectory() as place:
        scores = []
        for topic, scored in score_topics(collection, ENGINES[engine], Path(place) / "index"):
            scores.append(scored)
            if each:
                say(_row(plain(topic.id), scored))
    say(_row("all", mean(scores)))


def _row(name: str, scores: Scores) -> str:
    return f"{name:10}{scores.ndcg:>10.4f}{scores.average_precision:>10.4f}{scores.recall:>12.4f}"
