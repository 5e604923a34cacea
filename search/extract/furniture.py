"""Lines that are no reporting: page furniture, source lines and lone datelines, told by their shape alone."""

from __future__ import annotations

import re

from search.extract.agencies import AGENCY, FULL_NAME
from search.extract.bylines import is_byline, is_contact
from search.extract.date_lines import day_of_line, is_signed_date
from search.extract.datelines import dateline_of
from search.model import Kind

_LONGEST = 300  # characters: longer lines are text, whatever they look like
_LONGEST_STRIP_PART = 25
_STRIP_PARTS = 3
_ORNAMENTS = " \u00a0*•|·>»-–—:.!\"“”'"

_WORDS = frozenset(
    "ads advertisement advertising advertisements back bookmark close comment comments contact copy email end"
    " facebook follow home like linkedin listen login menu messenger more newsletter next pinterest"
    " popular previous print privacy related reply reset save search send share sitemap sponsored"
    " subscribe tags top topics trending tweet twitter whatsapp youtube zalo".split()
)
_PHRASES = frozenset(
    (
        "add comment", "all comments", "back to top", "be the first to comment", "copy link", "cookie policy",
        "follow us", "font size", "text size", "for immediate release", "for information only",
        "check against delivery", "as delivered", "go to top", "have your say", "latest news", "leave a comment",
        "leave a reply", "load more", "log in", "sign in", "sign up", "more news", "more on this topic",
        "more stories", "most popular", "most read", "most viewed", "no comments", "no comments yet", "no tags",
        "other news", "photo gallery", "post a comment", "print this page", "privacy policy", "read also",
        "read more", "recommended for you", "related articles", "related news", "related posts",
        "related stories", "see also", "see more", "send feedback", "send to a friend", "share on facebook",
        "share on twitter", "share this", "share this article", "share this page", "share this post", "show more",
        "skip to content", "skip to main content", "terms of use", "top stories", "view all", "view more",
        "you may also like", "you might also like", "your comment", "hot news", "news in category", "read next",
        "adjust font size", "add your comments", "go to forum",
        "continue reading", "the end", "toggle navigation", "click to enlarge", "view larger image",
    )
)  # fmt: skip
_BOILERPLATE = re.compile(
    r"""
    date[ ]\d{4}-\d{2}-\d{2}
    | (?:\|?\s{0,4}!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)\s{0,4}\|?)
    | (?:(?:add|post|leave|view|all|show)\s)?(?:a\s)?comments?\s{0,3}:?\s{0,3}\(?\d{0,6}\)?
    | \d{1,6}\s(?:comments?|views?|shares?|likes?|replies|reads?)
    | (?:tags?|topics?|keywords?|related(?:\s(?:news|stories|articles|posts))?|read\s(?:more|also|next)
       |see\s(?:also|more)|follow\sus|share|(?:last\s)?updated?|published|posted|release\sdate|views?|hotline|tel|phone|fax|e-?mail|isbn|issn
       |copyright|recommended|more\sstories|filed\sunder|categor(?:y|ies)|section|newsletter|read\stime)
      (?:\s(?:on|at|by|in))?\s{0,2}[:|].{0,200}
    | (?:copyright\s)?(?:©.{0,200}|\(c\)\s(?:19|20)\d\d\b.{0,100})
    | .{0,80}\ball\srights\sreserved\b.{0,60}
    | .{0,40}\bnot\san\sofficial\s(?:document|record)\b.{0,20}
    | (?:follow|like|find|join)\s[\w\s.'’]{1,30}\son\s[\w\s,&/'’-]{2,80}[.!:]?
    | (?:subscribe|sign\sup)\s(?:to|for)\s[^.!?]{2,80}[.!]?
    | (?:click|tap)\s(?:here|on)\b[^.!?]{0,80}[.!]?
    | (?:download|get)\s[^.!?]{2,40}\sapp\b[^.!?]{0,40}[.!]?
    | (?:official|verbatim|stenographic|summary|provisional|uncorrected|corrected)\s(?:report|record|transcript)s?
      (?:\s(?:of\s(?:the\s)?(?:debates|proceedings)))?(?:\s?\([\w\s]{1,30}\))?
    | hansard(?:\s\([\w\s]{1,30}\))?
    | (?:(?:state\shouse|media|press|news)\s){1,2}(?:release|statement|advisory)s?
    | \d{1,3}
    | [.@\#\w][\w\s.,:()@\#-]{0,80}\{ | [^{}]{0,80}\}
    | hinh\sanh\s\d{1,2}
    | \(?(?:\d{1,3}|an?|one)\s(?:years?|months?|weeks?|days?|hours?|minutes?|mins?)
      (?:,\s\d{1,2}\s(?:months?|weeks?|days?|hours?))?\sago\)?
    | (?:-\s){1,3}\w{2,20}(?:\s-){1,5}(?:\s\w{2,20})?
    | (?:full\sdebate|department):\s.{1,80}
    | (?:read\s(?:the\s)?(?:full\s)?(?:debate|hansard|text)(?:\stext)?[\s,|]{0,3}){1,3}
    | \d{1,3}\s?min(?:ute)?s?\sread
    | (?:https?://|www\.)\S{1,250}
    | [\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_LINKS = re.compile(r"\s{0,3}[|»>•/·,]\s{0,3}|\s{1,4}")
_REFERENCE = re.compile(r"[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.]{0,8}){1,4}")
_CREDIT = re.compile(
    rf"""
    (?i:sources?|nguồn|news\ssource|credits?)\s{{0,2}}:\s{{0,2}}\S.{{0,250}}
    | \((?:Reporting|Additional\sreporting|Writing|Editing|Compiled|Translated)\sby\b.{{1,250}}\)
    | {FULL_NAME}
    | [\s—–(\[/-]{{0,4}}{AGENCY}(?:\s?[/,-]\s?{AGENCY}){{0,2}}[)\]]?(?:\.|\./\.)?
    | (?:By|BY|by)\s[A-ZÀ-ỸĐ][\w.'’-]{{0,20}}(?:\s[A-ZÀ-ỸĐ][\w.'’-]{{0,20}}){{0,4}}
    | (?i:(?:reported|written|compiled|translated|edited|photographed)\sby|reporters?|authors?|editors?|translators?
       |story|text|photos?|ảnh|words|by)(?:\s{{0,2}}:\s{{0,2}}|\s)(?-i:[A-ZÀ-ỸĐ][\w.'’-]{{0,20}}
       (?:[\s,/&-]{{1,3}}(?:[A-ZÀ-ỸĐ][\w.'’-]{{0,20}}|and|of|the)){{0,6}})
    """,
    re.VERBOSE,
)


def furniture(text: str) -> Kind | None:
    """Boilerplate, credit or dateline by shape; None for everything that may be reporting."""
    if len(text) > _LONGEST:
        return None
    if _is_boilerplate(text):
        return Kind.BOILERPLATE
    if day_of_line(text) is not None:
        return Kind.DATELINE if is_signed_date(text) else Kind.BOILERPLATE
    if _CREDIT.fullmatch(text) or is_byline(text):
        return Kind.CREDIT
    if is_contact(text):
        return Kind.BOILERPLATE
    line = dateline_of(text)
    return Kind.DATELINE if line is not None and line.end == len(text) else None


def _is_boilerplate(text: str) -> bool:
    plain = text.strip(_ORNAMENTS).lower()
    named = plain in _WORDS or plain in _PHRASES or not any(map(str.isalnum, text))
    shaped = _BOILERPLATE.fullmatch(text) or _REFERENCE.fullmatch(text)
    return named or shaped is not None or _is_strip(text)


def _is_strip(text: str) -> bool:
    """Links side by side: `Vietnamese | English | 中文`, `Home > Politics > News`, `Print | Email`."""
    links = _BETWEEN_LINKS.split(text.strip(_ORNAMENTS).lower())
    if len(links) > 1 and all(link in _WORDS or link in _PHRASES for link in links):
        return True
    for separator in ("|", "»", ">", "•"):
        if text.count(separator) >= _STRIP_PARTS - 1:
            parts = [part.strip() for part in text.split(separator)]
            named = [part for part in parts if part]
            if len(named) >= _STRIP_PARTS and max(map(len, named)) <= _LONGEST_STRIP_PART:
                return True
    return False
