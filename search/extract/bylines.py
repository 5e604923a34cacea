"""Lines that say who made an article: bylines, desks, sign-offs, signatures, and whom the press may ask."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-z][\w.'’-]{0,20}"
_NAME = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,5}}"
_AND = r"(?:\s?[,;/&]\s?|\sand\s|\s[–-]\s)"
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,4}}"
_MADE = (
    r"(?:text|news|story|stories|article|words|photos?|pictures?|images?|videos?|graphics?|ảnh|bài|tin|infographics?)"
)
_DONE = (
    r"(?:performed|interviewed|translated|compiled|synthesi[sz]ed|recorded|reported|written|edited|conducted|presented"
    r"|prepared|contributed|photographed|adapted|summari[sz]ed|collected|implemented|done)"
)
_ROLE = (
    r"(?:(?:web|news|copy|photo|desk|managing|executive|chief|online)\s)?(?:editors?|reporters?|authors?|writers?|translators?"
    r"|journalists?|correspondents?|producers?|photographers?|contributors?)"
)
_CREDIT = re.compile(
    rf"""
    [\[(]?(?:
      (?i:{_MADE}(?:(?:\s?,\s?|\s?/\s?|\s?&\s?|\sand\s){_MADE}){{0,2}}(?:\sby)?\s?:)\s?{_NAMES}
      | (?i:{_MADE}(?:(?:\s?,\s?|\s?/\s?|\s?&\s?|\sand\s){_MADE}){{0,2}}\sby)\s{_NAMES}
      | (?i:{_ROLE}\s?[:|])\s?{_NAMES}
      | (?i:(?:interview|translation|(?:additional\s)?report(?:ing)?|writing|editing|story)(?:\sby|\s?:))\s?{_NAMES}
      | (?i:{_DONE}(?:\sby|\s?:)\s?:?)\s?{_NAMES}
    )[\])]?\.?
    | {_NAMES}\s?\((?i:{_DONE}|{_ROLE}|vna|vns|vov|according\sto\s.{{1,30}})\)\.?
    | [\[(]?(?i:by)\s:?{_NAMES}(?:\s?\|\s?{_NAMES})?[\])]?
    """,
    re.VERBOSE,
)
_CONTACT = re.compile(
    r"(?:for\s(?:further|more|additional|any\s(?:further|other))\s(?:information|details|enquiries|inquiries|queries|questions)\b"
    r"[^.!?]{0,60}\b(?:contact|call|e-?mail|visit|see|ring|write)\b.{0,250}"
    r"|(?:for\s)?(?:media|press)\s(?:contacts?|enquiries|inquiries|queries|advis[eo]rs?|officers?|office)\b\s?[:,|–-].{0,250}"
    r"|contacts?(?:\s(?:details|information|person))?\s?:.{0,250}"
    r"|(?:media|press)\scontacts?)",
    re.IGNORECASE,
)
_REACH = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,30}|(?<![\w/-])\+?\(?\+?\d[\d\s().-]{6,20}\d(?![\w/])")
_MEDIA = re.compile(
    r"\b(?:media|press|spokes\w{3,6}|communications?|advis[eo]r|public\sinformation|contact|telephone|phone|tel|mobile|mob|e-?mail)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:senior|special|chief|deputy|acting|assistant|principal|permanent|executive|vice|first|the|for|on\sbehalf\sof)[\s-]){0,3}"
    r"(?:advis[eo]r|assistant|secretary|director|minister|president|chairman|chairwoman|chairperson|chair|spokes(?:person|man|woman)"
    r"|head|officer|manager|commissioner|governor|ambassador|speaker|press\s(?:secretary|officer)|media\s\w{5,12}|chief|clerk"
    r"|registrar|prime\sminister|general|editor)\b[^.!?:;“”\"]{0,110}",
    re.IGNORECASE,
)
_SIGNING_WORDS = 5  # of a name
_OFFICE_WORDS = 14
_CONTACT_CHARACTERS = 160
_HONORIFICS = r"(?:Mr|Mrs|Ms|Dr|Hon|Prof|Sir|Dame|Amb|Gen|Rev)\.?"
_SIGNED = re.compile(
    rf"(?:\((?:Signed|Sgd)\)\s?)?(?:{_HONORIFICS}\s){{0,2}}{_CAPITAL}(?:\s{_CAPITAL}){{1,{_SIGNING_WORDS - 1}}}"
)
_JOINED = re.compile(
    rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}(?:(?:\s?[,&/]\s?|\s[–-]\s|\sand\s){_CAPITAL}(?:\s{_CAPITAL}){{1,3}}){{1,2}}"
)


def is_byline(text: str) -> bool:
    """Whether the line only names who wrote, took, recorded, translated or edited: `News and photos: X`."""
    return _CREDIT.fullmatch(text) is not None


def is_contact(text: str) -> bool:
    """Whether the line only says whom to ask: `For further information please contact: …`."""
    if _CONTACT.fullmatch(text):
        return True
    return len(text) <= _CONTACT_CHARACTERS and bool(_REACH.search(text)) and bool(_MEDIA.search(text))


def is_name(text: str) -> bool:
    """Whether the line is a person's name and nothing else."""
    return _SIGNED.fullmatch(text) is not None


def is_joined_names(text: str) -> bool:
    """Whether the line is two or three names side by side, as two reporters sign."""
    return _JOINED.fullmatch(text) is not None


def is_office(text: str) -> bool:
    """Whether the line is an office and nothing else, as under a signature."""
    return text[:1].isupper() and text.count(" ") < _OFFICE_WORDS and _OFFICE.fullmatch(text) is not None
