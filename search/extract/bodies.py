"""Finding bodies: a row of capitalised words around a noun such as Committee, as long as it goes."""

from __future__ import annotations

from search.extract.gazetteer import DAYS, MONTHS
from search.extract.line import Line

HEAD_NOUNS = frozenset(
    """
    committee commission council department ministry secretariat politburo bureau assembly front union association
    federation confederation court procuracy inspectorate academy institute university agency office army delegation
    board corporation company group bank nations audit house senate parliament cabinet authority centre center fund
    foundation society league alliance service command party institution police government
    organization organisation club network admin administration inspection treasury tribunal college school
    """.split()
)
# These begin a body's name only together with others: a bare "Government" or "Party" is decided elsewhere.
BARE = frozenset(
    "party government house office group company service club school centre center congress union front board bank "
    "court committee commission council department ministry bureau agency association academy institute university "
    "delegation society league authority fund network institution cabinet command organization "
    "organisation administration admin inspection institution college police army audit corporation nations "
    "foundation".split()
)
_ALONE = frozenset({"politburo", "secretariat", "senate", "parliament", "assembly", "pentagon", "kremlin"})
_ROLE_WORDS = frozenset(
    "chairman chairwoman chairperson chair head heads director secretary secretaries minister ministers president "
    "member members governor mayor comrade mr mrs ms dr chief deputy vice permanent prime general-secretary "
    "spokesperson spokesman spokeswoman senator leader leaders former pm".split()
)
_OPENERS = frozenset(
    "the a an in on at for of and according regarding also its their his her by from to with as under this that these "
    "both all each every i we he she it they so but or if when while after before since there".split()
)
_INNER_LOWER = frozenset({"provincial", "municipal", "city", "central", "national", "district"})
_JOINTS = frozenset({"of", "for", "on", "against"})
# "Committee for …", "Commission on …": a body's task may follow these.
_WITH_TASK = frozenset(
    "committee commission council department board agency office centre center institute fund panel".split()
)
_LONGEST = 16


def body_end(line: Line, at: int, names: dict[int, int]) -> int:
    """The token after the body's name that begins at `at`; `at` itself where none begins.

    `names` are the personal names found before, where a body's name must stop.
    """
    if not _can_begin(line, at):
        return at
    best, here, head_seen, joined = at, at, False, False
    limit = min(len(line.words), at + _LONGEST)
    while here < limit and here not in names:
        plain = line.plain[here]
        if _is_capital(line, here):
            if plain in _ROLE_WORDS and not (plain == "general" or _is_inner_general(line, here)):
                break
            here += 1
            if plain in HEAD_NOUNS and (plain != "party" or _is_party(line, at, here - 1)):
                best, head_seen = here, True
            elif joined and head_seen:
                best = here
        elif plain == "'s":
            if not _is_capital(line, here + 1):
                break
            here += 1
        elif plain == "(" and _is_abbreviation(line, here):
            here += 3
        elif plain in _JOINTS and head_seen:
            step = 2 if here + 1 < limit and line.plain[here + 1] in {"the", "our"} else 1
            if not _is_capital(line, here + step) or line.plain[here + step] in _ROLE_WORDS:
                break
            if plain != "of" and (joined or line.plain[best - 1] not in _WITH_TASK):
                break
            here, joined = here + step, True
        elif plain == "and" and (not head_seen or joined) and _is_capital(line, here + 1):
            if joined and _tail_has_head(line, best, here):
                break
            here += 1
        elif (plain == "," and joined and _is_list_of_fields(line, at, here)) or (
            plain in _INNER_LOWER and _is_capital(line, here + 1) and here > at
        ):
            here += 1
        elif plain in {"province", "city"} and joined and best == here:
            here += 1
            best = here
        else:
            break
    return best


_PARTY_NAMES = frozenset(
    "communist republican democratic labour labor conservative green socialist people's workers nationalist liberal "
    "revolutionary libertarian congress reform tea people".split()
)


def _is_party(line: Line, first: int, at: int) -> bool:
    """Whether "Party" ends a party's name here: Communist Party, not "National Party Congress"."""
    return at == first or line.plain[at - 1] in _PARTY_NAMES


def _can_begin(line: Line, at: int) -> bool:
    word, plain = line.words[at], line.plain[at]
    if plain in _INNER_LOWER and word.islower():
        return _is_capital(line, at + 1)
    return (
        (word[0].isupper() or (word[0].isdigit() and plain[-2:] in {"st", "nd", "rd", "th"}))
        and plain not in _OPENERS
        and plain not in _ROLE_WORDS
        and plain not in MONTHS
        and plain not in DAYS
    )


def _is_capital(line: Line, at: int) -> bool:
    if at < len(line.words) and line.words[at] == "An" and at and line.words[at - 1][0].isupper():
        return True  # Nghe An, Hoi An
    if at >= len(line.words) or not line.words[at][0].isupper():
        return (
            line.words[at][0].isdigit() and line.plain[at][-2:] in {"st", "nd", "rd", "th"}
            if at < len(line.words)
            else False
        )
    return line.plain[at] not in _OPENERS and line.plain[at] not in MONTHS


def _is_inner_general(line: Line, at: int) -> bool:
    return line.plain[at] == "general" and at + 1 < len(line.words) and line.plain[at + 1] in HEAD_NOUNS


def _is_abbreviation(line: Line, at: int) -> bool:
    """Whether "(CPC)" stands here with the name going on after it."""
    return (
        at + 3 < len(line.words)
        and line.words[at + 1].isupper()
        and line.words[at + 2] == ")"
        and _is_capital(line, at + 3)
        and line.plain[at + 3] in {"central", "committee", "politburo", "national", "executive"}
    )


def _tail_has_head(line: Line, begin: int, end: int) -> bool:
    return begin == end and line.plain[end - 1] in HEAD_NOUNS


def _is_list_of_fields(line: Line, at: int, comma: int) -> bool:
    """Ministry of Labour, Invalids and Social Affairs: the comma is part of the name where an "and" follows soon."""
    if line.plain[at] not in {"ministry", "department", "committee", "minister"} or not _is_capital(line, comma + 1):
        return False
    for here in range(comma + 1, min(len(line.words) - 1, comma + 6)):
        if line.plain[here] == "and":
            return _is_capital(line, here + 1) and line.plain[here + 1] not in _ROLE_WORDS
        if not _is_capital(line, here) or line.plain[here] in _ROLE_WORDS:
            return False
    return False


def alone(plain: str) -> bool:
    """Whether the one word is a body's name by itself."""
    return plain in _ALONE
