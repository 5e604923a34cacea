"""The script of the trial: how many edits of which kind in each round, and how each kind is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.ledger.edits import Files, Line, bulletin, chosen, halves, joined, longer, punctuated, reworded, typo

_USUAL = {
    "typo": 8, "punctuation": 2, "words changed": 6, "sentence added": 3, "divided": 3, "merged": 3,
    "moved inside": 2, "exchanged": 1, "moved to another article": 2, "deleted": 3, "look-alike replaced": 2,
}  # fmt: skip
SCRIPT = (
    {"file renamed": 1, "repeated caption deleted": 1, "typo in a short line": 1, **_USUAL},
    {"files exchange names": 1, "restored": 1, "edited back": 2, "typo in a short line": 1, **_USUAL},
    {"article replaced by a look-alike": 1, "file renamed": 1, "repeated caption deleted": 1, "restored": 2, **_USUAL},
    {"article deleted": 1, "file renamed": 1, "edited back": 2, "typo in a short line": 1, **_USUAL},
    {"files exchange names": 1, "article replaced by a look-alike": 1, "restored": 2, "edited back": 3, **_USUAL},
)
LIGHT = ("typo", "typo in a short line", "punctuation", "words changed", "sentence added")

Place = tuple[str, int]


@dataclass
class Attic:
    """What was there in earlier rounds: deleted lines with their places, and lines before they were edited."""

    deleted: list[tuple[str, int, Line]] = field(default_factory=list)
    edited: list[tuple[str, str]] = field(default_factory=list)  # the text now, the text before


@dataclass
class Round:
    """One round of edits; no line is touched twice."""

    files: Files
    number: int
    attic: Attic
    edits: Counter[str] = field(default_factory=Counter)
    touched: dict[str, str] = field(default_factory=dict)  # link → kind of edit

    def do(self, kind: str, turn: int) -> None:
        EDITS[kind](self, kind, f"{self.number} {kind} {turn}")
        self.edits[kind] += 1

    def places(self, *, least: int = 90, most: int = 9_999, bulletins: bool = False) -> list[Place]:
        """Lines that are passages, in real articles or in bulletins, and to which nothing was done in this round."""
        return [
            (name, at)
            for name, lines in sorted(self.files.items())
            if name.startswith("bulletin") is bulletins
            for at, line in enumerate(lines)
            if least <= len(line.text) <= most and self.free(line)
        ]

    def free(self, line: Line) -> bool:
        return not line.plain and not any(link in self.touched for link in line.past)

    def line(self, place: Place) -> Line:
        return self.files[place[0]][place[1]]

    def put(self, kind: str, place: Place, *lines: Line) -> Line:
        """These lines in the place of that one, which is given back."""
        name, at = place
        old = self.line(place)
        self.touch(kind, old, *(line for line in self.files[name] if line.text == old.text))
        self.files[name][at : at + 1] = lines
        return old

    def touch(self, kind: str, *lines: Line) -> None:
        for line in lines:
            self.touched.update(dict.fromkeys(line.past, kind))

    def articles(self, *, bulletins: bool = False) -> list[str]:
        """Files to which nothing was done in this round."""
        return [
            name
            for name, lines in sorted(self.files.items())
            if name.startswith("bulletin") is bulletins and all(map(self.free, (li for li in lines if not li.plain)))
        ]


Doing = Callable[[Round, str, str], None]


def _edit(change: Callable[[Line, str], Line], least: int = 90, most: int = 9_999) -> Doing:
    def do(here: Round, kind: str, key: str) -> None:
        place = chosen(here.places(least=least, most=most), key)
        old = here.put(kind, place, new := change(here.line(place), key))
        here.attic.edited.append((new.text, old.text))

    return do


def _divide(here: Round, kind: str, key: str) -> None:
    place = chosen([place for place in here.places(least=200) if halves(here.line(place))], key)
    here.put(kind, place, *(halves(here.line(place)) or ()))


def _merge(here: Round, kind: str, key: str) -> None:
    free = here.places()
    name, at = chosen([(name, at) for name, at in free if (name, at + 1) in free], key)
    other = here.put(kind, (name, at + 1))
    here.put(kind, (name, at), joined(here.line((name, at)), other))


def _move(here: Round, kind: str, key: str) -> None:
    name, at = chosen(here.places(), key)
    line = here.put(kind, (name, at))
    here.files[name].insert(chosen(range(1, len(here.files[name])), key), line)


def _move_away(here: Round, kind: str, key: str) -> None:
    name, at = chosen(here.places(), key)
    line = here.put(kind, (name, at))
    other = here.files[chosen([n for n in sorted(here.files) if n != name and not n.startswith("bulletin")], key)]
    other.insert(chosen(range(2, len(other)), key), line)


def _exchange(here: Round, kind: str, key: str) -> None:
    name, at = chosen(here.places(), key)
    other = chosen([b for a, b in here.places() if a == name and b != at], key)
    one = here.line((name, at))
    here.put(kind, (name, at), here.put(kind, (name, other), one))


def _delete(here: Round, kind: str, key: str) -> None:
    name, at = chosen(here.places(), key)
    here.attic.deleted.append((name, at, here.put(kind, (name, at))))


def _restore(here: Round, kind: str, key: str) -> None:
    there = [row for row in here.attic.deleted if row[0] in here.files]
    name, at, line = chosen(there, key)
    here.attic.deleted.remove((name, at, line))
    here.files[name].insert(min(at, len(here.files[name])), line)
    here.touch(kind, line)


def _edit_back(here: Round, kind: str, key: str) -> None:
    former = dict(here.attic.edited)
    place = chosen([place for place in here.places() if here.line(place).text in former], key)
    line = here.line(place)
    here.put(kind, place, replace(line, text=former[line.text]))


def _rename(here: Round, kind: str, key: str) -> None:
    name = chosen(here.articles(), key)
    lines = here.files.pop(name)
    here.touch(kind, *lines)
    here.files[f"{key.replace(' ', '-')}.txt"] = lines


def _exchange_names(here: Round, kind: str, key: str) -> None:
    one = chosen(here.articles(), key)
    other = chosen([name for name in here.articles() if name != one], key)
    here.touch(kind, *here.files[one], *here.files[other])
    here.files[one], here.files[other] = here.files[other], here.files[one]


def _delete_article(here: Round, kind: str, key: str) -> None:
    here.touch(kind, *here.files.pop(chosen(here.articles(), key)))


def _replace_article(here: Round, kind: str, key: str) -> None:
    here.touch(kind, *here.files.pop(chosen(here.articles(bulletins=True), key)))
    here.files[f"bulletin-{20 + here.number}.txt"] = bulletin(20 + here.number)


def _replace_line(here: Round, kind: str, key: str) -> None:
    prices = [p for p in here.places(least=20, bulletins=True) if here.line(p).text.startswith("The price of")]
    place = chosen(prices, key)
    other = chosen(("tea", "cotton", "salt", "timber"), key)
    words = here.line(place).text.split(" ")
    here.put(kind, place, Line(" ".join([*words[:3], other, *words[4:6], f"{here.number + 301}", *words[7:]])))


def _delete_caption(here: Round, kind: str, key: str) -> None:
    captions = [p for p in here.places(least=5, bulletins=True) if here.line(p).text.startswith("Photo")]
    here.put(kind, next(p for p in captions if p[0] == chosen(captions, key)[0]))


EDITS: dict[str, Doing] = {
    "typo": _edit(typo),
    "typo in a short line": _edit(typo, 30, 60),
    "punctuation": _edit(punctuated),
    "words changed": _edit(reworded),
    "sentence added": _edit(longer),
    "divided": _divide,
    "merged": _merge,
    "moved inside": _move,
    "moved to another article": _move_away,
    "exchanged": _exchange,
    "deleted": _delete,
    "restored": _restore,
    "edited back": _edit_back,
    "file renamed": _rename,
    "files exchange names": _exchange_names,
    "article deleted": _delete_article,
    "article replaced by a look-alike": _replace_article,
    "look-alike replaced": _replace_line,
    "repeated caption deleted": _delete_caption,
}
