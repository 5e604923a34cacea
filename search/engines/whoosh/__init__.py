"""The Whoosh engine: Whoosh keeps, locks and merges the index; matching, scores and facets are our own, over arrays.

Read it in this order: `schema` (what is written), `columns` and `postings` (what is read back), `finding` (what a
query finds), `engine` (the promises).
"""

from search.engines.whoosh.engine import branch, create, open_

__all__ = ["branch", "create", "open_"]
