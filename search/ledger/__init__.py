"""The ledger: every passage ever published, so that an old link leads to its words, or tells that they are gone.

`follow` brings it up to a generation, `fate_of` says what became of a passage. What is remembered of a passage is a
`Trace`: enough to compare its words, not the words themselves.
"""
