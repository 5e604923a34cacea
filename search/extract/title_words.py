"""The words titles are made of: qualifiers, ranks, and the heads that say what a title is. Tables only."""

from __future__ import annotations

# What is read over when two titles are compared.
QUALIFIERS = frozenset(
    """
    executive managing cell village hamlet commune ward new newly elected current incumbent then state party
    vietnamese top senior chief acting interim the comrade temporary honorary national us u.s american chinese russian
    lao japanese provincial municipal district city
    """.split()
)
# With a capital these say what kind of office it is: Executive Chairperson, Shadow Minister, Ranking Member.
MODIFIERS = frozenset(
    """
    executive shadow special regional managing non-executive resident founding programme program research majority
    minority house ranking lead area branch political presiding investigating second third fourth public economic
    cultural parliamentary legal technical scientific academic corporate commercial subcommittee group global country
    field project section division policy communications international federal supreme
    """.split()
)
LEVELS = frozenset({"provincial", "municipal", "district", "city"})
FORMER = frozenset({"former", "ex", "late", "outgoing", "ousted", "predecessor"})
RANKS = frozenset({"deputy", "vice", "permanent", "standing", "first", "assistant", "under", "associate"})

# Heads that may stand between another title and a name: Minister of Defence General X.
RANKS_OF_SERVICE = frozenset({"general", "colonel", "captain", "admiral", "marshal", "lieutenant", "professor"})

