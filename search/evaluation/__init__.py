"""How good: judged data in, measures out. Nothing here is needed to build or to search."""
