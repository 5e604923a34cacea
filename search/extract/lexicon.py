"""The words the rules know: cues, pronouns, collective sources, openers. Tables only; every entry is in lower case."""

from __future__ import annotations

from search.extract import verbs


def _table(words: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(entry.split()) for entry in words.replace("\n", " ").split(",") if entry.strip())


def _by_first(phrases: frozenset[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(group, key=lambda p: (-len(p), p))) for first, group in found.items()}


# Whoever is the subject of one of these is heard, whatever follows; the weak ones count in a frame of their own, or
# once it is plain that a speech is being given.
STRONG_CUES = _by_first(verbs.STRONG)
WEAK_CUES = _by_first(verbs.WEAK)

# What stands before a source: "According to X".
SOURCE_PHRASES = _by_first(
    _table("according to, in the opinion of, in the view of, in the words of, in the eyes of, in the judgement of")
)

# Between a subject and its cue: helpers and adverbs.
BETWEEN = frozenset(
    """
    has have had also then further furthermore therefore thus again once clearly highly strongly particularly
    especially
    firmly always repeatedly consistently previously earlier later recently just still even only first finally
    meanwhile however now today yesterday reportedly publicly specifically simultaneously consequently respectfully
    subsequently additionally frankly openly rightly correctly deeply sincerely warmly enthusiastically often never
    did does do himself herself both all briefly immediately already personally jointly unanimously successively
    monday tuesday wednesday thursday friday saturday sunday once respectively basically initially famously
    """.split()
)

DETERMINERS = frozenset(
    "the a an another this these those some many several his her their its all most both each every".split()
)
HE = frozenset({"he", "she"})
THEY = frozenset({"they"})
FIRST_PERSONS = frozenset({"i", "we", "my", "our", "us", "me"})
SECOND_PERSONS = frozenset({"you", "your", "yourself"})
MALE, FEMALE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})

HONORIFICS = frozenset(
    """
    mr mrs ms me miss dr prof professor assoc comrade comrades cde sir dame lord lady baroness viscount madam madame
    mme mister monsieur sen
    rep gov gen col lt sgt capt cdr cmdr adm maj brig cpl pte rev reverend hon honourable honorable rt judge justice
    archbishop cardinal bishop pope imam sheikh sheik mufti rabbi pastor ayatollah swami
    samdech samdach techo thipadei oknha neak lok chumteav
    datuk dato datin haji hajjah alhaji alhaja hajia malam mallam nana otumfuo togbe oba otunba mzee
    mwalimu ndugu ustaz engr barr barrister shri shrimati smt kumari begum daw
    acp dcp asp dsp igp supt insp senhor senhora senor senora dona sra herr frau signor signora compañero companero
    amb emir sultan cllr cllr atty ustadh pandit khun shrimati
    """.split()
)
# Of these, those that are also parts of names.
NAMES_TOO = frozenset(
    "judge bishop pope cardinal rev hon sen gen col rep gov me miss nana emir sultan maj adm dame lord lady".split()
)
# Before a name these address a person as the honorifics do: Deputy Nguyen Van A, voter Tran Thi B.
CALLINGS = frozenset(
    "deputy voter delegate lawyer journalist teacher engineer councillor counsellor citizen farmer worker student "
    "analyst researcher scholar commentator veteran artist writer poet musician doctor nurse reader".split()
)
MALE_HONORIFICS, FEMALE_HONORIFICS = (
    frozenset({"mr", "sir", "lord"}),
    frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness", "madam", "madame", "mme"}),
)

# Sources that are no person, by the word that names them.
DELEGATES = frozenset(
    "delegates participants attendees deputies experts voters speakers leaders representatives officials lawmakers "
    "legislators members opinions people residents critics analysts others sources authorities scientists scholars "
    "sides economists readers supporters opponents observers locals witnesses reporters journalists diplomats".split()
)
CONFERENCES = frozenset(
    "conference meeting session event workshop seminar forum plenum teleconference congress symposium summit "
    "ceremony assembly".split()
)
REPORTS = frozenset(
    "report reports poll polls draft statement document communique notice statistics data survey study resolution "
    "release letter "
    "announcement dispatch poll figures message article documents memo telegram op-ed editorial essay directive".split()
)
INSTITUTIONS = frozenset(
    "commission committee ministry government department agency council politburo secretariat office board party "
    "inspectorate court police army embassy administration authority association union bank company campaign".split()
)
# What an apposition may call a thing by, which is then no person's: "Acme, a bank in …, said".
THINGS = frozenset(
    "bank brand broadcaster chain channel charity city club coalition country daily firm foundation fund giant group "
    "hospital island league magazine maker movement network newspaper nonprofit operator outlet paper platform port "
    "producer province publisher region retailer school site start-up startup state suburb supplier team think-tank "
    "town tribunal trust university village watchdog website weekly".split()
)

