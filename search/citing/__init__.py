"""A passage as others cite it: one file per form. `CITATIONS` names them in the order they are offered."""

from __future__ import annotations

from search.citing.bibtex import bibtex
from search.citing.csl import csl
from search.citing.forms import Citation
from search.citing.plain import plain, quotation
from search.citing.reference import Reference, reference_of
from search.citing.ris import ris
from search.citing.web_metadata import Metadata, metadata_of

__all__ = ["CITATIONS", "Citation", "Metadata", "Reference", "metadata_of", "reference_of"]

CITATIONS: dict[str, Citation] = {
    "quotation": Citation("Quotation", "text/plain", ".txt", quotation),
    "plain": Citation("Citation", "text/plain", ".txt", plain),
    "bibtex": Citation("BibTeX", "application/x-bibtex", ".bib", bibtex),
    "ris": Citation("RIS", "application/x-research-info-systems", ".ris", ris),
    "csl": Citation("CSL-JSON", "application/vnd.citationstyles.csl+json", ".json", csl),
}
