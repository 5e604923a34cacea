"""Words that tie a day to an occasion, or to something else: what took place, what is to come, who sat when."""

from __future__ import annotations

import re

from search.extract.days import WEEKDAYS

OCCASION = re.compile(
    r"\b(?:held|took\splace|taking\splace|opened|convened|hosted|organi[sz]ed|met|chaired|presided|gathered|wrapped\sup"
    r"|concluded|closed|kicked\soff|attended|addressed|visited|received|conference|meeting|session|ceremony|summit|forum|speaking\sat|speaking\son|addressing"
    r"|congress|plenum|seminar|workshop|talks|ballot|hearing|debate|teleconference|gathering|reception|said|told|spoke"
    r"|stressed|announced|statement|press|elected|vote|voted)\b",
    re.IGNORECASE,
)
ACT = re.compile(
    r"[\s,]{0,3}(?:issued|signed|approved|adopted|passed|promulgated|launched|appointed|received|released|sent)\b"
)
OPENS = re.compile(
    r"\W{0,3}(?:(?:this|yesterday)\s)?(?:on\s|in\s)?(?:the\s)?(?:(?:morning|afternoon|evening|night)(?:\sof)?\s)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day[,\s]{1,2}\(?)?$",
    re.IGNORECASE,
)
OTHER_THING = re.compile(
    r"\b(?:dated|issued|signed|promulgated|adopted|approved|enacted|died|passed\saway|born|founded|established|formed|since"
    r"|until|till|before|after|as\sof|by|prior\sto|compared\s(?:to|with)|effective|into\sforce|anniversary|birthday|expires?"
    r"|storm|typhoon|flood|earthquake|quake|attacks?|accident|fire|incident|crash|explosion|disaster|outbreak"
    r"|deadline|due|no\slater\sthan|previous|last\syear|in\s\d{4}|on\sor|decided|released|published|submitted)"
    r"(?:\s(?:on|from|in|the|of|at|end))?\s{0,3}$"
    r"|\b(?:laws?|acts?|decrees?|ordinances?|circulars?|directives?|regulations?|treaty|constitution|order|letter|judge?ment"
    r"|ruling|convention|accords?|circular|pact|code)\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"(?:,\s(?:who|which|whom|whose)\s[^,;]{0,50}|\bDay\s\(?(?:on\s)?(?:the\s)?|\b(?:last|previously)\s(?:met|sat|held|convened)\s[^,;]{0,30})$"
)
LATER = re.compile(r"\b(?:ahead\sof|heading\sinto|in\sadvance\sof|prior\sto|before)\s[^,.;]{0,50}$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between|since)\s{0,2}$", re.IGNORECASE)
OTHER_AFTER = re.compile(
    r"[\s,)]{0,3}(?:anniversary|birthday|deadline|incident|attacks?|revolution|uprising|last\syear)", re.IGNORECASE
)
FUTURE = re.compile(
    r"\b(?:will|shall|is\sto|are\sto|scheduled|slated|expected\sto|to\sbe\sheld|due\sto|plans?\sto|upcoming|next\s(?:week|month)|set\sto|could|might|prepar(?:es|ed|ing)\sto)\b"
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|me|[Oo]ur|us)\b")  # a speaker's days are not the reporter's
QUOTED = re.compile('["\u201c][^"\u201c\u201d]{0,300}["\u201d]')
SAT = re.compile(
    r"[\[(]?(?:(?:Mr|Madam|Ms|The)\.?\s)?(?:Deputy\s)?(?:Speaker|Chair\w{0,6}|President)\sin\sthe\s[Cc]hair[\])]?\Z"
    r"|(?:The\s)?(?:[A-Z][\w'’]{1,20}\s){1,5}(?:met|sat|was\sconvened|convened|assembled|resumed|began|opened)\sat\s"
    r"(?:\d{1,2}[.:]\d\d|\d{1,2}\s?[ap]\.?m|noon|half[\s-]past|a\squarter|(?:one|two|three|four|nine|ten|eleven)\b)"
    r"|(?:The\s)?(?:[\w'’]{2,20}\s){1,6}(?:\([^()]{3,60}\)\s)?took\sthe\schair\sat\s"
    r"|(?:The\s)?(?:[A-Z][\w'’]{1,20}\s){0,4}(?:meeting|sitting|session)\swas\scalled\sto\sorder\s(?:at|by)\b"
)
BRIEFING = re.compile(r"\b(?:[Bb]riefing|[Pp]ress [Cc]onference|[Hh]earing|[Ss]itting|[Pp]roceedings)\b")
_NAMES = "|".join(name.title() for name in WEEKDAYS)
WEEKDAY = re.compile(
    rf"\b(?P<before>\w{{1,9}}\s)?(?P<name>{_NAMES})\b(?:\s?(?P<joint>to|and|or|through|-|–)\s?(?P<last>{_NAMES})\b)?"
)
OTHER_DAY = frozenset(
    "last next every each coming following this or a an the any some one first good black ash".split()
)
YESTERDAY = re.compile(r"(?<!before\s)\b(?:[Yy]esterday(?:\s(?:morning|afternoon|evening))?|[Ll]ast\snight)\b")
BEFORE_YESTERDAY = re.compile(r"\b[Tt]he\sday\sbefore\syesterday\b")
AGO = re.compile(r"(?<!of\s)\b(?P<number>two|three|four|five|six)\sdays\sago\b", re.IGNORECASE)
HEADS_THE_TEXT = re.compile(r"\s{0,2}(?:\([^()]{1,30}\)\s{0,2})?[-–—]{1,2}\s")  # after a day: it was written then
SPEAKING = re.compile(r"\W{0,2}(?:Speaking|Addressing|Opening|Closing|Concluding|Chairing)\b[^,.]{0,120},")
# The day on which something was said, whatever is said of other days: "will not stand, X said on Monday".
SAID_ON = re.compile(
    rf"\b(?:said|announced|stressed|added|warned|declared|told\s[^,.;\"\u201c]{{1,40}})\son\s(?:{_NAMES})\b"
)
_HELD = r"(?:held|opened|met|convened|took\splace|attended|chaired|received|visited|hosted|presented|adopted|signed)"
_PROCEEDED = (
    r"\b(?:took\sup|heard|considered|opened|concluded|continued|debated|discussed|voted|elected|called|urged|warned|decided|began"
    r"|rejected|passed|endorsed|approved|examined|reviewed|appointed|launched|published|released|unveiled|issued|resumed|ended|heads|renewed|extended)"
)
TODAY = re.compile(
    r"\b(?:[Tt]oday['\u2019]s\s(?:[a-z]{1,12}\s)?(?:briefing|conference|meeting|session|sitting|hearing)"
    r"|at\s(?:an?|the)\s(?:\w{1,20}\s){0,3}(?:meeting|conference|session|ceremony|briefing|hearing|forum)\b[^.\"\u201c]{0,80}?\stoday(?=[.,])"
    r"|[Tt]his\s(?:morning|afternoon|evening)|[Ee]arlier\stoday|[Ll]ater\stoday|(?:here|on)\stoday|[Tt]oday\s(?:morning|afternoon)"
    rf"|(?:said|announced|told\s\w{{1,20}})\stoday(?=[\s,.]{{1,2}}(?:that|in|at|$))|Today(?=,\s[^.]{{0,80}}?\b{_HELD}\b)"
    rf"|today\s{_HELD}|today\s(?:published|released|unveiled|issued|presented|opened|appointed|approved|signed)\b"
    r"|(?:published|released|unveiled|issued|launched|announced)\stoday\b|told\s(?:the\s)?(?:[A-Z]\w+\s){1,4}today\b"
    r"|today\s(?:called|urged|said|appealed|stressed|reiterated|inaugurated|addressed|met|chaired|emphasi[sz]ed|announced|warned|welcomed|condemned|told|expressed|launched|voted|approved)"
    rf"|{_HELD}\stoday|{_PROCEEDED}\b[^.\"\u201c]{{0,80}}?(?<!of\s)(?<!world\s)\btoday(?=[,.]|\s(?:with|as|in|at|that)\b))\b"
)
