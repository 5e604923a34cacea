"""Every limit on what may be asked or read, in one place. Units stand in the names or beside the number."""

from __future__ import annotations

QUERY_CHARACTERS = 256  # longer text is cut at a word, and the answer says so
QUERY_WORDS = 32
QUERY_CLAUSES = 64
QUERY_NEGATIONS = 8
QUERY_DEPTH = 16  # nested parentheses
PHRASE_WORDS = 12
PHRASE_SAME_WORD = 2
PREFIX_LETTERS = 3  # fewer would match a good part of the vocabulary
SUGGESTIONS = 10  # shown while somebody types
SUGGESTION_LETTERS = 2  # typed before anything is suggested
PAGE_SIZE = 10
PAGE_SIZE_MAX = 100
GROUP_HITS = 3  # passages of a group that are shown with it
SEARCH_SECONDS = 0.8  # the cooperative deadline of one search, where the environment names no other
SEARCH_SECONDS_MOST = 600
PORTRAIT_PASSAGES = 1_000  # of one name, read for a page about it; facets and totals are of all of them
FEED_ENTRIES = 100  # the newest passages of a search that is followed
FEED_ARTICLES = 200  # new articles that are searched at once for it
FEED_SECONDS = 10.0
EXPORT_SECONDS = 30.0  # the deadline of the search before a whole result is exported

PASSAGE_CHARACTERS = 10_000  # longer paragraphs are divided at a sentence
TOKEN_CHARACTERS = 100  # longer "words" are debris: cut
TEXT_BYTES = 100_000_000
HTML_BYTES = 20_000_000
XML_BYTES = 20_000_000
HTML_TAGS = 200_000  # such a page is parsed in seconds
HTML_AT_ONCE_BYTES = 262_144  # a larger page is parsed in a process apart, with the two limits below
HTML_SECONDS = 10
HTML_MEMORY = 1_000_000_000  # bytes
ARTICLE_CHARACTERS = 10_000_000  # as much as ten books; extraction holds some 75 bytes for each
RECORD_BYTES = 5_000_000  # one line of a .jsonl file
SPACE_SHARE = 0.25  # bytes on the disk per byte of articles that a build asks for before it begins
WORKERS_MOST = 64  # processes that extract and write in one build
WORKERS_BYTES = 10_000_000  # a build that reads less is done before several processes have begun
PRUNE_SHARE = 0.30  # a build that would lose more than this share of the articles asks for --force

REQUEST_LINE_BYTES = 8_192
REQUEST_HEADER_BYTES = 16_384  # with the line
REQUEST_BODY_BYTES = 65_536
CONNECTIONS = 200
CONNECTION_SECONDS = 10  # a connection that is silent for so long is closed
UNREAD_SECONDS = 60  # and one whose other side takes nothing of its answer for so long
SEARCHES_WAITING = 16  # for one of the few that are worked on at once; who comes later is told to come again
WAITING_SECONDS = 5.0
TURN_SECONDS = 0.03  # after so much work a search lets those in line go first; most need less
SEARCHES_ASIDE = 4  # that have let others go first; each holds what it has found
THREADS_SPARE = 6  # for what needs no search: health, scripts and styles, and saying that all are busy
STOPPING_SECONDS = 10.0  # for answers that are on their way when the server is told to stop

HASHED_AT_ONCE_BYTES = 32_000_000  # of an index: hashed before the first answer; a larger one beside the answers
