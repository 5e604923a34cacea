"""Plain and quoted words of a query to leaves."""

from __future__ import annotations

import re

from search.analysis import Token, query_tokens
from search.limits import PHRASE_SAME_WORD, PHRASE_WORDS, PREFIX_LETTERS
from search.results import Interpretation, Status
from search.syntax.lexeme import OPERATORS, Leaf, Lexeme, Sign, ignored
from search.tree import Phrase, Prefix, Term

_CHUNK = re.compile(r"\S+")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{2,}")
_HYPHEN = re.compile("[-\u2010\u2011]")
_AFTER_STAR = ".,;:!?*"


def word_chunks(run: str, notes: list[Interpretation]) -> list[list[Lexeme]]:
    """The leaves of unquoted words, one list for each stretch between blanks: `self-evolution tax` gives two.

    The run is read as a whole, because the number of a document may be typed with blanks.
    """
    tokens = query_tokens(run)
    chunks: list[list[Lexeme]] = []
    for chunk in _CHUNK.finditer(run):
        own = [token for token in tokens if chunk.start() <= token.span.start < chunk.end()]
        leaves = _leaves(run, chunk, own, notes)
        if leaves:
            chunks.append([Lexeme(Sign.LEAF, chunk[0], leaf) for leaf in leaves])
    return chunks


def phrase_leaves(text: str, inside: str, notes: list[Interpretation]) -> list[Lexeme]:
    """The words between quotation marks as one phrase, or as several where it is too long for one."""
    tokens = query_tokens(inside)
    if not tokens:
        notes.append(ignored(text, "there is no word between these quotation marks"))
    if "*" in inside:
        notes.append(ignored("*", "a star does not work between quotation marks"))
    parts = _parts([(_written(inside, token), token.word) for token in tokens])
    if len(parts) > 1:
        reason = (
            f"searched in {len(parts)} parts: a phrase holds at most {PHRASE_WORDS} words, "
            f"and no word more than {PHRASE_SAME_WORD} times"
        )
        notes.append(Interpretation(text, Status.APPLIED, reason))
    return [Lexeme(Sign.LEAF, text, Phrase(part)) for part in parts]


def _leaves(run: str, chunk: re.Match[str], tokens: list[Token], notes: list[Interpretation]) -> list[Leaf]:
    written = [_written(run, token) for token in tokens]
    if len(tokens) > 1 and _IDEOGRAPHS.fullmatch("".join(written)):
        return [Phrase(part) for part in _parts([(word, word) for word in written])]
    if "*" not in chunk[0]:
        return _terms(run, tokens)
    end = tokens[-1].span.end if tokens else chunk.start()
    starred = bool(tokens) and run[end : end + 1] == "*" and not run[end : chunk.end()].strip(_AFTER_STAR)
    if not starred or run.count("*", chunk.start(), end):
        notes.append(ignored(chunk[0], "a star works only at the end of a word: organis*"))
    leaves = _terms(run, tokens[:-1] if starred else tokens)
    if starred:
        if len(tokens[-1].word) >= PREFIX_LETTERS:
            leaves.append(Prefix(written[-1]))
        else:
            notes.append(ignored(f"{written[-1]}*", f"a star needs at least {PREFIX_LETTERS} letters before it"))
    return leaves


def _terms(run: str, tokens: list[Token]) -> list[Leaf]:
    """A word each; what hyphens join is one, `self-evolution`, within the limits on phrases."""
    groups: list[list[Token]] = []
    for token in tokens:
        joined = bool(groups) and _HYPHEN.fullmatch(run[groups[-1][-1].span.end : token.span.start])
        if joined and _joins([*groups[-1], token], run):
            groups[-1].append(token)
        else:
            groups.append([token])
    return [Term(_hyphenated(group, run)) for group in groups]


def _joins(tokens: list[Token], run: str) -> bool:
    """Whether the words, joined, are read as the same words again, and are not too many to be looked for together."""
    words = [token.word for token in tokens]
    read = [token.word for token in query_tokens(_hyphenated(tokens, run))]
    return read == words and len(_parts([(word, word) for word in words])) == 1


def _hyphenated(tokens: list[Token], run: str) -> str:
    return "-".join(_written(run, token) for token in tokens)


def _written(text: str, token: Token) -> str:
    """The token as typed; operators in lower case, numbers of documents without blanks."""
    written = token.span.of(text)
    if written in OPERATORS:
        return written.lower()
    parts = written.split()
    return written if len(parts) == 1 else _code(re.findall(r"\w+", written))


def _code(parts: list[str]) -> str:
    """A document's number as it is printed: `21-KL/TW`, and with a year `38/2019/ND-CP`."""
    *number, kind, issuer = parts
    return f"{number[0]}-{kind}/{issuer}" if len(number) == 1 else f"{'/'.join(number)}/{kind}-{issuer}"


def _parts(words: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The words as typed, divided where the next one would pass a limit on phrases."""
    parts: list[list[tuple[str, str]]] = []
    for typed, word in words:
        last = parts[-1] if parts else []
        same = sum(word == other for _, other in last)
        if not parts or len(last) == PHRASE_WORDS or same == PHRASE_SAME_WORD:
            parts.append([])
        parts[-1].append((typed, word))
    return [tuple(typed for typed, _ in part) for part in parts]
