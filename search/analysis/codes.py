"""Numbers of Party, State and UN documents: `21-KL/TW`, `218/NQ-CP`, `38/2019/QH14`, `S/2024/12`, as one token each."""

from __future__ import annotations

import re

from search.analysis.folding import fold

_HYPHEN = "[-\u2010-\u2015\u2212\ufe63\uff0d]"
_SLASH = "[/\u2044\u2215\uff0f]"
_M = r"(?:[^\W\d_][\u0300-\u036f]{0,2})"  # one letter, composed or not

# Where type and issuer are known ones, less needs to be written: "14 new era" is no document.
_TYPES = "kl|nq|nqlt|qd|qđ|qdi|qđi|ct|tb|hd|kh|tt|ttr|ttlt|bc|cv|qc|nd|nđ|pl|sl|ctr|ctrh"
_ISSUERS = "tw|tư|tu|cp|ttg|qh|qh1[0-9]|ubtvqh|btctw|ubkttw|bcdtw|bcđtw|btgtw|bnctw|ubnd|hdnd|hđnd|hu|du|đu|ctn"

# Party: number-TYPE/ISSUER. State: number/TYPE-ISSUER, number/year/TYPE-ISSUER, number/year/QH14. UN: S/2024/12.
WRITTEN = (
    rf"(?<!\w)\d{{1,5}}{_HYPHEN}{_M}{{2,5}}(?:{_SLASH}{_M}{{2,12}}){{1,2}}(?!\w)"
    rf"|(?<!\w)\d{{1,5}}(?:{_SLASH}\d{{4}})?{_SLASH}{_M}{{2,6}}(?:{_HYPHEN}{_M}{{2,12}}){{1,3}}(?!\w)"
    rf"|(?<!\w)\d{{1,5}}{_SLASH}\d{{4}}{_SLASH}{_M}{{2,4}}\d{{0,2}}(?!\w)"
    rf"|(?<!\w)[A-Za-z]{{1,3}}(?:{_SLASH}[A-Za-z]{{2,6}}){{0,2}}{_SLASH}\d{{1,4}}{_SLASH}\d{{1,5}}(?!\w)"
    rf"|(?<!\w)[A-Za-z]{{1,3}}{_SLASH}(?:RES|res|DEC|dec|PRST|prst){_SLASH}\d{{1,5}}(?!\w)"
    rf"|(?<!\w)\d{{1,5}}(?i:{_TYPES}){_SLASH}(?i:{_ISSUERS})(?!\w)"  # the hyphen forgotten: 21KL/TW
)

_JOINT = r"[\s/\u00a0\u2010-\u2015-]{1,3}"
ASKED = rf"(?<!\w)(?i:\d{{1,5}}{_JOINT}(?:\d{{4}}{_JOINT})?(?:{_TYPES}){_JOINT}(?:{_ISSUERS}))(?!\w)"

_JOINTS = re.compile(r"[^\w\u0300-\u036f]+")
_UNJOINED = re.compile(r"\A(\d{1,5})([^\W\d_])")
_KNOWN = re.compile(fold(f"{_TYPES}|{_ISSUERS}"))


def code_of(surface: str) -> str | None:
    """The normal form of a written or asked code, or None for what only looks like one (`20-metre/second`).

    Separators carry no meaning (`218-NQ/CP` is `218/NQ-CP`); leading zeros do. The first is printed as a hyphen,
    the others as slashes.
    """
    parts = [fold(part) for part in _JOINTS.split(_UNJOINED.sub(r"\1-\2", surface))]
    of_the_un = not parts[0][0].isdigit()
    if not (of_the_un or any(c.isupper() for c in surface) or any(_KNOWN.fullmatch(part) for part in parts)):
        return None
    return f"{parts[0]}-{'/'.join(parts[1:])}"