# What a person does, as a title before a name: activist Jane Roe.
OCCUPATIONS = frozenset(
    """
    activist author commentator scholar academic lecturer scientist banker businessman businesswoman entrepreneur
    journalist reporter correspondent writer poet novelist actor actress filmmaker doctor physician nurse teacher
    engineer architect resident villager veteran survivor campaigner organiser organizer dissident priest monk nun
    trader shopkeeper fisherman pensioner student worker negotiator mediator consultant specialist sociologist
    psychologist philosopher physicist biologist chemist virologist epidemiologist demographer geographer columnist
    blogger photographer critic curator librarian archivist translator driver miner soldier grower planter herder
    breeder guide artisan weaver potter builder technician contractor vendor commuter passenger midwife pharmacist
    dentist surgeon agronomist geologist hydrologist ecologist botanist zoologist oceanographer meteorologist
    climatologist statistician mathematician anthropologist theologian linguist criminologist jurist barrister
    solicitor advocate notary accountant broker investor developer hotelier chef tailor carpenter mechanic labourer
    docker sailor pilot ranger forester firefighter detective volunteer unionist protester demonstrator singer
    musician dancer painter designer coach widow midwife craftsman fishmonger farmhand
    """.split()
)
# One head word (or two) decides what a title is; equal values are equal offices.
HEADS: dict[tuple[str, ...], str] = {
    ("general", "secretary"): "general secretary",
    ("sg",): "general secretary",
    ("vp",): "deputy president",
    ("mp",): "lawmaker",
    ("mep",): "lawmaker",
    ("cfo",): "chief financial officer",
    ("chief", "financial", "officer"): "chief financial officer",
    ("chief", "operating", "officer"): "chief operating officer",
    ("rapporteur",): "rapporteur",
    ("political", "commissar"): "commissar",
    ("commissar",): "commissar",
    ("inspector",): "inspector",
    ("procurator",): "procurator",
    ("prosecutor",): "prosecutor",
    ("ombudsman",): "ombudsman",
    ("dean",): "dean",
    ("principal",): "principal",
    ("headmaster",): "head teacher",
    ("headmistress",): "head teacher",
    ("provost",): "provost",
    ("whip",): "whip",
    ("convener",): "convener",
    ("convenor",): "convener",
    ("moderator",): "moderator",
    ("trustee",): "trustee",
    ("counterpart",): "counterpart",
    ("premier",): "prime minister",
    ("taoiseach",): "prime minister",
    ("elder",): "elder",
    ("secretary-general",): "secretary-general",
    ("secretary", "general"): "secretary-general",
    ("secretary", "of", "state"): "secretary of state",
    ("secretary",): "secretary",
    ("under-secretary",): "deputy secretary",
    ("under-secretary-general",): "deputy secretary-general",
    ("undersecretary",): "deputy secretary",
    ("president",): "president",
    ("vice-president",): "deputy president",
    ("prime", "minister"): "prime minister",
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
    ("chief", "of", "the", "general", "staff"): "chief of staff",
    ("member", "of", "parliament"): "lawmaker",
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
    ("guest",): "guest",
    ("visitor",): "guest",
    ("professor",): "professor",
    ("general",): "general",
    ("senior", "lieutenant", "colonel"): "colonel",
    ("lieutenant", "colonel"): "colonel",
    ("rear", "admiral"): "admiral",
    ("vice", "admiral"): "admiral",
    ("air", "marshal"): "marshal",
    ("field", "marshal"): "marshal",
    ("presenter",): "presenter",
    ("cabinet", "secretary"): "cabinet secretary",
    ("cs",): "cabinet secretary",
    ("principal", "secretary"): "principal secretary",
    ("permanent", "secretary"): "permanent secretary",
    ("dg",): "director",
    ("senior", "lieutenant", "general"): "general",
    ("lieutenant", "general"): "general",
    ("major", "general"): "general",
    ("colonel", "general"): "general",
    ("brigadier", "general"): "general",
    ("colonel",): "colonel",
    ("senior", "colonel"): "colonel",
    ("captain",): "captain",
    ("chief", "constable"): "chief constable",
    ("constable",): "constable",
    ("sergeant",): "sergeant",
    ("registrar",): "registrar",
    ("comptroller",): "comptroller",
    ("comptroller", "general"): "comptroller",
    ("solicitor", "general"): "solicitor general",
    ("advocate", "general"): "advocate general",
    ("surgeon", "general"): "surgeon general",
    ("registrar", "general"): "registrar general",
    ("commissioner", "general"): "commissioner general",
    ("attorney-general",): "attorney general",
    ("inspector-general",): "inspector general",
    ("auditor-general",): "auditor general",
    ("solicitor-general",): "solicitor general",
    ("prefect",): "prefect",
    ("alderman",): "alderman",
    ("vice-chancellor",): "deputy chancellor",
    ("nuncio",): "nuncio",
    ("ombudswoman",): "ombudsman",
    ("minister-counsellor",): "minister-counsellor",
    ("charge", "d'affaires"): "charge d'affaires",
    ("co-chair",): "co-chair",
    ("co-chairman",): "co-chair",
    ("vice-chair",): "deputy head",
    ("chief-of-staff",): "chief of staff",
    ("chief", "economist"): "economist",
    ("deputy-director",): "deputy director",
    ("vice-rector",): "deputy rector",
    ("undersecretary-general",): "deputy secretary-general",
    ("vice-minister",): "deputy minister",
    ("admiral",): "admiral",
    ("marshal",): "marshal",
}
HEADS |= {(word,): word for word in OCCUPATIONS}
HEADS |= {
    ("clerk",): "clerk",
    ("judge",): "judge",
    ("protector",): "protector",
    ("observer",): "observer",
    ("fellow",): "fellow",
    ("presiding", "officer"): "presiding officer",
    ("counselor",): "counsellor",
    ("counsellor",): "counsellor",
    ("co-leader",): "leader",
    ("whistleblower",): "whistleblower",
    ("bishop",): "bishop",
}
# Written as one word with how the office is held: treasurer-general, governor-elect, ambassador-at-large.
HEADS = {
    (f"{words[0]}-{held}",): head
    for held in ("general", "elect", "designate", "in-chief", "at-large")
    for words, head in HEADS.items()
    if len(words) == 1 and "-" not in words[0]
} | HEADS
HEADS |= {(f"ex-{words[0]}",): head for words, head in tuple(HEADS.items()) if len(words) == 1}
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
VAGUE = OCCUPATIONS | frozenset(
    "leader official diplomat expert economist analyst speaker candidate nominee lawmaker adviser senator host guest "
    "spokesperson historian lawyer general colonel rapporteur presenter lecturer".split()
)
# "The comrade" alone, which means the official who is being heard or talked of.
CLASS_NOUN = "comrade"
# Head words that are also ordinary nouns: without a body or a name they are no title.
WEAK_HEADS = OCCUPATIONS | frozenset(
    "clerk judge protector observer fellow counselor counsellor whistleblower bishop "
    "member host guest visitor expert farmer delegate general official assistant counterpart principal elder trustee "
    "inspector convener convenor moderator whip strategist".split()
)
# Heads that are family names too: Mr. King.
NAMES_OF_HEADS = frozenset("king prince pope marshal regent weaver potter carpenter bishop".split())
# Titles of people who hold no office.
NO_OFFICES = WEAK_HEADS - frozenset({"member", "general", "official", "inspector", "moderator", "whip"})
