"""Live examples of the query language, made from the words of the archive and counted by it."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest

from search import Deadline, Query, SearchEngine
from webapp.front import cited
from webapp.links import Links
from webapp.pages import Offer

_LETTERS = 6  # shorter words are mostly grammar
_STEM = 5  # letters of a prefix example


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing the box understands: how it is written, what it does, and an example with its count."""

    form: str
    meaning: str
    example: Offer | None


def lessons_of(engine: SearchEngine, deadline: Deadline, links: Links) -> tuple[Lesson, ...]:
    """The query language, one lesson each; an example that finds nothing here is left out."""
    first, second, third = _words(engine)
    statistics = engine.statistics()
    values = {c.name: next((v.value for v in c.values if v.value), "") for c in statistics.facets}
    speaker, year = values.get("speaker", ""), values.get("year", "")
    document = code.value or "" if (code := cited(statistics)) else ""
    body = values.get("organisation", "")

    def lesson(form: str, meaning: str, text: str) -> Lesson:
        if not text or '""' in text or text.endswith(":"):
            return Lesson(form, meaning, None)
        total = engine.search(Query(text, page_size=1), deadline, facets=()).total
        return Lesson(form, meaning, Offer(text, links.search(Query(text)), total) if total else None)

    return (
        lesson(
            "several words",
            "all of them, in any order and any inflection; accents may be left out",
            _both(first, second),
        ),
        lesson('"some words"', "exactly these words, one after the other", f'"{body}"' if body else ""),
        lesson("one OR other", "at least one of them", f"{first} OR {third}" if third else ""),
        lesson("-word", "not this word; NOT in front of it means the same", f"{first} -{second}" if second else ""),
        lesson("(a OR b) c", "brackets group", f"({first} OR {second}) {third}" if third else ""),
        lesson("begin*", "words that begin so, from three letters on", f"{first[:_STEM]}*" if first else ""),
        lesson("21-KL/TW", "a document's number, also with blanks in place of the signs", document),
        lesson(
            'speaker:"A Name"',
            "said by this person; speaker:none where nobody is named",
            f'speaker:"{speaker}"' if speaker else "",
        ),
        lesson('organisation:"A Body"', "where this body is named", f'organisation:"{body}"' if body else ""),
        lesson(
            "year:2022..2024",
            "of these years, either end may be open; year:none is undated",
            f"year:{year}" if year else "",
        ),
        lesson("kind:caption", "only captions; also title, heading and body", "kind:caption"),
        lesson(
            '-speaker:"A Name"',
            "any of these turned round",
            f'-speaker:"{speaker}" {first}' if speaker and first else "",
        ),
    )


def _words(engine: SearchEngine) -> tuple[str, str, str]:
    """Three frequent words of some length."""
    long = (pair for pair in engine.vocabulary() if len(pair[0]) >= _LETTERS and pair[0].isalpha())
    found = [word for word, _ in nlargest(3, long, key=lambda pair: (pair[1], pair[0]))]
    first, second, third = (*found, "", "", "")[:3]
    return first, second, third


def _both(first: str, second: str) -> str:
    return f"{first} {second}" if first and second else first
