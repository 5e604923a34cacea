"""A passage as words and marks: its repaired text cut into tokens, each of which knows its place in the raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, chain, compress, count, pairwise

from search.known import Known
from search.model import Passage, Repair, Span
from search.names import unaccented

_TOKEN = re.compile(r"[^\W_]+(?:[-'\u2019](?!s\b)[^\W_]+)*|['\u2019]s\b|''|``|[^\w\s]|_")
_LABEL = re.compile(
    r"(?:\d{1,3}\. |[(\[]?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?[)\]]? )?"
    r"[\"\u201c]?(?:(?:Rt\.? )?Hon\.? |Mr\.? |Mrs\.? |Ms\.? |Dr\.? |The |Sir )?"
    r"(?P<capitals>[^\W\d_a-z](?:[^\W\d_a-z]|[.'\u2019 -]){1,40})"
    r"(?=: ?[\"\u201cA-Z][a-z' ]|(?: [(\[][^()\[\]\n]{1,80}[)\]]){1,3}(?: to the [^:\n]{3,60})?:)"
)
_ALONE = re.compile(
    r"(?P<capitals>[^\W\d_a-z](?:[^\W\d_a-z]|[.,'\u2019 -]){1,60})(?=(?: ?[(\[][^()\[\]]{1,100}[)\]]){0,3}\s?:\Z)"
)
# Who has the office of a label, in its brackets: "THE MINISTER FOR HEALTH (MS JANE ROE):".
_HOLDER = re.compile(
    r"(?<=\A [(\[])(?:THE )?(?:RT\.? )?(?:HON|MR|MRS|MS|MISS|DR|PROF|SEN|SENATOR|SIR|SHRI|SHRIMATI|SMT|KUMARI|GEN|LT"
    r"|COL)\b\.?[^()\[\]a-z]{2,60}(?=[)\]])"
)
_ORNAMENTS = "*_ "
_AFTER_MARK = re.compile(r"['\u2019][ST]\b")
_SINGLE_MARK = re.compile(r"['\u2018](?<!\w['\u2018])(?=\w)")
_SINGLE_MARKS = frozenset("'\u2018\u2019")
_DOUBLE_MARK = re.compile("[\"\u201c\u201d\u00ab]|''")
_SPEAKERS_LINE = re.compile(
    r"(?:BY |DELIVERED BY )?(?:THE |HIS |HER )?(?:RIGHT |RT\.? )?(?:HON|HONOU?RABLE|EXCELLENCY|H\. ?E|MR|MRS|MS|DR|PROF"
    r"|PROFESSOR|COMRADE|SIR|REV|AMBASSADOR|GENERAL)\b[^\n]{3,100}\Z"
)
_SMALL_WORDS = re.compile(r"(?<= )(?:Of|And|For|The|In|On)(?= )")
_ABBREVIATIONS = frozenset(
    "mr mrs ms me dr prof gen sen rep gov lt col sgt capt st no jr sr hon rev vs inc corp co ltd dept assoc m".split()
)
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»") | {"''"}
_ENDS = _CLOSERS | _STOPS
PLAIN = Known(lambda word: unaccented(word).lower())


def _tokens(piece: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The tokens of what stands between two blanks, and how far it is from each to the next, over the blank at last.

    A piece that does not begin with a token has an empty one there, so that the steps are whole.
    """
    if piece.isalpha():
        return (piece,), (len(piece) + 1,)
    found = [(match[0], match.start()) for match in _TOKEN.finditer(piece)]
    if not found or found[0][1]:
        found.insert(0, ("", 0))
    words, starts = zip(*found, strict=True)
    return words, tuple([after - at for at, after in pairwise((*starts, len(piece) + 1))])


