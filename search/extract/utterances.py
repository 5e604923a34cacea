"""Nouns of what is said: what is given, had or ended with, and whose view is told. Tables only, in lower case."""

from __future__ import annotations

# What somebody gives, raises or makes.
UTTERANCES = frozenset(
    """
    account accounts advice alarm apology apologies appeal appeals appreciation argument arguments assessment
    assessments assurance assurances belief call caution clarification clarifications comment comments commitment
    commitments comparison comparisons complaint complaints concern concerns condolences confidence conclusion
    conclusions criticism criticisms delight desire desires detail details determination difficulties difficulty
    disagreement disappointment dissatisfaction doubt doubts evidence example examples experience experiences
    explanation explanations fear fears figures glimpse gratitude guidance hint hints hope hopes idea ideas
    information insight insights instructions lesson lessons objection objections observation observations opinion
    opinions orientation orientations outline overview picture plea point portrait points praise pride promise
    promises proposal proposals question questions reason reasons recommendation recommendations regret regrets
    reminder request requests reservations reservation satisfaction scepticism skepticism solution solutions
    suggestion suggestions summary support surprise suspicion suspicions sympathy thanks thought thoughts
    understanding update view viewpoint viewpoints views warning warnings willingness wish wishes worry worries notice
    demand demands breakdown rundown analysis pledge pledges denial frustration anger grievance grievances dismay
    regards case note directions verdict greetings congratulations sympathies
    """.split()
)
# What somebody sets others to do.
TASKS = frozenset(
    """
    task tasks requirement requirements target targets deadline deadlines goal goals priority priorities condition
    conditions principle principles direction directions demand demands objective objectives benchmark benchmarks
    mission missions duties test ultimatum rule rules
    """.split()
)
# What somebody has for others, or ends with.
WORDS_FOR = frozenset(
    """
    warning warnings word words message request requests proposal proposals suggestion suggestions
    recommendation recommendations reminder advice praise criticism doubt doubts objection objections explanation
    complaint complaints answer plea appeal call wish thanks promise pledge reservations qualms remark remarks
    comparison verdict regrets condolences
    """.split()
)

# Things whose words are not said by whoever has them: a banner, a title, a poem.
INSCRIBED = frozenset(
    """
    banner banners sign signs placard placards poster posters plaque shirt shirts t-shirt cap flag slogan slogans song
    songs poem poems verse verses theme themes title titles name names session sessions topic topics film book books
    programme program project projects model models movement movements campaign campaigns emulation contest exhibition
    inscription calligraphy award awards prize certificate medal category wore wears bore bearing wearing named
    titled entitled
    """.split()
)

# What stands after "X's" in "in X's view", by the preposition before X.
VIEWS_AFTER: dict[str, frozenset[str]] = {
    "in": frozenset(
        "view opinion words eyes judgement judgment assessment estimation reading telling phrase formulation account "
        "experience".split()
    ),
    "to": frozenset({"mind", "thinking", "knowledge"}),
    "by": frozenset("account reckoning estimate estimates calculation calculations admission telling".split()),
    "on": frozenset({"account", "reading", "view", "estimate"}),
    "from": frozenset("perspective viewpoint standpoint angle experience vantage".split()),
}
# Nouns whose content a clause gives: X's view is that; X's warning that.
CLAIMS = frozenset(
    """
    view opinion message advice answer reply response hope wish proposal suggestion request demand recommendation
    position conclusion argument point warning appeal plea stance belief conviction assessment verdict reminder
    explanation promise pledge contention instruction order guess fear concern worry claim assertion insistence
    statement observation remark comment complaint criticism admission prediction denial estimate theory reasoning
    impression preference objection word words motto reminder testimony assurance call prescription diagnosis
    rejoinder retort request question speech address remarks
    """.split()
)
# Of these, what is to be done: X's advice was to wait.
COUNSELS = frozenset(
    "advice proposal suggestion request demand recommendation appeal plea instruction order hope wish call preference "
    "answer message pledge promise prescription".split()
)
# What is said of a message before it is given: "was clear:", "was a simple one:".
PLAIN = frozenset("clear simple blunt plain brief short straightforward unequivocal firm stark terse the this".split())
