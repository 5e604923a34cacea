"""Persons, bodies and offices with dates, read from a file that an editor keeps beside the articles.

The file says who held which office when, which names mean the same, and, where an editor must have the last word, who
is heard in one passage.
"""

from search.authority.checking import problems_in
from search.authority.reading import read_authority
from search.authority.tables import Problem
from search.authority.values import Authority, Body, Correction, Merge, Office, Person, Split

__all__ = [
    "Authority",
    "Body",
    "Correction",
    "Merge",
    "Office",
    "Person",
    "Problem",
    "Split",
    "problems_in",
    "read_authority",
]