PREPOSITIONS = frozenset(
    "of to with by for from against about under on in at after before over behind like including than between among "
    "without toward towards into via as".split()
)
BE_FORMS = frozenset("is are was were be been being".split())
LINKING = frozenset("remains remained feels felt sounded sounds".split())
# After these verbs, what somebody holds: "was of the opinion that", "is deeply concerned that", "was blunt: …".
CONVICTIONS = _by_first(
    _table(
        """
        of the opinion, of the view, of the same opinion, of the same view, of the same mind, of one mind,
        of the belief, confident, convinced,
        certain, sure, adamant, hopeful, optimistic, pessimistic, concerned, worried, afraid, aware, sceptical,
        skeptical, doubtful, glad, happy, pleased, proud, delighted, sorry, sad, saddened, disappointed, surprised,
        shocked, alarmed, dismayed, upset, angry, angered, outraged, grateful, thankful, mindful, insistent, emphatic,
        unequivocal, categorical, scathing, blunt, frank, candid, clear, unrepentant, defiant, firm, critical,
        dismissive, unimpressed, impressed, in no doubt, in favour, in favor, in agreement, more cautious,
        more blunt, unhappy, dissatisfied, displeased
        """
    )
)
DEGREES = frozenset(
    "particularly also still very much deeply quite rather so too fully firmly not more equally most less".split()
)
# After these the clause may stand without "that".
SURE = frozenset("confident convinced certain sure adamant hopeful optimistic positive glad worried afraid".split())
CLAUSE_BEGINNERS = frozenset("he she they it there we i you of nobody everyone everybody nothing".split())
AFTER_CONVICTIONS = frozenset({("that",), (":",), ("about",), ("with",)})
# These say what somebody holds without a clause.
STANDS = frozenset({("in", "favour"), ("in", "favor"), ("in", "agreement"), ("of", "the", "same", "mind")})

# Nouns of utterance: "in his speech", "addressing the conference".
OPENERS = frozenset(
    "speaking addressing concluding opening delivering directing instructing closing replying responding talking "
    "answering wrapping winding rounding summarising summarizing intervening chiming contributing presenting "
    "commenting elaborating turning touching referring debating sharing asked questioned interviewed pressed quizzed "
    "remarks speech speeches address statement interview briefing talks tweet instruction conclusion discussion "
    "discussions debate message post opinion view press-conference sitting closing".split()
)

# The same as phrases.
OPENING_PHRASES = (
    ("for", "his", "part"),
    ("for", "her", "part"),
    ("in", "response"),
    ("in", "reply"),
    ("on", "behalf", "of"),
    ("on", "this", "issue"),
    ("taking", "the", "floor"),
    ("on", "this", "matter"),
    ("in", "his", "turn"),
    ("in", "her", "turn"),
    ("in", "turn"),
    ("for", "their", "part"),
    ("on", "his", "part"),
    ("on", "her", "part"),
)

# What a person who only acts does: after one of these a weak cue is no speech.
ACTS = frozenset(
    "attended attends chaired chairs presented presents awarded awards visited visits handed hands offered offers "
    "received receives met meets attending awarding presenting chairing rewarded rewards visiting cut laid".split()
)

# The beginnings of the items of an announced list.
_COUNTED = (
    "first firstly",
    "second secondly",
    "third thirdly",
    "fourth fourthly",
    "fifth fifthly",
    "sixth sixthly",
    "seventh seventhly",
    "eighth eighthly",
    "ninth ninthly",
    "tenth tenthly",
)
ORDINALS = {word: number for number, words in enumerate(_COUNTED, 1) for word in words.split()} | dict.fromkeys(
    ("lastly", "finally"), 0
)

