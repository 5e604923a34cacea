"""British and American spellings become one: rules where a rule is safe, lists where it is not.

Words arrive folded. The common form is the British one but for `program`, `license` and `practice`, whose British
pairs would part from `programming`, `licensed` and `practical`.
"""

from __future__ import annotations

import re
from functools import lru_cache

# -ize has its z by nature in sizes (not in "emphasize"), in the assizes and in words too short for the rule (prize).
_IZE = re.compile(
    r"(?!(?:as|re|cap|down|out|over|under|super|king|mid)siz(?:e|ed|es|ing)$)"
    r"(\w{3,40}?)iz(e|ed|er|ers|es|ing|ings|able|ably|ation|ations|ational|ationally)"
)
_YZE = re.compile(r"(\w{0,20}?(?:anal|paral|catal|dial|electrol|hydrol))yz(e|ed|er|ers|es|ing|able)")
_OR = re.compile(
    r"((?:un|dis|mis|multi)?(?:arb|ard|arm|behavi|cand|clam|col|demean|misdemean|endeav|enam|fav|ferv|flav|glam|harb|"
    r"hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))or"
    r"(|s|ed|er|ers|ing|ings|able|ably|ful|fully|less|ite|ites|hood|hoods|ly|al|ist|ists|y)"
)
_LL = re.compile(
    r"((?:re|un|mis)?(?:bevel|cancel|channel|council|counsel|dial|duel|equal|fuel|funnel|initial|jewel|label|level|"
    r"libel|marvel|medal|model|panel|parcel|pedal|quarrel|ravel|revel|rival|shovel|signal|spiral|swivel|total|travel|"
    r"trowel|tunnel|wool))(ed|en|ing|ings|er|ers|or|ors|ous|ously)"
)
_RE = re.compile(
    r"((?:amphi|epi|micro|centi|kilo|milli|nano)?(?:calib|cent|fib|lit|lust|meag|met|sab|sepulch|somb|spect|theat))"
    r"er(s?)"
)

_WORDS = {
    "acknowledgment": "acknowledgement",
    "acknowledgments": "acknowledgements",
    "advisor": "adviser",
    "advisors": "advisers",
    "aging": "ageing",
    "airplane": "aeroplane",
    "airplanes": "aeroplanes",
    "aluminum": "aluminium",
    "analog": "analogue",
    "anemia": "anaemia",
    "anesthesia": "anaesthesia",
    "anesthetic": "anaesthetic",
    "archeological": "archaeological",
    "archeologist": "archaeologist",
    "archeologists": "archaeologists",
    "archeology": "archaeology",
    "artifact": "artefact",
    "artifacts": "artefacts",
    "catalog": "catalogue",
    "cataloged": "catalogued",
    "cataloging": "cataloguing",
    "catalogs": "catalogues",
    "centered": "centred",
    "centering": "centring",
    "cozy": "cosy",
    "defense": "defence",
    "defenseless": "defenceless",
    "defenses": "defences",
    "dialog": "dialogue",
    "dialogs": "dialogues",
    "distill": "distil",
    "distills": "distils",
    "draft": "draft",
    "draught": "draft",
    "encyclopedia": "encyclopaedia",
    "encyclopedias": "encyclopaedias",
    "enquire": "inquire",
    "enquired": "inquired",
    "enquires": "inquires",
    "enquiries": "inquiries",
    "enquiring": "inquiring",
    "enquiry": "inquiry",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "enrollments": "enrolments",
    "enrolls": "enrols",
    "enthrall": "enthral",
    "esophagus": "oesophagus",
    "estrogen": "oestrogen",
    "fetal": "foetal",
    "fetus": "foetus",
    "fueled": "fuelled",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "fulfills": "fulfils",
    "gray": "grey",
    "grays": "greys",
    "hemorrhage": "haemorrhage",
    "hemorrhages": "haemorrhages",
    "installment": "instalment",
    "installments": "instalments",
    "instill": "instil",
    "instills": "instils",
    "jewelry": "jewellery",
    "judgment": "judgement",
    "judgmental": "judgemental",
    "judgments": "judgements",
    "leukemia": "leukaemia",
    "licence": "license",
    "licenced": "licensed",
    "licences": "licenses",
    "licencing": "licensing",
    "maneuver": "manoeuvre",
    "maneuvered": "manoeuvred",
    "maneuvering": "manoeuvring",
    "maneuvers": "manoeuvres",
    "medieval": "mediaeval",
    "mold": "mould",
    "molded": "moulded",
    "molds": "moulds",
    "mustache": "moustache",
    "offense": "offence",
    "offenses": "offences",
    "omelet": "omelette",
    "orthopedic": "orthopaedic",
    "orthopedics": "orthopaedics",
    "pediatric": "paediatric",
    "pediatrician": "paediatrician",
    "pediatricians": "paediatricians",
    "pediatrics": "paediatrics",
    "plow": "plough",
    "plowed": "ploughed",
    "plowing": "ploughing",
    "plows": "ploughs",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "pretense": "pretence",
    "pretenses": "pretences",
    "programme": "program",
    "programmes": "programs",
    "skeptic": "sceptic",
    "skeptical": "sceptical",
    "skepticism": "scepticism",
    "skeptics": "sceptics",
    "skillful": "skilful",
    "skillfully": "skilfully",
    "smolder": "smoulder",
    "smoldering": "smouldering",
    "sulfur": "sulphur",
    "toward": "towards",
    "tranquility": "tranquillity",
    "willful": "wilful",
    "willfully": "wilfully",
    "yogurt": "yoghurt",
}

# What may follow where a prefix stops short of what a rule looks at.
_COMPLETIONS = ("", "e", "r", "d", "g", "ed", "ng", "on", "ing", "ion", "ation")


def unify(word: str) -> str:
    """The common form of a folded word: `organization` and `organisation` are equal after it."""
    listed = _WORDS.get(word)
    if listed is not None:
        return listed
    for rule, joined in ((_IZE, "is"), (_YZE, "ys"), (_OR, "our"), (_RE, "re")):
        found = rule.fullmatch(word)
        if found:
            return f"{found[1]}{joined}{found[2]}"
    doubled = _LL.fullmatch(word)
    return f"{doubled[1]}l{doubled[2]}" if doubled else word


def unified_prefixes(letters: str) -> tuple[str, ...]:
    """The beginnings to look for among unified words when someone asks for folded words that begin with `letters`.

    `organiz` must find what `organization` became, `labor` what `labor` became, `cente` what `center` became.
    """
    found = {letters}
    for rest in _COMPLETIONS:
        found.add(unify(letters + rest).removesuffix(rest))
    found.update(common for other, common in _WORDS.items() if other.startswith(letters))
    return tuple(sorted(one for one in found if not any(one != other and one.startswith(other) for other in found)))


@lru_cache(maxsize=4096)
def printed_beginnings(letters: str) -> tuple[str, ...]:
    """How folded words may begin that `unify` makes begin with these letters, three at most.

    The rules leave the first three letters of a word as they are; the lists need not.
    """
    return letters, *sorted({other[: len(letters)] for other, common in _WORDS.items() if common.startswith(letters)})
