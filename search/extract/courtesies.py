"""Thanks, congratulations and wishes: speech by themselves, but for what is done with flowers, a nod or a visit."""

from __future__ import annotations

from search.extract import verbs
from search.extract.sources import Sentence

_THANKING = verbs.forms_of("thank, commiserate, salute")
_CONGRATULATING = verbs.forms_of("congratulate")
_WISHING = verbs.forms_of("wish")
_BEGGING = verbs.forms_of("beg")
_FOR_WHAT = frozenset({"on", "for", "upon", "that", "and"})
_FORGIVENESS = frozenset({"forgiveness", "pardon", "patience", "understanding", "to"})
_WISHES = frozenset(
    "success successes successful health healthy happiness happy well luck prosperity prosperous victory recovery good "
    "best strength peace peaceful calm fruitful wisdom joy joyful merry long great many every further new".split()
)
_DEEDS = frozenset("flowers gifts gift nod handshake envelopes wreath bouquet cash hug embrace applause letter".split())
_NO_OBJECT = frozenset(".,;:)&")
_STOPS = frozenset(";:VGXr")
_REACH = 9  # units after the verb


def is_courtesy(sentence: Sentence, cue: int) -> bool:
    """Whether the verb at unit `cue` thanks, congratulates or wishes in words; after a deed nothing of it is sure."""
    word, after = sentence.plain(cue), cue + 1
    if word not in _ALL or sentence.codes[after] in _NO_OBJECT or _is_deed(sentence, cue):
        return False
    if word in _THANKING:
        return True
    wanted = _FOR_WHAT if word in _CONGRATULATING else _WISHES if word in _WISHING else _FORGIVENESS
    first = after if word in _CONGRATULATING or word in _BEGGING else after + 1
    if word in _WISHING and sentence.plain(after) == "to":
        return False
    for here in range(first, min(after + _REACH, sentence.end)):
        if sentence.codes[here] in _STOPS:
            return False
        if sentence.plain(here) in wanted:
            return True
    return False


def _is_deed(sentence: Sentence, cue: int) -> bool:
    """Whether something is done in the same sentence that may be all there is: visited, presented, with a nod."""
    if "c" in sentence.codes[sentence.begin : cue]:
        return True
    return any(sentence.plain(here) in _DEEDS for here in range(sentence.begin, sentence.end))


_ALL = _THANKING | _CONGRATULATING | _WISHING | _BEGGING
