"""Titles: reading "Permanent Deputy Secretary of the Provincial Party Committee", and telling equal ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

# What is read over when two titles are compared.
QUALIFIERS = frozenset(
    """
    new newly elected current incumbent then state party vietnamese top senior chief acting interim the comrade honorary
    national us u.s american chinese russian lao japanese provincial municipal district city
    """.split()
)
LEVELS = frozenset({"provincial", "municipal", "district", "city"})
FORMER = frozenset({"former", "ex", "late", "outgoing", "ousted", "predecessor"})
RANKS = frozenset({"deputy", "vice", "permanent", "standing", "first", "assistant", "under", "associate"})

# One head word (or two) decides what a title is; equal values are equal offices.
HEADS: dict[tuple[str, ...], str] = {
    ("general", "secretary"): "general secretary",
    ("secretary-general",): "secretary-general",
    ("secretary", "general"): "secretary-general",
    ("secretary", "of", "state"): "secretary of state",
    ("secretary",): "secretary",
    ("under-secretary",): "deputy secretary",
    ("under-secretary-general",): "deputy secretary-general",
    ("undersecretary",): "deputy secretary",
    ("president-elect",): "president",
    ("president",): "president",
    ("vice-president",): "deputy president",
    ("prime", "minister"): "prime minister",
    ("premier",): "prime minister",
    ("pm",): "prime minister",
    ("minister-chairman",): "minister",
    ("minister",): "minister",
    ("chairman",): "head",
    ("chairwoman",): "head",
    ("chairperson",): "head",
    ("chair",): "head",
    ("head",): "head",
    ("chief",): "head",
    ("vice-chairman",): "deputy head",
    ("vice-chairwoman",): "deputy head",
    ("chief", "justice"): "chief justice",
    ("chief", "executive"): "chief executive",
    ("chief", "executive", "officer"): "chief executive",
    ("chief", "of", "staff"): "chief of staff",
    ("chief", "of", "general", "staff"): "chief of staff",
    ("ceo",): "chief executive",
    ("procurator", "general"): "procurator general",
    ("attorney", "general"): "attorney general",
    ("auditor", "general"): "auditor general",
    ("state", "auditor", "general"): "auditor general",
    ("inspector", "general"): "inspector general",
    ("director", "general"): "director",
    ("general", "director"): "director",
    ("director-general",): "director",
    ("director",): "director",
    ("governor",): "governor",
    ("mayor",): "mayor",
    ("member",): "member",
    ("leader",): "leader",
    ("regent",): "regent",
    ("magistrate",): "magistrate",
    ("sheriff",): "sheriff",
    ("superintendent",): "superintendent",
    ("councillor",): "councillor",
    ("councilman",): "councillor",
    ("councilwoman",): "councillor",
    ("treasurer",): "treasurer",
    ("vice-governor",): "deputy governor",
    ("archbishop",): "archbishop",
    ("lieutenant",): "lieutenant",
    ("ambassador",): "ambassador",
    ("consul", "general"): "consul general",
    ("envoy",): "envoy",
    ("spokesperson",): "spokesperson",
    ("spokesman",): "spokesperson",
    ("spokeswoman",): "spokesperson",
    ("aide",): "aide",
    ("adviser",): "adviser",
    ("advisor",): "adviser",
    ("assistant",): "assistant",
    ("chancellor",): "chancellor",
    ("commissioner",): "commissioner",
    ("commander",): "commander",
    ("commander-in-chief",): "commander",
    ("rector",): "rector",
    ("speaker",): "speaker",
    ("senator",): "senator",
    ("congressman",): "representative",
    ("congresswoman",): "representative",
    ("representative",): "representative",
    ("lawmaker",): "lawmaker",
    ("legislator",): "lawmaker",
    ("candidate",): "candidate",
    ("nominee",): "nominee",
    ("king",): "king",
    ("queen",): "queen",
    ("prince",): "prince",
    ("princess",): "princess",
    ("pope",): "pope",
    ("editor",): "editor",
    ("founder",): "founder",
    ("strategist",): "strategist",
    ("economist",): "economist",
    ("analyst",): "analyst",
    ("expert",): "expert",
    ("historian",): "historian",
    ("researcher",): "researcher",
    ("lawyer",): "lawyer",
    ("attorney",): "attorney",
    ("manager",): "manager",
    ("coordinator",): "coordinator",
    ("pollster",): "pollster",
    ("farmer",): "farmer",
    ("delegate",): "delegate",
    ("official",): "official",
    ("diplomat",): "diplomat",
    ("host",): "host",
    ("professor",): "professor",
    ("general",): "general",
    ("senior", "lieutenant", "general"): "general",
    ("lieutenant", "general"): "general",
    ("major", "general"): "general",
    ("colonel", "general"): "general",
    ("brigadier", "general"): "general",
    ("colonel",): "colonel",
    ("senior", "colonel"): "colonel",
    ("captain",): "captain",
    ("admiral",): "admiral",
    ("marshal",): "marshal",
}
PLURALS = {
    "secretaries": "secretary",
    "presidents": "president",
    "ministers": "minister",
    "pms": "pm",
    "chairmen": "chairman",
    "heads": "head",
    "chiefs": "chief",
    "directors": "director",
    "members": "member",
    "leaders": "leader",
    "governors": "governor",
    "senators": "senator",
    "representatives": "representative",
    "officials": "official",
    "generals": "general",
    "advisers": "adviser",
    "ambassadors": "ambassador",
    "aides": "aide",
}
# Titles that say nothing of who holds them: they mean whoever is being heard.
VAGUE = frozenset(
    "leader official diplomat expert economist analyst speaker candidate nominee lawmaker adviser senator host "
    "spokesperson historian lawyer general colonel".split()
)
# Head words that are also ordinary nouns: without a body or a name they are no title.
WEAK_HEADS = frozenset({"member", "host", "expert", "farmer", "delegate", "general", "official", "assistant"})

SYNONYMS: dict[tuple[str, str], str] = {
    ("leader", "party"): "general secretary",
    ("head", "party"): "general secretary",
    ("head", "government"): "prime minister",
    ("leader", "government"): "prime minister",
    ("head", "cabinet"): "prime minister",
    ("head", "state"): "president",
    ("leader", "state"): "president",
    ("leader", "party and state"): "general secretary",
    ("secretary", "party general"): "general secretary",
}
_RANK_NAMES = {"vice": "deputy", "standing": "permanent"}


_LANDS = {
    "vietnamese": "vietnam",
    "chinese": "china",
    "lao": "laos",
    "american": "us",
    "russian": "russia",
    "cuban": "cuba",
    "british": "uk",
    "french": "france",
    "german": "germany",
    "japanese": "japan",
    "korean": "korea",
    "cambodian": "cambodia",
    "thai": "thailand",
    "indian": "india",
    "nigerian": "nigeria",
    "singaporean": "singapore",
}


def land_of(word: str) -> str:
    """The country of a nationality."""
    return _LANDS.get(word, word)


@dataclass(frozen=True, slots=True)
class Role:
    """A title as read. `head` is comparable; `of` is the body's canonical name or the words of the complement."""

    head: str
    of: str | None = None
    body: str | None = None
    former: bool = False
    plural: bool = False
    definite: bool = False

    def means(self, other: Role) -> bool:
        """Whether a later mention of this title, perhaps shorter, can mean the holder of `other`."""
        if self.plural or self.head != other.head or other.former != self.former:
            return False
        if self.of is None or other.of is None or self.of == other.of:
            return True
        return set(self.of.lower().split()) <= set(other.of.lower().split())  # less of the same name


