"""The steps of the search benchmark, each a subcommand: corpus, queries, index, query, report."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.articles import articles_in
from bench.asking import read_questions, write_questions
from bench.building import STEPS, build_apart, build_here, figures_of_builds, spell_build, table_of_builds
from bench.corpus import records, sentences_of, texts_in, write
from bench.exact import differences
from bench.passages import articles_from
from bench.peers import PEERS
from bench.queries import CLASSES, NUMBER, questions_about, words_of
from bench.results import keep_figures, missed, read_goals, recall_figures, table_of_goals, values_of
from bench.serving import commits, in_threads, start_apart, start_here
from bench.timing import TURN, Plan, figures_of, interleaved, table_of_run, write_timings

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
GOALS = Path(__file__).with_name("goals.toml")
RESULTS = Path("bench-results")
YARDSTICK = "tantivy"
Lines = list[str]


def corpus(options: argparse.Namespace) -> tuple[Lines, int]:
    """Make a corpus; the same arguments give the same bytes."""
    texts = [article.text for article in articles_in(sorted(SEEDS.glob("*.txt")))]
    texts += [text for path in options.add for text in texts_in(path)]
    shutil.rmtree(options.out, ignore_errors=True)
    digest = write(records(sentences_of(texts), options.passages, options.seed), options.out)
    return [f"{options.passages:,} passages in {options.out}, sha256 {digest}"], 0


def queries(options: argparse.Namespace) -> tuple[Lines, int]:
    """Choose the questions."""
    passages = (passage for article in articles_from(options.corpus) for passage in article)
    chosen = questions_about(words_of(passages), options.number)
    write_questions(chosen, options.out)
    return [f"{len(chosen)} questions in {options.out}"], 0


def index(options: argparse.Namespace) -> tuple[Lines, int]:
    """Build with every engine, each in its own process."""
    engines, absent = _present(options.engines)
    builds = [build_apart(name, options.corpus, options.indexes / name) for name in [*STEPS, *engines]]
    keep_figures(options.results, figures_of_builds(builds, options.size))
    return table_of_builds(builds, absent), 0


def build_one(options: argparse.Namespace) -> tuple[Lines, int]:
    """Build with one engine in this process."""
    return [spell_build(build_here(options.engine, options.corpus, options.folder))], 0


def query(options: argparse.Namespace) -> tuple[Lines, int]:
    """Ask every engine every question."""
    engines, absent = _present(options.engines)
    for name in engines:
        if not (options.indexes / name).exists():
            build_apart(name, options.corpus, options.indexes / name)
    peers = {name: PEERS[name].open(options.indexes / name) for name in engines}
    questions = read_questions(options.queries)
    if options.interleave:
        runs = [interleaved(questions, peers, Plan(options.rounds, YARDSTICK, options.turn))]
    else:
        runs = [interleaved(questions, {name: peer}, Plan(options.rounds, name)) for name, peer in peers.items()]
    lines: Lines = []
    for run in runs:
        there = list(dict.fromkeys(t.engine for t in run.timings))
        options.results.mkdir(parents=True, exist_ok=True)
        write_timings(run, options.results / f"queries-{options.size}-{'-'.join(there)}.csv")
        lines += table_of_run(run, there, absent, YARDSTICK)
        if "ours" in there:
            keep_figures(options.results, figures_of(run, there, options.size))
    return lines, 0


def exact(options: argparse.Namespace) -> tuple[Lines, int]:
    """Compare answers with those of the specification; 1 where one differs."""
    articles = list(islice(articles_from(options.corpus), options.articles))
    asked = [question.query for question in read_questions(options.queries)] if options.queries else []
    with TemporaryDirectory() as place:
        found = list(differences(articles, asked, options.trees, Path(place), options.seed))
    keep_figures(options.results, {"exact.differences": len(found)})
    passages = sum(map(len, articles))
    return [*found, f"{len(found)} of {len(asked) + options.trees} answers differ, {passages:,} passages"], int(
        bool(found)
    )


def serving(options: argparse.Namespace) -> tuple[Lines, int]:
    """Measure our index in use."""
    index, copy = options.indexes / "ours", options.indexes / "ours-changed"
    questions = read_questions(options.queries)
    found = start_apart(index, options.queries)
    found |= commits(index, next(articles_from(options.corpus)), copy)
    errors = in_threads(index, questions, options.threads, options.each)
    figures = {f"serving.{options.size}.{name}": value for name, value in found.items()} | {"threads.errors": errors}
    keep_figures(options.results, figures)
    return [f"{name:32}{value:10.1f}" for name, value in figures.items()], int(errors > 0)


def start_one(options: argparse.Namespace) -> tuple[Lines, int]:
    """Open and answer in this process."""
    return [json.dumps(start_here(options.folder, options.questions))], 0


def report(options: argparse.Namespace) -> tuple[Lines, int]:
    """Hold what was measured against the goals."""
    goals, figures = read_goals(options.check), values_of(recall_figures(options.results))
    above = missed(goals, figures)
    return table_of_goals(goals, figures), int(bool(above))


def _present(names: str) -> tuple[list[str], dict[str, str]]:
    """The engines that are there, and why the others are not."""
    why = {name: PEERS[name].missing() for name in names.split(",")}
    return [name for name, reason in why.items() if reason is None], {n: r for n, r in why.items() if r is not None}


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the steps to the command line."""
    step = _steps(commands)
    making = step("corpus", corpus, "make a corpus of any size, the same everywhere")
    making.add_argument("--passages", type=int, required=True)
    making.add_argument("--out", type=Path, required=True, help="a folder, which is replaced")
    making.add_argument("--add", type=Path, nargs="*", default=(), help="take sentences from these .jsonl files too")
    making.add_argument("--seed", type=int, default=1, help="of the dice (default: %(default)s)")

    choosing = step("queries", queries, f"choose questions about a corpus, {NUMBER} in {len(CLASSES)} classes")
    _corpus_of(choosing)
    choosing.add_argument("--out", type=Path, required=True)
    choosing.add_argument("--number", type=int, default=NUMBER)

    building = step("index", index, "build with each engine: processor time, memory, size")
    asking = step("query", query, "ask every engine every question, and compare answers and times")
    for each in (building, asking):
        _corpus_of(each)
        each.add_argument("--engines", default="ours,tantivy", help=f"of {', '.join(PEERS)} (default: %(default)s)")
        each.add_argument("--indexes", type=Path, required=True, help="folder of the engines' indexes")
        each.add_argument("--size", type=int, required=True, help="passages, under which the figures are kept")
        _results_of(each)
    asking.add_argument("--queries", type=Path, required=True)
    asking.add_argument("--rounds", type=_count, default=3)
    asking.add_argument(
        "--turn",
        type=_count,
        default=TURN,
        help="questions for one engine before the next (default: %(default)s)",
    )
    asking.add_argument("--interleave", action="store_true", help="all engines in turn: only then ratios mean much")

    one = step("build-one", build_one, "build with one engine in this process, for `index`")
    one.add_argument("engine", choices=[*STEPS, *PEERS])
    one.add_argument("corpus", type=Path)
    one.add_argument("folder", type=Path)

    comparing = step("exact", exact, "compare answers with those of the memory engine; exit code 1 where one differs")
    _corpus_of(comparing)
    comparing.add_argument("--queries", type=Path, help="ask these questions too")
    comparing.add_argument("--trees", type=int, default=400, help="random queries (default: %(default)s)")
    comparing.add_argument("--articles", type=int, default=500, help="of the corpus (default: %(default)s)")
    comparing.add_argument("--seed", type=int, default=1)
    _results_of(comparing)

    using = step("serving", serving, "cold start, memory, one article more, and many threads")
    _corpus_of(using)
    using.add_argument("--indexes", type=Path, required=True)
    using.add_argument("--queries", type=Path, required=True)
    using.add_argument("--size", type=int, required=True)
    using.add_argument("--threads", type=int, default=8)
    using.add_argument("--each", type=int, default=10_000, help="questions for each thread (default: %(default)s)")
    _results_of(using)

    alone = step("start-one", start_one, "open and answer in this process, for `serving`")
    alone.add_argument("folder", type=Path)
    alone.add_argument("questions", type=Path)

    reporting = step("report", report, "hold the figures against the goals; exit code 1 where one is above its bar")
    reporting.add_argument("--check", type=Path, default=GOALS, metavar="GOALS", help="default: bench/goals.toml")
    _results_of(reporting)


Step = Callable[[argparse.Namespace], tuple[Lines, int]]


def _steps(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> Callable[[str, Step, str], argparse.ArgumentParser]:
    def step(name: str, run: Step, about: str) -> argparse.ArgumentParser:
        parser = commands.add_parser(name, help=about)
        parser.set_defaults(run=run)
        return parser

    return step


def _count(typed: str) -> int:
    number = int(typed)
    if number < 1:
        msg = "must be 1 or more"
        raise argparse.ArgumentTypeError(msg)
    return number


def _corpus_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", type=Path, required=True, help="a .jsonl file, or a folder of them")


def _results_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of what was measured (%(default)s)")
