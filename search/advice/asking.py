"""What a question is about: its words without the small ones that only make a sentence of it."""

from __future__ import annotations

from search.analysis import query_tokens
from search.syntax.normal import all_of
from search.tree import And, Has, Not, Term, Tree

# "to" begins a name and is left alone, as is what is written in capitals: WHO is an organisation.
_SMALL = frozenset(
    """
    who whom whose what which when where why how many much often ever
    is are was were be been do does did done has have had
    the a an any anyone anybody anything he she it they his her their there
    say says said saying tell tells told telling speak speaks spoke spoken speaking
    talk talks talked talking mention mentions mentioned mentioning
    about on of in at by for from with regarding concerning and or but
    """.split()
)
_NAME = 2  # letters of a first word that is rather a name when it begins with a capital: Do, An


def asked_about(tree: Tree) -> Tree:
    """The tree without the small words of a sentence; as it is where it has none, or nothing else that is wanted."""
    if not isinstance(tree, And):
        return tree
    kept = tuple(child for place, child in enumerate(tree.children) if not _is_small(child, first=place == 0))
    return all_of(kept) if any(not isinstance(child, Has | Not) for child in kept) else tree


def _is_small(child: Tree, *, first: bool) -> bool:
    """Whether it is such a word. Inside a sentence a capital begins a name, at its beginning it may not."""
    match child:
        case Term(word) if word.islower() or (first and word.istitle() and len(word) > _NAME):
            return _SMALL.issuperset(token.word for token in query_tokens(word))
        case _:
            return False
