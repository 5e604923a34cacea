"""The whole result of a query for other programs: one file per form, one line in `EXPORTS` each."""

from __future__ import annotations

from search.exporting.csv_rows import csv_rows
from search.exporting.forms import Export, Head, Row
from search.exporting.json_lines import json_lines
from search.exporting.references import bibtex_entries, ris_records
from search.exporting.whole import Facts, export

__all__ = ["EXPORTS", "Export", "Facts", "Head", "Row", "export"]

EXPORTS: dict[str, Export] = {
    "csv": Export("CSV", "text/csv", ".csv", csv_rows),
    "jsonl": Export("JSON Lines", "application/jsonl", ".jsonl", json_lines),
    "bibtex": Export("BibTeX", "application/x-bibtex", ".bib", bibtex_entries),
    "ris": Export("RIS", "application/x-research-info-systems", ".ris", ris_records),
}
