"""Questions: what people ask, what is meant to be slow, and what nobody would."""

from __future__ import annotations

import random
from urllib.parse import urlencode

USUAL = (
    *("party building", "corruption", '"party building"', "discipline year:2024", 'speaker:"To Lam"', "cadres"),
    *("organisation:Politburo", "grassroots level", "harbour", "inspection -discipline", "kind:caption", "resolution"),
)
_SHORT = "pro* con* com* par* dis* str* pre* int* ins* rep*"
SLOW = (
    *("", "the of and", _SHORT, " OR ".join(_SHORT.split()), '"the party committee"', "-the -of -and -to -in -party"),
    '"the party" "of the" "in the" "the central" "party committee" "to the" "on the" "for the"',
    " OR ".join("the of and to in a for party committee central work on with that is by as at from be".split()),
    *('"the of the of" ' * 8, "(the OR of) " * 12, "(" * 16 + "the OR of" + ")" * 16, "the " * 60),
    *(
        "speaker:none year:1900..2100 the",
        "-(the OR of) -(and OR to)",
        '"of the party and the state of the people and"',
    ),
)
_PIECES = (
    *(
        "party",
        "the",
        "of",
        "To Lam",
        "tô lâm",
        "đảng",
        "21-KL/TW",
        "2024",
        "par*",
        "p*",
        "*",
        "a" * 300,
        "AND",
        "OR",
        "NOT",
    ),
    *(
        "-",
        "(",
        ")",
        '"',
        "'",
        ":",
        "speaker:",
        "year:",
        "year:2022..2024",
        "year:9999999999999999999",
        "kind:caption",
        "foo:bar",
    ),
    *(
        "\0",
        "\n",
        "\ud800",
        "\u202e",
        "\U0001f600",
        "e\u0301" * 40,
        "<script>",
        "&amp;",
        "%",
        "\\",
        "/../..",
        "{{7*7}}",
        "${x}",
    ),
    *(
        "' OR 1=1 --",
        "::",
        "..",
        "year:..",
        "-speaker:none",
        'document:"',
        "^2",
        "~3",
        "[a TO b]",
        "/.*/",
        "\u00a0",
        "ﬁ",
        "İ",
        "ß",
    ),
)
_FIELDS = ("q", "page", "size", "sort", "speaker", "-speaker", "year", "since", "until", "kind", "nothing", "document")
_PLACES = (
    "/search",
    "/search",
    "/search",
    "/browse/speaker",
    "/help",
    "/",
    "/articles/{}",
    "/p/{}",
    "/speakers/{}",
    "/bodies/{}",
)


def text(dice: random.Random) -> str:
    """A query of random pieces."""
    return dice.choice(("", " ")).join(dice.choices(_PIECES, k=dice.randint(0, 12)))


def address(dice: random.Random) -> str:
    """An address with random arguments; a lone surrogate is sent as the bytes it would be."""
    place = dice.choice(_PLACES).format("".join(f"%{byte:02x}" for byte in _bytes(text(dice))) or "x")
    args = [(dice.choice(_FIELDS), _bytes(text(dice))) for _ in range(dice.randint(0, 4))]
    return f"{place}?{urlencode([('q', _bytes(text(dice))), *args])}"


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")
