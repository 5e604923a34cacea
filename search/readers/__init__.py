"""Bytes to articles: one file per input format."""
