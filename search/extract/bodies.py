"""Finding bodies: a row of capitalised words around a noun such as Committee, as long as it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from search.extract.gazetteer import DAYS, MONTHS
from search.extract.line import PLAIN, Line
from search.known import Known

HEAD_NOUNS = frozenset(
    """
    committee commission council department ministry secretariat politburo bureau assembly front union association
    federation confederation court procuracy inspectorate academy institute university agency office army delegation
    board corporation company group bank nations audit house senate parliament cabinet authority centre center fund
    foundation society league alliance service command party institution police government organization organisation
    mission directorate embassy consulate registry
    club network admin administration inspection treasury tribunal college school
    """.split()
)
# These begin a body's name only together with others: a bare "Government" or "Party" is decided elsewhere.
BARE = frozenset(
    """
    party government house office group company service club school centre center congress union front board bank court
    committee commission council department ministry bureau agency association academy institute university delegation
    society league authority fund network institution cabinet command headquarters organization organisation
    administration admin inspection college police army audit corporation nations foundation mission directorate
    embassy consulate registry
    """.split()
)
_ALONE = frozenset({"politburo", "secretariat", "senate", "parliament", "assembly", "pentagon", "kremlin"})
_ROLE_WORDS = frozenset(
    """
    chairman chairwoman chairperson chair head heads director secretary secretaries minister ministers president member
    members governor mayor comrade mr mrs ms dr chief deputy vice permanent prime general-secretary spokesperson
    spokesman spokeswoman senator leader leaders former pm
    """.split()
)
_OPENERS = frozenset(
    """
    the a an in on at for of and according regarding also its their his her by from to with as under this that these
    both all each every i we he she it they so but or if when while after before since there
    """.split()
)
INNER_LOWER = frozenset({"provincial", "municipal", "city", "central", "national", "district"})
# "Committee for …", "Commission on …": a body's task may follow these.
_WITH_TASK = frozenset(
    "committee commission council department board agency office centre center institute fund front union association "
    "federation organisation organization alliance league".split()
)
_WITH_FIELDS = frozenset({"ministry", "department", "committee"})
_PARTY_NAMES = frozenset(
    """
    communist republican democratic labour labor conservative green socialist people's workers nationalist liberal
    revolutionary libertarian congress reform tea people peoples progressive
    """.split()
)
_AFTER_ABBREVIATION = frozenset({"central", "committee", "politburo", "national", "executive"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_PLACE_OR_ARTICLE = "An"
_LONGEST = 16
_FIELDS_LONGEST = 6


@dataclass(slots=True)
class _Row:
    """A row of words being followed: it may end at `best`; `here` is the next word, `limit` the last that may be read.

    `headed` once a noun such as Committee was met, `joined` once "of" or "for" followed it.
    """

    line: Line
    first: int
    limit: int
    best: int
    here: int
    headed: bool = False
    joined: bool = False


def body_end(line: Line, at: int, names: Mapping[int, int]) -> int:
    """The token after the body's name that begins at `at`; `at` itself where none begins.

    `names` are the personal names found before, where a body's name must stop.
    """
    if at >= len(line.words) or not _can_begin(line, at):
        return at
    limit = min(len(line.words), at + _LONGEST)
    if HEAD_NOUNS.isdisjoint(line.plain[at:limit]):
        return at
    row = _Row(line, at, limit, best=at, here=at)
    while row.here < row.limit and row.here not in names:
        step = _take_capital if _is_capital(line, row.here) else _STEPS.get(line.plain[row.here])
        if step is None or not step(row):
            break
    return row.best


def alone(plain: str) -> bool:
    """Whether the one word is a body's name by itself."""
    return plain in _ALONE


def _take_capital(row: _Row) -> bool:
    plain = row.line.plain[row.here]
    if plain in _ROLE_WORDS:
        return False
    row.here += 1
    if plain in HEAD_NOUNS and (plain != "party" or _ends_party(row)):
        row.best, row.headed = row.here, True
    elif row.joined and row.headed:
        row.best = row.here
    return True


def _ends_party(row: _Row) -> bool:
    """Whether "Party" ends a party's name here: Communist Party, not "National Party Congress"."""
    at = row.here - 1
    return at == row.first or row.line.plain[at - 1] in _PARTY_NAMES


