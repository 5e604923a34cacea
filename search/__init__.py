"""Whosaid, the library: who said what, when, and for which body. Knows nothing of the web."""
