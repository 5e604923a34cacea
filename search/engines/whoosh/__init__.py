"""The Whoosh engine: Whoosh's table of contents, lock and readers, over flat arrays that answer by operators.

Whoosh keeps what it is good at: which segments there are, which passages in them are deleted, one writer at a time, a
new table of contents in one step. Through its codec interface a segment is two files of our own.

Read in this order: how bytes lie (`arrays`, `terms`, `postings`, `concordance`, `frequent`, `columns`, `blocks`,
`layout`), how a segment is written (`gathering`, `writing`, `choosing`, `merging`, `writer`) and opened (`codec`,
`mapped`, `archive`, `facets`), how it answers (`hits`, `standing`, `matching`, `finding`), and what it promises
(`engine`). `reader` lets Whoosh's own searcher run on the same files; the tests hold us to it.
"""

from search.engines.whoosh.engine import branch, create, open_

__all__ = ["branch", "create", "open_"]
