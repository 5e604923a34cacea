"""British and American spellings: what becomes one, and what must not."""

from __future__ import annotations

import pytest

from search.analysis.variants import unify

PAIRS = """
    organisation organization, organisational organizational, organised organized, emphasise emphasize,
    emphasising emphasizing, modernisation modernization, recognises recognizes, realisable realizable,
    utilise utilize, industrialised industrialized, criticise criticize, mobilisation mobilization,
    analyse analyze, paralysed paralyzed, labour labor, labourers laborers, colour color, coloured colored,
    favourable favorable, unfavourable unfavorable, honour honor, dishonoured dishonored, neighbouring neighboring,
    neighbourhood neighborhood, behaviour behavior, behavioural behavioral, endeavours endeavors, harbour harbor,
    rumours rumors, vigour vigor, favourite favorite, humour humor, saviour savior, misdemeanour misdemeanor,
    centre center, centres centers, centred centered, theatre theater, metres meters, kilometre kilometer,
    litre liter, fibre fiber, calibre caliber, sombre somber, manoeuvre maneuver, epicentre epicenter,
    defence defense, offences offenses, pretence pretense, licence license, practise practice, programme program,
    programmes programs, travelling traveling, traveller traveler, cancelled canceled, counsellor counselor,
    councillor councilor, labelled labeled, levelled leveled, modelling modeling, signalled signaled,
    fuelled fueled, marvellous marvelous, fulfil fulfill, enrol enroll, enrolment enrollment, instalment installment,
    skilful skillful, catalogue catalog, dialogue dialog, grey gray, judgement judgment, ageing aging,
    sceptical skeptical, aluminium aluminum, plough plow, archaeology archeology, paediatric pediatric,
    adviser advisor, enquiry inquiry, towards toward, artefact artifact, jewellery jewelry, mould mold
"""

UNTOUCHED = """
    advise exercise promise otherwise enterprise supervise surprise compromise comprise revise devise improvise
    franchise merchandise premise expertise precise concise raise praise rise wise noise cruise bruise
    size sizes sized sizing resize downsizing capsized oversized prize prized seize seized maize citizen horizon
    assize assizes four our hour tour contour pour flour sour your detour for nor minor major senior error author
    doctor sector factor actor terror mirror governor laboratory elaborate laborious coloration honorary humorous
    vigorous colorado favor1 labourious corridor harborage2 tenor motor donor labs
    member number under over consider order enter center3 tender tiger later water matter letter meterology
    travels cancel council level model signal totally equality initially modelo excelled compelling controlled
    dialect catalyst catalysis analysis parallel intellect license advice device office practical programming
    programmed programmer fiberglass enterprises better meeting lit lute cent fib met theatrical
"""


@pytest.mark.parametrize("pair", [pair.split() for pair in PAIRS.replace("\n", " ").split(",")])
def test_two_spellings_of_a_word_become_one(pair: list[str]) -> None:
    british, american = pair
    assert unify(british) == unify(american)


@pytest.mark.parametrize("word", UNTOUCHED.split())
def test_a_word_with_one_spelling_stays_as_it_is(word: str) -> None:
    assert unify(word) == word


@pytest.mark.parametrize("word", f"{PAIRS.replace(',', ' ')} {UNTOUCHED}".split())
def test_the_common_form_is_its_own_common_form(word: str) -> None:
    assert unify(unify(word)) == unify(word)