# Imperatives and directives as this genre writes them, at the beginning of a paragraph.
DIRECTIVES = frozenset(
    """
    accelerate actively advise apply arrange attach avoid boost build care clearly closely combine complete
    comprehensively
    concentrate concretise concretize conduct consolidate continue continuously control coordinate create deploy
    develop
    diversify do drastically effectively elaborate encourage enforce enhance ensure establish evaluate expand fight
    focus
    foster fully further give grasp implement improve increase innovate inspect intensify invest issue lead maintain
    make
    manage mobilise mobilize modernise modernize monitor organise organize overcome pay perfect perform persist
    persistently pilot prepare preserve prevent proactively promote promptly propose protect push put quickly raise
    rearrange reform regularly renew renovate research resolutely resolve respect restructure review select
    serve settle
    solve speed step stimulate streamline strengthen strictly strive strongly study summarise summarize supervise
    supplement support synchronously take thoroughly train uphold urgently use well work
    abolish accept achieve act adapt add adhere adjust adopt align allocate allow amend analyse analyze appoint
    approve assess assign attract be become begin bring calculate carry check choose clarify classify collect combat
    compile comply consider consult convert coordinate correct decentralise decentralize define deliver describe
    detect determine diagnose disburse discover disseminate distribute divide educate eliminate empower engage ensure
    eradicate establish examine explain exploit extend facilitate find formulate gather go grant guarantee handle
    identify inform inspect integrate introduce investigate keep know launch match merge mitigate motivate never
    nurture observe operate orient participate prioritise prioritize prolong propagate protect provide publicise
    publicize publish punish pursue recognise recognize recruit rectify reduce refuse register remember remind remove
    replace require resettle resist restore revise run safeguard save seek select separate shorten simplify speak
    stabilise stabilize submit sustain tackle teach tell think tighten transform understand unify unite upgrade urge
    utilise utilize verify withdraw
    """.split()
)

# The same words as nouns: Check dykes, but "Check points were set up".
ORDERS_OR_NOUNS = frozenset(
    """
    answer back balance base call cause check clear collect count cover cut deal delegate demand design draft finish
    form guide hand help host launch limit link look measure mend merge move need offer open order plan plant praise
    present process profit project question reach release repair report request return reward screen secure set shift
    sort stand start stop switch target test tie trace trade transfer treat trust turn update value welcome
    """.split()
)

# These are directives whatever follows them: "Focus on key tasks".
IMPERATIVES = frozenset({"focus", "continue", "concentrate"})
NO_GERUNDS = frozenset(
    "during according regarding following including concerning notwithstanding nothing everything something anything "
    "morning evening spring king being having speaking addressing concluding opening delivering directing instructing "
    "closing replying responding talking answering wrapping summarising summarizing intervening chiming commenting "
    "asking briefing meeting standing outstanding contributing".split()
)

# Words that join a paragraph to the speech before it.
CONNECTIVE_PHRASES = (
    ("at", "the", "same", "time"),
    ("along", "with"),
    ("in", "addition"),
    ("in", "particular"),
    ("in", "the", "immediate", "future"),
    ("in", "the", "coming", "time"),
    ("on", "that", "basis"),
    ("on", "the", "other", "hand"),
    ("for", "that", "reason"),
    ("to", "that", "end"),
    ("to", "do", "so"),
    ("as", "well", "as"),
    ("besides",),
    ("moreover",),
    ("furthermore",),
    ("therefore",),
    ("accordingly",),
    ("additionally",),
    ("thus",),
    ("hence",),
    ("thereby",),
)
# What a body is said to do when it is told to: takes the lead in, presides over.
ASSIGNED = frozenset(
    """
    takes take presides preside coordinates coordinate advises advise directs direct assigns assign ensures ensure
    continues continue monitors monitor organises organizes organise organize prepares prepare strengthens strengthen
    implements implement completes complete focuses focus promotes promote supervises supervise guides guide mobilises
    mobilizes mobilise mobilize arranges arrange maintains maintain improves improve operates operate decides decide
    submits submit proactively actively closely strictly resolutely urgently
    """.split()
)
PAST_FORMS = frozenset("was were had has been did took held gave made said went came".split())
DUTIES = frozenset({"must", "should", "shall"})

# Verbs of what is done at an event: a paragraph with one of these is the reporter's.
NARRATIVE = frozenset(
    """
    attended attending attend chaired presented presents awarded awards held hosted visited handed met received opened
    closed lasted took organised organized gathered convened joined adopted voted elected appointed arrived signed
    witnessed authorised authorized authorization exchanged rewarded rewards rewarding applauded
    """.split()
)
