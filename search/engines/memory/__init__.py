"""The memory engine: every rule of searching in plain Python, the measure of all other engines.

Read it in this order: `rows` (what is known of a passage), `finding` (what a query finds), `engine` (the promises).
"""

from search.engines.memory.engine import branch, create, open_

__all__ = ["branch", "create", "open_"]
