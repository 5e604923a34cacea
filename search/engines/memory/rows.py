"""The searched passages with their words and values, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from search.analysis import Place, Token, names_tokens, places_of, printed_tokens, tokens_of
from search.engines.likeness import Likeness, is_number, leaders_of, likeness_of, sketch_of
from search.engines.scoring import LENGTH_SHIFT, LENGTHS, average_length, merits, norm_of
from search.engines.spelling import distinct, key_of, spellings
from search.fields import BY_NAME, FIELDS, TEXT_FIELDS, Field
from search.model import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A searched passage. `stems` counts stems by text field; `words` and `accented` are of the text alone.

    `places` tells where the stems of the fields that find stand; `printed` and `printed_stems` where words of the raw
    text alone do. `norm` is what all its codes have in common.
    """

    passage: Passage
    stems: Mapping[str, Counter[str]]
    words: tuple[str, ...]
    places: Mapping[str, Mapping[str, list[Place]]]
    printed: Mapping[str, list[Place]]
    printed_stems: Mapping[str, list[Place]]
    accented: frozenset[str]
    values: Mapping[str, frozenset[str]]
    norm: int


@dataclass(frozen=True)
class Rows:
    """All rows, and the figures that are taken over all of them."""

    rows: tuple[Row, ...]
    spellings: Mapping[str, Mapping[str, str]]

    @cached_property
    def merits(self) -> list[float]:
        """The merit of every code among these rows."""
        classes = Counter(row.norm >> LENGTH_SHIFT for row in self.rows)
        found: list[float] = merits(average_length(classes[n] for n in range(len(LENGTHS)))).tolist()
        return found

    @cached_property
    def vocabulary(self) -> list[tuple[str, int]]:
        """Every word of a text with the number of rows that hold it, in alphabetical order."""
        return sorted(Counter(word for row in self.rows for word in set(row.words)).items())

    def spelling(self, field: Field, value: str) -> str:
        """The value as the archive spells it."""
        return self.spellings[field.name].get(key_of(field, value), value)


def reading_place(passage: Passage) -> tuple[str, str, int]:
    """Where a passage stands when everything is read from the first file to the last."""
    return passage.article.source_path, passage.article.id, passage.ordinal


def rows_of(passages: Iterable[Passage]) -> Rows:
    """Analyse the passages that may be found."""
    searched = sorted((p for p in passages if p.searched), key=reading_place)
    tokens = [tokens_of(p.text, p.repairs) for p in searched]
    plain = [f for f in FIELDS if not f.alike]
    counts = {f.name: Counter(value for p in searched for value in distinct(f, f.values(p))) for f in plain}
    spelt = {name: spellings(BY_NAME[name], held) for name, held in counts.items()}
    compared = [_likeness(passage, held) for passage, held in zip(searched, tokens, strict=True)]
    led = leaders_of((place, one, sketch_of(one)) for place, one in enumerate(compared))
    leaders = {p.id: searched[led.get(place, place)].id for place, p in enumerate(searched)}
    spelt |= {field.name: leaders for field in FIELDS if field.alike}
    return Rows(tuple(_row(p, held, spelt) for p, held in zip(searched, tokens, strict=True)), spelt)


def _likeness(passage: Passage, tokens: list[Token]) -> Likeness:
    words = [token.word for token in tokens]
    return likeness_of(passage.speakers, words, [word for word in words if is_number(word)])


def _row(passage: Passage, tokens: list[Token], spelt: Mapping[str, Mapping[str, str]]) -> Row:
    printed = printed_tokens(passage.text, passage.repairs)
    others = {f.name: names_tokens(f.text(passage)) for f in TEXT_FIELDS if f.name != "text"}
    analysed = {"text": tokens, **others}
    return Row(
        passage=passage,
        stems={name: Counter(t.stem for t in held) for name, held in analysed.items()},
        words=tuple(t.word for t in tokens),
        places={f.name: places_of(analysed[f.name], "stem") for f in TEXT_FIELDS if f.finds},
        printed=places_of(printed, "word"),
        printed_stems=places_of(printed, "stem"),
        accented=frozenset(t.accented for t in tokens if t.accented),
        values={f.name: frozenset(spelt[f.name][key_of(f, v)] for v in f.values(passage)) for f in FIELDS},
        norm=norm_of(len(tokens), passage.kind),
    )
