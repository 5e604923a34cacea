"""Two hundred scripted edits of real articles, built as an operator would, and every link ever given followed.

`python tests/ledger/trial.py` prints the figures of docs/links.md.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from search import generations  # noqa: E402 - as a program this file must say first where the project is
from search.building import Job  # noqa: E402
from search.engines import ENGINES  # noqa: E402
from search.errors import NotFoundError  # noqa: E402
from search.identity import normalised  # noqa: E402
from search.indexer import build  # noqa: E402
from search.ledger.fates import fate_of  # noqa: E402
from search.manifest import read_manifest  # noqa: E402
from search.model import Passage  # noqa: E402
from tests.ledger.edits import Files, Line, bulletin  # noqa: E402
from tests.ledger.script import LIGHT, SCRIPT, Attic, Round  # noqa: E402


@dataclass
class Figures:
    """What became of links, by the kind of edit: (kind, outcome) → number."""

    edits: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    followed: Counter[str] = field(default_factory=Counter)  # all links ever given, at the end

    def rate(self, kinds: tuple[str, ...], outcome: str) -> float:
        of = sum(count for (kind, _), count in self.links.items() if kind in kinds)
        return sum(self.links[kind, outcome] for kind in kinds) / of

    def lines(self) -> Iterator[str]:
        yield "| edit | edits | links | kept | redirected rightly | gone | redirected wrongly |"
        yield "|---|---|---|---|---|---|---|"
        for kind in sorted({kind for kind, _ in self.links}, key=lambda kind: (kind != "untouched", kind)):
            counts = [self.links[kind, outcome] for outcome in ("kept", "right", "gone", "wrong")]
            yield f"| {kind} | {self.edits[kind] or '–'} | {sum(counts):,} | {' | '.join(f'{c:,}' for c in counts)} |"


@dataclass
class World:
    """A corpus, its index, and every passage id that was ever published with its text."""

    place: Path
    files: Files
    linked: dict[str, tuple[str, str]] = field(default_factory=dict)  # id → file, text

    def publish(self) -> dict[str, tuple[str, str]]:
        """Write the files, build, and note which passage stands for which line; what is live now."""
        corpus = self.place / "articles"
        corpus.mkdir(exist_ok=True)
        for path in corpus.iterdir():
            if path.name not in self.files:
                path.unlink()
        for name, lines in self.files.items():
            (corpus / name).write_text("\n".join(line.text for line in lines) + "\n", encoding="utf-8")
        build(Job(corpus, self.place / "index", "memory", ENGINES, prune=True, force=True))
        live: dict[str, tuple[str, str]] = {}
        for passages in self.articles():
            name = passages[0].article.source_path
            self.files[name] = noted(self.files[name], passages)
            live |= {passage.id: (name, normalised(passage.text)) for passage in passages}
        self.linked |= live
        return live

    def articles(self) -> Iterator[tuple[Passage, ...]]:
        number = generations.current(self.place / "index")
        assert number is not None
        place = generations.folder(self.place / "index", number)
        with closing(ENGINES["memory"].open(place / generations.ENGINE_FOLDER)) as engine:
            for article in read_manifest(place).articles:
                try:
                    yield engine.article(article)
                except NotFoundError:
                    continue

    def outcome(self, link: str, live: dict[str, tuple[str, str]]) -> str:
        """kept, right, gone (rightly), missed or wrong."""
        if link in live:
            return "kept"
        fate = fate_of(self.place / "index" / "ledger.sqlite3", link)
        accepted = {id_ for lines in self.files.values() for line in lines if link in line.past for id_ in line.past}
        if fate is None:
            return "forgotten"
        if fate.successor is None:
            return "missed" if accepted.intersection(live) else "gone"
        same_words = live[fate.successor] == self.linked[link]  # in the same file: one of several equal lines
        return "right" if fate.successor in accepted or same_words else "wrong"


def noted(lines: list[Line], passages: tuple[Passage, ...]) -> list[Line]:
    """The lines with the ids of the passages that they are, or that are read from them."""
    result = [replace(line, plain=True) for line in lines]
    at = 0
    for passage in passages:
        text = normalised(passage.text)
        for here in range(at, len(result)):
            line = normalised(result[here].text)
            if text in line:
                result[here] = replace(result[here], past=result[here].past | {passage.id}, plain=text != line)
                at = here
                break
    return result


def trial(place: Path) -> Figures:
    """Build, edit, build again, for every round of the script; then follow all links."""
    files = {
        path.name: [Line(text) for text in path.read_text(encoding="utf-8").split("\n")]
        for folder in (ROOT / "seeds", ROOT / "tests" / "judgements" / "articles")
        for path in sorted(folder.glob("*.txt"))
    }
    files |= {f"bulletin-{number}.txt": bulletin(number) for number in range(1, 7)}
    world, figures = World(place, files), Figures()
    before, attic = world.publish(), Attic()
    for number, wishes in enumerate(SCRIPT):
        done = Round(world.files, number, attic)
        for kind, count in wishes.items():
            for turn in range(count):
                done.do(kind, turn)
        figures.edits.update(done.edits)
        live = world.publish()
        back = [link for link, kind in done.touched.items() if kind == "restored" and link not in before]
        for link in (*before, *back):
            kind = done.touched.get(link, "untouched")
            outcome = world.outcome(link, live)
            figures.links[kind, {"missed": "gone"}.get(outcome, outcome)] += 1
            if outcome in {"wrong", "missed", "forgotten"}:
                listed = figures.wrong if outcome == "wrong" else figures.missed
                listed.append(f"round {number}, {kind}: {' '.join(world.linked[link])[:150]}")
        before = live
    figures.followed.update(world.outcome(link, before) for link in world.linked)
    return figures


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures = trial(Path(folder))
    lines = list(figures.lines())
    lines += ["", f"{sum(figures.edits.values())} edits in {len(SCRIPT)} builds."]
    lines += [f"All links ever given, followed at the end: {dict(sorted(figures.followed.items()))}"]
    lines += [f"Light edits redirected rightly: {figures.rate(LIGHT, 'right'):.1%}"]
    lines += [f"  wrong: {case}" for case in figures.wrong] + [f"  missed: {case}" for case in figures.missed]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