class Head(NamedTuple):
    """The words of a title's head in the singular, and how many tokens they take; none where there is no head."""

    words: tuple[str, ...]
    plural: bool
    size: int


_NO_HEAD = Head((), plural=False, size=0)
_BEGINNINGS = frozenset({*(head[0] for head in HEADS), *PLURALS})
_LONGEST_HEAD = max(len(head) for head in HEADS)


def head_at(plain: tuple[str, ...], at: int) -> Head:
    """The longest head of a title that begins at word `at`."""
    if at >= len(plain) or plain[at] not in _BEGINNINGS:
        return _NO_HEAD
    for size in range(_LONGEST_HEAD, 0, -1):
        words = plain[at : at + size]
        if words in HEADS:
            return Head(words, plural=False, size=len(words))
        if words[-1] in PLURALS and (*words[:-1], PLURALS[words[-1]]) in HEADS:
            return Head((*words[:-1], PLURALS[words[-1]]), plural=True, size=len(words))
    return _NO_HEAD


@lru_cache(maxsize=4096)
def head_of(qualifiers: tuple[str, ...], head: tuple[str, ...], complement: str | None) -> str:
    """The comparable head of a title from its words: ranks kept, mere qualifiers dropped, synonyms joined."""
    base = HEADS[head]
    told = set(qualifiers)
    whose = complement or ("party and state" if {"party", "state"} <= told else None)
    if whose is None:
        whose = next((word for word in ("party", "government", "state") if word in told), None)
    if whose is not None:
        base = SYNONYMS.get((base, whose.removeprefix("the ").casefold()), base)
    ranks = [_RANK_NAMES.get(word, word) for word in qualifiers if word in RANKS]
    return " ".join([*dict.fromkeys(ranks), base])
