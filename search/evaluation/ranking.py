"""How good the ranking is: every topic of a collection put to an engine, and the means of three measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from search.engines import EngineKind
from search.evaluation.collection import Collection, Topic
from search.evaluation.retrieval import average_precision, ndcg, recall

NDCG_DEPTH = 10
RECALL_DEPTH = 100
DEPTH = 1_000  # of a ranking, as at TREC; what comes later counts as not found


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one topic, or their means over several."""

    ndcg: float
    average_precision: float
    recall: float


def score_topics(collection: Collection, kind: EngineKind, folder: Path) -> Iterator[tuple[Topic, Scores]]:
    """Index the documents in an empty folder, then rank them for one topic after the other."""
    with closing(kind.create(folder)) as engine:
        with engine.writer() as writer:
            for document in collection.documents:
                writer.add((document.passage,))
        for topic in collection.topics:
            yield topic, _scored([passage.id for passage, _ in engine.ranked(topic.tree, DEPTH)], topic)


def mean(scores: Sequence[Scores]) -> Scores:
    """The mean of each measure."""
    return Scores(
        ndcg=sum(s.ndcg for s in scores) / len(scores),
        average_precision=sum(s.average_precision for s in scores) / len(scores),
        recall=sum(s.recall for s in scores) / len(scores),
    )


def _scored(ranking: Sequence[str], topic: Topic) -> Scores:
    return Scores(
        ndcg(ranking, topic.judged, NDCG_DEPTH),
        average_precision(ranking, topic.judged),
        recall(ranking, topic.judged, RECALL_DEPTH),
    )
