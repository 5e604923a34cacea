"""Query text to lexemes, within the limits. What is left out is noted with the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from search.analysis import query_tokens
from search.errors import QuerySyntaxError
from search.limits import QUERY_CHARACTERS, QUERY_CLAUSES, QUERY_DEPTH, QUERY_WORDS
from search.results import Interpretation, Status
from search.syntax.lexeme import CLOSE, OPEN, OPERATORS, Leaf, Lexeme, Sign, group_of, ignored
from search.syntax.spelling import QUOTES
from search.syntax.values import bare_value, field_name, quoted_value, remark_on
from search.syntax.words import phrase_leaves, word_chunks
from search.tree import Has, Phrase, Prefix, Term

# Every character of a text belongs to exactly one piece, so reading takes one pass.
_PIECE = re.compile(
    rf"""(?P<blank>\s+)
    |(?P<open>\()
    |(?P<close>\))
    |[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]
    |(?P<stray>[{QUOTES}])
    |(?P<operator>AND|OR|NOT)(?![^\s(){QUOTES}])
    |(?P<minus>(?<![^\s(])-(?=[^\s)-]))
    |(?P<name>[A-Za-z_]{{1,30}}):
        (?:[{QUOTES}](?P<value>(?:[^{QUOTES}\\]|\\.)*)(?:[{QUOTES}]|\Z)|(?P<bare>[^\s(){QUOTES}]+))?
    |(?P<plain>[^\s(){QUOTES}]+)""",
    re.VERBOSE | re.DOTALL,
)
_PLAIN = re.compile(rf"(?P<plain>[^\s(){QUOTES}]+)")
_SIGNS = {"(": OPEN, ")": CLOSE, "-": Lexeme(Sign.NOT, "-")} | {w: Lexeme(s, w) for w, s in OPERATORS.items()}
_SHOWN = 60  # characters of a long part that is read back


def lex(text: str, fields: Collection[str]) -> tuple[list[Lexeme], list[Interpretation]]:
    """The lexemes of a text of any length, brackets balanced, and the notes on what was left out."""
    notes: list[Interpretation] = []
    lexemes = _within_limits(_lexemes(_cut(text, notes), fields, notes), notes)
    balanced = _balanced(lexemes, notes)
    if text.strip() and not balanced and not notes:
        notes.append(ignored(text.strip(), "there is no word in it"))
    return balanced, notes


def _cut(text: str, notes: list[Interpretation]) -> str:
    if len(text) <= QUERY_CHARACTERS:
        return text
    head = text[: QUERY_CHARACTERS + 1].rsplit(maxsplit=1)
    kept = head[0] if len(head) > 1 else text[:QUERY_CHARACTERS]
    notes.append(ignored(_shown(text[len(kept) :].strip()), f"a query holds at most {QUERY_CHARACTERS} characters"))
    return kept


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _lexemes(text: str, fields: Collection[str], notes: list[Interpretation]) -> Iterator[Lexeme]:
    start = end = at = 0  # start..end: the plain words before `at`, read together
    refused = False  # a NOT or minus stands before them
    while at < len(text):
        piece = _piece(text, at, fields, notes)
        kind, at = piece.lastgroup, piece.end()
        if kind == "blank":
            continue
        if kind == "plain":
            start, end = (start if start < end else piece.start()), at
            continue
        yield from _words(text[start:end], notes, refused=refused)
        start = end = at
        signs = _signs(piece, notes)
        if refused:
            signs = group_of(signs)
        yield from signs
        refused = signs[-1].sign is Sign.NOT if signs else refused
    yield from _words(text[start:end], notes, refused=refused)


def _piece(text: str, at: int, fields: Collection[str], notes: list[Interpretation]) -> re.Match[str]:
    piece = _PIECE.match(text, at)
    if piece is not None and piece["name"] is not None:
        known = field_name(piece["name"]) in fields
        empty = piece["value"] is None and piece["bare"] is None
        if known and not (empty and piece.end() < len(text)):
            return piece
        if not (known or empty or (piece["bare"] or "").startswith("//")):  # "Note: …" and "https://…" are plain text
            reason = f"there is no field {piece['name']}, so it was read as words; fields are {', '.join(fields)}"
            notes.append(ignored(_shown(piece[0]), reason))
        piece = _PLAIN.match(text, at)
    if piece is None:
        msg = f"no piece of a query starts at {at}"  # the alternatives cover every character
        raise AssertionError(msg)
    return piece


def _words(run: str, notes: list[Interpretation], *, refused: bool) -> list[Lexeme]:
    """Plain words. A NOT before them refuses the first stretch as a whole: `-self-evolution`."""
    chunks = word_chunks(run, notes)
    if refused and chunks:
        chunks[0] = group_of(chunks[0])
    return [lexeme for chunk in chunks for lexeme in chunk]


def _signs(piece: re.Match[str], notes: list[Interpretation]) -> list[Lexeme]:
    written = piece[0]
    match piece.lastgroup:
        case "quoted":
            return phrase_leaves(written, piece["quoted"], notes)
        case "stray":
            notes.append(ignored(written, "the quotation mark has no partner; what follows was read as words"))
            return []
        case "name" | "value" | "bare":
            return _field(piece, notes)
        case _:
            return [_SIGNS[written]]


def _field(piece: re.Match[str], notes: list[Interpretation]) -> list[Lexeme]:
    facet = field_name(piece["name"])
    try:
        value = piece["value"]
        has = bare_value(facet, piece["bare"] or "") if value is None else quoted_value(facet, value)
    except QuerySyntaxError as problem:
        notes.append(ignored(piece[0], str(problem)))
        return []
    if value is not None and piece.end("value") == piece.end():
        notes.append(
            ignored(piece[0][len(piece["name"]) + 1], "the quotation mark has no partner; the value goes to the end")
        )
    if remark := remark_on(has):
        notes.append(Interpretation(piece[0], Status.APPLIED, remark))
    return [Lexeme(Sign.LEAF, piece[0], has)]


def _within_limits(lexemes: Iterator[Lexeme], notes: list[Interpretation]) -> Iterator[Lexeme]:
    words = clauses = 0
    dropped: list[str] = []
    for lexeme in lexemes:
        leaf = lexeme.leaf
        if leaf is None:
            yield lexeme
            continue
        weight = _words_in(leaf)
        if words + weight > QUERY_WORDS or clauses == QUERY_CLAUSES:
            dropped.append(lexeme.text)
            continue
        words, clauses = words + weight, clauses + 1
        yield lexeme
    if dropped:
        reason = f"a query holds at most {QUERY_WORDS} words and {QUERY_CLAUSES} parts"
        notes.append(ignored(_shown(" ".join(dict.fromkeys(dropped))), reason))


def _words_in(leaf: Leaf) -> int:
    match leaf:
        case Has():
            return 0
        case Phrase(words):
            return len(words)
        case Term(word):
            return max(1, len(query_tokens(word)))
        case Prefix():
            return 1


def _balanced(lexemes: Iterator[Lexeme], notes: list[Interpretation]) -> list[Lexeme]:
    """Every bracket with its partner, none nested too deep."""
    balanced: list[Lexeme] = []
    depth = 0  # of all open brackets, those dropped for depth too
    for lexeme in lexemes:
        if lexeme.sign is Sign.OPEN:
            depth += 1
            if depth > QUERY_DEPTH:
                notes.append(ignored("(", f"brackets stand in each other at most {QUERY_DEPTH} deep"))
                continue
        elif lexeme.sign is Sign.CLOSE:
            if depth == 0:
                notes.append(ignored(")", "the bracket was never opened"))
                continue
            depth -= 1
            if depth >= QUERY_DEPTH:
                continue
        balanced.append(lexeme)
    if depth:
        notes.append(ignored("(", "the bracket was never closed; the group was read to the end"))
        balanced.extend([CLOSE] * min(depth, QUERY_DEPTH))
    return balanced
