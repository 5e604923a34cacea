"""What offices are for: the words of ministries and departments. Tables only, in lower case."""

from __future__ import annotations

FIELDS = frozenset(
    "foreign health finance defence defense interior justice education trade labour labor police agriculture "
    "transport environment industry energy information culture sports science planning home economy security "
    "construction communications tourism housing water mining fisheries forestry budget development".split()
)
# Ends of what an office is for, which no name begins with: … for Human Rights Volker Türk.
NAMES_OF_FIELDS = FIELDS | frozenset(
    "rights human affairs refugees relief humanitarian political peacebuilding operations migration disarmament women "
    "gender equality climate children exchequer opposition treasury works welfare families employment pensions power "
    "digital innovation infrastructure regional local rural maritime islands veterans neighbourhood enlargement "
    "natural resources social invalids war technology public technology services religious ethnic minorities "
    "internal external european commerce mines petroleum expenditure delivery administration procurement utilities "
    "safety protection inclusion integration youth sport research universities skills cooperation communities reform "
    "heritage arts media aviation railways roads ports food consumer corporate land lands governance revenue taxation "
    "customs borders citizenship immigration refugee nutrition sanitation irrigation livestock hydrocarbons mineral "
    "minerals wildlife elderly seniors disabilities status indigenous oceans tribal distribution".split()
)