def _take_possessive(row: _Row) -> bool:
    row.here += 1
    return _is_capital(row.line, row.here)


def _take_abbreviation(row: _Row) -> bool:
    """Whether "(CPC)" stands here with the name going on after it."""
    words, at = row.line.words, row.here
    if words[at + 2 : at + 3] != (")",) or not words[at + 1].isupper():
        return False
    row.here += len(("(", "CPC", ")"))
    return row.line.plain[row.here : row.here + 1] != () and row.line.plain[row.here] in _AFTER_ABBREVIATION


def _take_joint(row: _Row) -> bool:
    """Of the …, and after a body with a task: for, on, against."""
    line, joint = row.line, row.line.plain[row.here]
    after = row.here + 1
    if after < row.limit and line.plain[after] in {"the", "our"}:
        after += 1
    if not row.headed or not _is_capital(line, after) or line.plain[after] in _ROLE_WORDS:
        return False
    if joint != "of" and (row.joined or line.plain[row.best - 1] not in _WITH_TASK):
        return False
    row.here, row.joined = after, True
    return True


def _take_and(row: _Row) -> bool:
    """An "and" within the name: Culture and Sports Committee, Ministry of Labour and Social Affairs."""
    line = row.line
    if (row.headed and not row.joined) or not _is_capital(line, row.here + 1):
        return False
    if row.joined and row.best == row.here and line.plain[row.here - 1] in HEAD_NOUNS:
        return False
    row.here += 1
    return True


def _take_comma(row: _Row) -> bool:
    """Ministry of Labour, Invalids and Social Affairs: part of the name where an "and" follows soon."""
    line, comma = row.line, row.here
    if not row.joined or line.plain[row.first] not in _WITH_FIELDS or not _is_capital(line, comma + 1):
        return False
    row.here += 1
    for at in range(comma + 1, min(len(line.words) - 1, comma + _FIELDS_LONGEST)):
        if line.plain[at] == "and":
            return _is_capital(line, at + 1) and line.plain[at + 1] not in _ROLE_WORDS
        if not _is_capital(line, at) or line.plain[at] in _ROLE_WORDS:
            return False
    return False


def _take_level(row: _Row) -> bool:
    """Dong Nai provincial People's Committee; … of Dak Lak province."""
    if row.here > row.first and _is_capital(row.line, row.here + 1) and row.line.plain[row.here] in INNER_LOWER:
        row.here += 1
        return True
    if row.joined and row.best == row.here and row.line.plain[row.here] in {"province", "city"}:
        row.here += 1
        row.best = row.here
    return False


_STEPS: dict[str, Callable[[_Row], bool]] = {
    "'s": _take_possessive,
    "(": _take_abbreviation,
    "of": _take_joint,
    "for": _take_joint,
    "on": _take_joint,
    "against": _take_joint,
    "and": _take_and,
    ",": _take_comma,
    "province": _take_level,
    **dict.fromkeys(INNER_LOWER, _take_level),
}


def may_begin_with(word: str) -> bool:
    """Whether a body's name may begin with a word, whatever stands around it."""
    plain = PLAIN[word]
    if plain in INNER_LOWER or word == _PLACE_OR_ARTICLE:
        return True
    return _CAPITALS[word] and plain not in _ROLE_WORDS and plain not in DAYS


def _can_begin(line: Line, at: int) -> bool:
    plain = line.plain[at]
    if plain in INNER_LOWER and line.words[at].islower():
        return _is_capital(line, at + 1)
    return _is_capital(line, at) and plain not in _ROLE_WORDS and plain not in DAYS


def _is_capital(line: Line, at: int) -> bool:
    """Whether a word with a capital stands here that may be part of a name; an ordinal such as 13th counts as one."""
    if at >= len(line.words):
        return False
    word = line.words[at]
    if word == _PLACE_OR_ARTICLE and at > 0:
        return line.words[at - 1][0].isupper()  # Nghe An, Hoi An
    return _CAPITALS[word]


def _is_capital_anywhere(word: str) -> bool:
    plain = PLAIN[word]
    if word[0].isdigit():
        return plain[-2:] in _ORDINALS
    return word[0].isupper() and plain not in _OPENERS and plain not in MONTHS and plain not in DAYS


_CAPITALS = Known(_is_capital_anywhere)
