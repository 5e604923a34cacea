"""Trees in normal form: groups are flat, hold each child once and at least two, and nothing is negated twice."""

from __future__ import annotations

from collections.abc import Iterable

from search.tree import And, Everything, Not, Or, Tree


def all_of(children: Iterable[Tree]) -> Tree:
    """Every child matches. Of no children: everything."""
    flat: dict[Tree, None] = {}
    for child in children:
        match child:
            case And(inner):
                flat.update(dict.fromkeys(inner))
            case Everything():
                pass
            case _:
                flat[child] = None
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat), Everything())


def any_of(children: Iterable[Tree]) -> Tree:
    """One child or more matches. A child that says nothing is passed over; of no children: everything."""
    flat: dict[Tree, None] = {}
    for child in children:
        match child:
            case Or(inner):
                flat.update(dict.fromkeys(inner))
            case Everything():
                pass
            case _:
                flat[child] = None
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat), Everything())


def negated(child: Tree) -> Tree:
    """What does not match. Nothing said, nothing refused."""
    match child:
        case Not(inner):
            return inner
        case Everything():
            return child
        case _:
            return Not(child)