_TOKENS = Known(_tokens)
_IS_CAPITAL = Known(lambda word: word[0].isupper())


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one passage. `words` as printed, `plain` in lower case without accents; `'s` is a token.

    `capitals` are the tokens with a capital.

    `labelled` if the line begins with a label in capitals, "THE PRESIDENT:", which is read as "The President:".
    """

    text: str
    words: tuple[str, ...]
    plain: tuple[str, ...]
    starts: tuple[int, ...]
    capitals: tuple[int, ...]
    labelled: bool = False
    _knots: tuple[tuple[int, int], ...] = ()

    def span(self, first: int, last: int) -> Span:
        """The raw span of the tokens from `first` up to, not including, `last`."""
        return Span(self._raw(self.starts[first], end=False), self._raw(self._end(last), end=True))

    def printed(self, first: int, last: int) -> str:
        """The repaired text of these tokens."""
        return self.text[self.starts[first] : self._end(last)]

    def gap_before(self, at: int) -> int:
        """How many characters stand between a token and the one before it."""
        return self.starts[at] - self._end(at)

    def _end(self, after: int) -> int:
        """Where the token before `after` ends in the repaired text."""
        return self.starts[after - 1] + len(self.words[after - 1])

    def _raw(self, place: int, *, end: bool) -> int:
        """The raw place of a place in the repaired text; within a replacement, the nearer end of what it replaced."""
        if not self._knots:
            return place
        knot = bisect_right(self._knots, (place - end, 1 << 60)) - 1
        if knot < 0:
            return place
        clean, raw = self._knots[knot]
        following = self._knots[knot + 1][1] if knot + 1 < len(self._knots) else None
        moved = raw + place - clean
        return moved if following is None else min(moved, following)


def line_of(passage: Passage, *, label_alone: bool = False) -> Line:
    """The passage cut into tokens after its repairs; a label alone on its line ends in a colon, printed or not."""
    repairs, end = passage.repairs, len(passage.text)
    if label_alone and not passage.text.rstrip(_ORNAMENTS).endswith(":"):
        repairs = (*repairs, Repair(Span(end, end), ":"))
    text, knots = _repaired(passage.text, repairs)
    label = _LABEL.match(text) or (_ALONE.match(text) if label_alone else None)
    if label is not None and label["capitals"].isupper():
        titled = _SMALL_WORDS.sub(lambda word: word.group().lower(), _titled(label["capitals"]))
        after = _HOLDER.sub(lambda name: _titled(name.group()), text[label.end() :], count=1)
        text = text[: label.start("capitals")] + titled + after
    elif _SPEAKERS_LINE.match(text) is not None and text.isupper():
        text, label = _SMALL_WORDS.sub(lambda word: word.group().lower(), _titled(text)), None
    else:
        label = None
    line = line_of_text(text, knots)
    return line if label is None else replace(line, labelled=True)


def _titled(text: str) -> str:
    """Words in capitals as titles are written: O'Brien, but the Party's."""
    return _AFTER_MARK.sub(lambda mark: mark.group().lower(), text.title())


def line_of_text(text: str, knots: tuple[tuple[int, int], ...] = ()) -> Line:
    """A text cut into tokens; `knots` are where counting in it and in the raw text differ."""
    of_pieces, steps = zip(*map(_TOKENS.__getitem__, text.split(" ")), strict=True)  # no token holds a blank
    words = tuple(chain.from_iterable(of_pieces))
    starts = tuple(accumulate(chain.from_iterable(steps), initial=0))[:-1]
    if not all(words):
        starts, words = tuple(compress(starts, words)), tuple(filter(None, words))
    plain = tuple(map(PLAIN.__getitem__, words))
    marked = "'" in text or "\u2018" in text
    if marked and _SINGLE_MARK.search(text) is not None and _DOUBLE_MARK.search(text) is None:
        plain = _with_single_marks(text, starts, words, plain)
    capitals = tuple(compress(count(), map(_IS_CAPITAL.__getitem__, words)))
    return Line(text, words, plain, starts, capitals, _knots=knots)


def _with_single_marks(
    text: str, starts: tuple[int, ...], words: tuple[str, ...], plain: tuple[str, ...]
) -> tuple[str, ...]:
    """The words with single quotation marks read as double ones, each that opens with the one that closes."""
    found, opened = list(plain), -1
    for at in [at for at, word in enumerate(words) if word in _SINGLE_MARKS]:
        start = starts[at]
        before, after = text[start - 1 : start], text[start + 1 : start + 2]
        if opened < 0 and (not before or before in " ([:\u2014-") and after.isalnum() and text[start] != "\u2019":
            opened = at
        elif opened >= 0 and text[start] != "\u2018" and (before in ".,!?\u2026" or not after or after in ".,;:"):
            found[opened] = found[at] = '"'
            opened = -1
    if opened == 0:
        found[opened] = '"'  # a quotation that goes on in the next paragraph
    return tuple(found)


def _repaired(text: str, repairs: tuple[Repair, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The repaired text and, at every place where counting changes, its place in both texts."""
    if not repairs:
        return text, ()
    pieces: list[str] = []
    knots: list[tuple[int, int]] = []
    clean = raw = 0
    for repair in repairs:
        pieces.append(text[raw : repair.span.start])
        clean += repair.span.start - raw
        knots.append((clean, repair.span.start))
        pieces.append(repair.replacement)
        clean += len(repair.replacement)
        raw = repair.span.end
        knots.append((clean, raw))
    pieces.append(text[raw:])
    return "".join(pieces), tuple(knots)


def sentences_of(line: Line) -> tuple[tuple[int, int], ...]:
    """The token ranges of the sentences, in order; together they are the whole line."""
    found: list[tuple[int, int]] = []
    begin, count = 0, len(line.words)
    for stop in [at for at, word in enumerate(line.words) if word in _STOPS]:
        if stop >= begin and _ends_sentence(line, stop):
            end = stop + 1
            while end < count and line.words[end] in _ENDS and line.gap_before(end) == 0:
                end += 1
            found.append((begin, end))
            begin = end
    if begin < count:
        found.append((begin, count))
    return tuple(found)


def _ends_sentence(line: Line, at: int) -> bool:
    after = at + 1
    while after < len(line.words) and line.words[after] in _CLOSERS and line.gap_before(after) == 0:
        after += 1
    if after >= len(line.words):
        return True
    if line.gap_before(after) == 0 and line.words[at] == ".":
        return False  # no space: a number, a web address, an initial
    if line.words[at] == "." and at > 0:
        before = line.words[at - 1]
        if line.plain[at - 1] in _ABBREVIATIONS and line.gap_before(at) == 0:
            return False
        if len(before) == 1 and before.isupper():
            return False  # an initial: Ulysses S. Grant
    return not line.words[after][0].islower()
