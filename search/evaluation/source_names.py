"""Which persons the source of an attribution names, as an annotator marked it; shapes and few words decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.names import name_key

Name = tuple[str, ...]  # the folded parts of a person's name, in the order printed

_WORD = re.compile(r"[^\W\d_][\w'\u2019.-]{0,40}|\d+")
_PHRASES = re.compile(r"[,(;:]| and | of | on | for | in | at | from | who | whose | with | to ")
_HONORIFICS = frozenset(
    """
    mr mrs ms miss dr sen rep gov prof rev del hon gen lt judge justice president senator representative governor mayor
    secretary minister king queen prince pope sheriff sir lord lady chancellor
    """.split()
)
_TITLES = _HONORIFICS | frozenset(
    """
    vice attorney general chairman chairwoman chair speaker leader director prime ambassador congressman congresswoman
    republican republicans democrat democratic candidate nominee cardinal bishop chief officer captain colonel sgt
    commissioner host anchor professor councilman councilwoman assemblyman majority minority whip conservative liberal
    former gop state house senate city district national u.s us american spokesman spokeswoman spokesperson manager
    """.split()
)
_NO_PERSON = frozenset(
    """
    university college school institute center centre committee commission council court department agency office
    bureau board association federation foundation union party campaign team times post journal news tribune herald
    gazette magazine radio network tv cnn nbc abc cbs msnbc fox reuters politico politifact breitbart associated press
    usa today poll polls survey report study administration government congress company inc corp llc act law bill plan
    bank group fund trust society service services police army navy force nations states united street website project
    americans supporters voters officials democrats republicans daily beast weekly review hill wikileaks twitter google
    facebook embassy ministry authority coalition alliance conference caucus league institution organisation assessment
    organization york carolina virginia jersey mexico hampshire dakota research opinion debates affairs
    enquirer north south korea i we he she they it
    """.split()
)
_NAMES_TOO = frozenset({"king", "prince", "pope"})
_AFTER = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DETERMINERS = frozenset({"the", "a", "an", "some", "other", "another", "many", "several", "these", "those", "all"})
_BEGINNINGS = frozenset(
    "in on at by for with and but when while as if after before that this what how since to".split()
)
_LONGEST = 4  # words of a name
_INITIALS = 4  # letters of an abbreviation: GOP, RT, DNC


def persons_in(source: str, text: str) -> tuple[Name, ...]:
    """The names a source gives, each once; of its phrases only those count that a name ends.

    A name of one word counts only with a short title before it, or where the article's `text` has it with a given
    name or a short title. Once a phrase has named somebody, what follows a comma describes that person.
    """
    names: dict[Name, None] = {}
    between = ""
    end = 0
    for match in [*_PHRASES.finditer(source), None]:
        phrase = source[end : match.start() if match else len(source)]
        if not names or between == " and ":
            names.update(dict.fromkeys(_ending(phrase, text)))
        between = match.group() if match else ""
        end = match.end() if match else end
    return tuple(names)


def _ending(phrase: str, text: str) -> Iterator[Name]:
    """The name that ends a phrase, if one does."""
    words = _WORD.findall(phrase)
    if re.search(r"['\u2019]s?\W*$", phrase[-4:]):
        return  # somebody's something
    parts: list[str] = []
    first = len(words)
    while first and _is_part(words[first - 1], last=not parts):
        first -= 1
        plain = name_key(words[first]).strip(".")
        if plain not in _AFTER:
            parts.insert(0, plain)
    if not 0 < len(parts) <= _LONGEST or set(parts) & _NO_PERSON or (first and words[first - 1].isdigit()):
        return
    before = name_key(words[first - 1]).strip(".") if first else ""
    if len(parts) == 1 and words[first].isupper() and len(words[first]) <= _INITIALS:
        return
    if len(parts) > 1 or before in _HONORIFICS or _is_named(parts[-1], text):
        yield tuple(parts)


def _is_part(word: str, *, last: bool) -> bool:
    plain = name_key(word).strip(".")
    if plain in _AFTER or plain.endswith("'s"):
        return last and plain in _AFTER
    if last and plain in _NAMES_TOO and word[0].isupper():
        return True  # Larry King
    return word[0].isupper() and plain not in _TITLES and plain not in _DETERMINERS


def _is_named(part: str, text: str) -> bool:
    """Whether the text has the word with a given name or a short title before it."""
    for match in re.finditer(
        rf"\b([A-Z][\w'\u2019-]{{0,20}})\.? (?:[A-Z]\. )?{re.escape(part)}\b", text, re.IGNORECASE
    ):
        given = match[1].lower()
        other = given in _TITLES | _NO_PERSON | _DETERMINERS | _BEGINNINGS
        if given in _HONORIFICS or (match[1][0].isupper() and not other and match[0].split()[-1][0].isupper()):
            return True
    return False


def same_name(parts: Name, found: str) -> bool:
    """Whether a canonical name is the one a source gives: the same last part, and no other given name."""
    names = [each.strip(".") for each in name_key(found).split()]
    if parts[-1] not in names:
        return False
    return len(parts) == 1 or len(names) == 1 or len(set(parts) & set(names)) > 1
