"""Every address of the site, made in one place, so that pages can be built without a request."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from search import Query, article_key
from webapp.params import args_of, query_string

PORTRAITS = {  # the page of a value: where it is, and what it is called
    "organisation": ("bodies", "body"),
    "speaker_body": ("bodies", "body"),
    "speaker": ("speakers", "speaker"),
    "person": ("speakers", "person"),
    "document": ("documents", "document"),
}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses under `root`, the path the site is mounted at (empty at the top of a host)."""

    root: str = ""

    def front(self) -> str:
        """The page that says what the archive holds."""
        return f"{self.root}/"

    def search(self, query: Query) -> str:
        """The result of a query."""
        return f"{self.root}/search{query_string(args_of(query))}"

    def browse(self, facet: str, query: Query, *, find: str = "", by_name: bool = False, page: int = 1) -> str:
        """Every value of a facet, counted within a query: those that hold `find`, the most frequent or A to Z first."""
        listed = (("find", find) if find else None, ("order", "name") if by_name else None)
        args = (*args_of(query.on_page(page)), *filter(None, listed))
        return f"{self.root}/browse/{quote(facet, safe='')}{query_string(args)}"

    def table(self, query: Query, *, rates: bool = False, rows: int | None = None) -> str:
        """Who is heard when, within a query: counts, or rates per 1,000 passages."""
        shown = (*((("rates", "1"),) if rates else ()), *((("rows", str(rows)),) if rows else ()))
        return f"{self.root}/table{query_string((*args_of(query.on_page(1)), *shown))}"

    def about(self, facet: str, value: str | None) -> str | None:
        """The page of a body, a speaker or a document; other values have none."""
        if value is None or facet not in PORTRAITS:
            return None
        return f"{self.root}/{PORTRAITS[facet][0]}/{quote(value, safe='')}"

    def article(self, article_id: str, text: str = "", number: int | None = None) -> str:
        """An article, with the words of `text` marked, at the passage with this number."""
        return f"{self.root}/articles/{quote(article_key(article_id), safe='')}{_marking(text)}{_at(number)}"

    def passage(self, passage_id: str, text: str = "", number: int | None = None, words: str = "") -> str:
        """One passage inside its article; `words` is a directive of `webapp.fragments`."""
        end = _at(number) or ("#" if words else "")
        return f"{self.root}/p/{quote(passage_id, safe='')}{_marking(text)}{end}{words}"

    def became(self, was: str, passage_id: str, text: str, number: int) -> str:
        """The passage that an older one became, told that it is wanted for that one."""
        asked = query_string(((("q", text),) if text else ()) + (("was", was),))
        return f"{self.root}/p/{quote(passage_id, safe='')}{asked}{_at(number)}"

    def context(self, passage_id: str, text: str = "") -> str:
        """The passages around one passage, to be shown in place."""
        return f"{self.root}/p/{quote(passage_id, safe='')}/context{_marking(text)}"

    def feed(self, query: Query) -> str:
        """The newest passages that answer a query, as a feed."""
        return f"{self.root}/feed.atom{query_string(args_of(query.on_page(1)))}"

    def export(self, query: Query, form: str) -> str:
        """The whole result of a query as a file."""
        return f"{self.root}/export/{quote(form, safe='')}{query_string(args_of(query.on_page(1)))}"

    def cite(self, passage_id: str) -> str:
        """One passage in every form of citation."""
        return f"{self.root}/p/{quote(passage_id, safe='')}/cite"

    def citation(self, passage_id: str, form: str) -> str:
        """One passage in one form of citation, as a file."""
        return f"{self.cite(passage_id)}/{quote(form, safe='')}"


def number_of(ordinal: int) -> int:
    """The number a reader sees beside a passage: the first is 1."""
    return ordinal + 1


def _marking(text: str) -> str:
    return query_string((("q", text),)) if text else ""


def _at(number: int | None) -> str:
    return "" if number is None else f"#n{number}"
