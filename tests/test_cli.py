"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from search import generations
from search.cli import code_of, run, whosaid
from search.commands import index as index_command
from search.commands.output import plain
from search.errors import (
    AuthorityError,
    ConfigError,
    CorpusError,
    EngineError,
    IndexStateError,
    LimitError,
    NoSpaceError,
    NotFoundError,
    SearchError,
    SourceError,
)

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
ARTICLE = "The plan for the harbour\nHanoi (VNA) - The council agreed on the harbour on May 2, 2024.\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        return json.loads(self.out)


Whosaid = Callable[..., Outcome]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Whosaid:
    """Run a command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("WHOSAID_INDEX", "PORT"):
        monkeypatch.delenv(name, raising=False)

    def outcome(*arguments: str) -> Outcome:
        capfd.readouterr()
        return Outcome(run(arguments), *capfd.readouterr())

    return outcome


@pytest.fixture(scope="module")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("seeds") / "index"
    assert run(["index", str(SEEDS), "--index", str(index)]) == 0
    return index


def articles(folder: Path, count: int = 4) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(ARTICLE.replace("harbour", f"harbour {number}"))
    return folder


def valid(name: str, record: Any) -> bool:
    schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return not list(Draft202012Validator(schema).iter_errors(record))


# ── index ──


def test_index_prints_a_summary(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    done = command("index")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "Indexed seeds into index (generation 1)."
    assert lines[1] == "  4 articles (4 written, 0 kept, 0 removed)"
    assert re.fullmatch(r"  \d+ passages, \d+ of them searched", lines[2])
    assert re.fullmatch(r"  \d+ speakers?", lines[3])
    assert lines[4] == "  nothing skipped"
    assert re.fullmatch(r"  \d+\.\d seconds", lines[5])
    assert generations.current(tmp_path / "index") == 1


def test_index_says_when_nothing_changed(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    command("index")
    done = command("index")
    assert (done.code, done.out.splitlines()[0]) == (
        0,
        "Nothing changed in seeds; index is up to date (generation 1).",
    )


def test_index_names_each_skipped_file_with_the_reason_and_goes_on(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "texts")
    (tmp_path / "texts" / "bad.txt").write_bytes(bytes(500))
    done = command("index", "texts", "--index", "elsewhere", "--report", "faults.jsonl")
    assert done.code == 1
    assert re.fullmatch(r"WARN texts/bad\.txt: .+\n", done.err)
    assert re.search(r"^  skipped bad\.txt: .+$", done.out, re.MULTILINE)
    assert "  4 articles" in done.out
    report = [json.loads(line) for line in (tmp_path / "faults.jsonl").read_text().splitlines()]
    assert [(row["path"], row["line"], row["skipped"]) for row in report] == [("bad.txt", None, True)]
    assert report[0]["reason"] in done.err


def test_a_harmless_remark_is_named_but_only_strict_minds(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    (tmp_path / "seeds" / "9.txt").write_text(ARTICLE.replace("harbour", "harbour 0"))
    done = command("index")
    assert (done.code, done.err) == (0, "WARN seeds/9.txt: the same text as in 0.txt; kept once\n")
    assert "\n  1 file holds the same text as another and is kept once\n" in done.out
    assert command("index", "--strict").code == 1


def test_what_is_kept_once_is_summed_up(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    for name in "89":
        (tmp_path / "seeds" / f"{name}.txt").write_text(ARTICLE.replace("harbour", "harbour 0"))
    (tmp_path / "seeds" / "a.jsonl").write_text('{"article_id": "x", "text": "I agree."}\n' * 2)
    done = command("index")
    assert "\n  2 files and 1 record hold the same text as others and are kept once\n" in done.out
    assert "WARN seeds/a.jsonl:2: the same article as in a.jsonl:1 (article id 'x'); kept once\n" in done.err


def test_known_problems_are_summed_up_and_not_printed_again(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    for number in range(9):
        (tmp_path / "seeds" / f"bad{number}.txt").write_bytes(bytes(500))
    (tmp_path / "seeds" / "9.txt").write_text(ARTICLE.replace("harbour", "harbour 0"))
    first = command("index")
    assert first.err.count("WARN") == 10
    again = command("index", "--report", "all.jsonl")
    assert (again.code, again.err) == (1, "")
    assert "\n  10 known problems, 9 of them skipped; --report FILE lists them\n" in again.out
    assert "nothing skipped" not in again.out
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 10


def test_files_of_other_kinds_are_counted_and_change_no_code(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    for name in ("a.pdf", "b.rtf", "c.png", "authority.toml"):
        (tmp_path / "seeds" / name).write_text("")
    for _ in range(2):
        done = command("index", "--strict")
        assert (done.code, done.err) == (0, "")
        assert "\n  3 files of other kinds left out (.pdf 1, .png 1, .rtf 1)\n" in done.out


def test_index_without_a_readable_article_is_code_two(command: Whosaid, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bad.txt").write_bytes(bytes(500))
    done = command("index")
    assert (done.code, done.out) == (2, "")
    assert "no article in seeds could be read (see above); index is as it was" in done.err


@pytest.mark.parametrize("folder", ["none", "empty"])
def test_a_missing_or_empty_folder_is_code_two(command: Whosaid, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    done = command("index", folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"whosaid: {folder}: ")
    assert not (tmp_path / "index").exists()


def test_losing_most_articles_asks_for_force(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    command("index")
    for number in range(3):
        (tmp_path / "seeds" / f"{number}.txt").unlink()
    done = command("index", "--prune")
    assert done.code == 1
    guarded = "--prune would remove 3 of 4 articles, more than 30 %; none was removed: if that is right, add --force"
    assert f"WARN seeds: {guarded}\n" in done.err
    assert f"\n  {guarded}\n  nothing skipped\n" in done.out
    assert "  4 articles" in done.out
    for number in range(3):
        (tmp_path / "seeds" / f"{number}.txt").write_bytes(bytes(500))
    done = command("index", "--prune")
    assert done.code == 1
    assert "this build would lose 3 articles, more than 30 %; index is as it was" in done.err
    done = command("index", "--prune", "--force")
    assert done.code == 1
    assert "  1 article (0 written, 1 kept, 3 removed)" in done.out


def test_the_second_writer_gets_code_three_and_the_process_number(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    with generations.locked(tmp_path / "index"):
        done = command("index")
    assert done.code == 3
    assert f"the index is being written by process {os.getpid()}" in done.err


def test_a_full_disk_is_code_four(command: Whosaid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles(tmp_path / "seeds")

    def full(*_: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(generations, "_flush", full)
    done = command("index")
    assert done.code == 4
    assert re.search(r"no space left where index lies \([0-9,]+ bytes free\); the index is as it was", done.err)


def test_a_full_disk_under_the_report_is_code_four_too(
    command: Whosaid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    articles(tmp_path / "seeds")
    monkeypatch.setattr(index_command, "_summary", full)
    assert command("index").code == 4


def test_a_report_that_cannot_be_written_is_code_two(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds")
    assert command("index", "--report", "no/such/folder/report.jsonl").code == 2


@pytest.mark.parametrize("engine", ["memory", "whoosh"])
def test_an_engine_can_be_chosen(command: Whosaid, tmp_path: Path, engine: str) -> None:
    articles(tmp_path / "seeds")
    assert command("index", "--engine", engine).code == 0
    assert command("search", "--json", "harbour").record["total"] > 0


def test_the_authority_is_the_file_beside_the_articles_or_the_one_named_or_none(
    command: Whosaid, tmp_path: Path
) -> None:
    articles(tmp_path / "seeds")
    (tmp_path / "seeds" / "authority.toml").write_text("[[person]]\n")
    done = command("index")
    assert done.code == 2
    assert "authority.toml" in done.err
    assert command("index", "--authority", "none").code == 0
    (tmp_path / "other.toml").write_text('[[person]]\nname = "To Lam"\n')
    done = command("index", "--authority", "other.toml")
    assert (done.code, "All of it was built anew: the authority changed." in done.out) == (0, True)
    done = command("index", "--authority", "missing.toml")
    assert (done.code, "missing.toml" in done.err) == (2, True)


STOP = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background inherits it ignored
from search import parts
from search.cli import run
whole = parts.passages_of
def stopped(article, authority):
    if article.info.source_path == "2.txt":
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    return whole(article, authority)
parts.passages_of = stopped
sys.exit(run(["index"]))
"""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_ends_a_build_with_its_code_and_the_index_stays(
    command: Whosaid, tmp_path: Path, name: str, code: int
) -> None:
    articles(tmp_path / "seeds", 2)
    command("index")
    articles(tmp_path / "seeds", 4)
    stopped = subprocess.run(
        [sys.executable, "-c", STOP, name], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (stopped.returncode, stopped.stdout) == (code, "")
    assert "Traceback" not in stopped.stderr
    assert [path.name for path in (tmp_path / "index" / "generations").iterdir()] == ["1"]
    assert command("stats", "--json").record["articles"] == 2
    assert command("index").code == 0


# ── search ──


def test_search_prints_hits_with_the_words_marked_for_a_terminal_only(command: Whosaid, seeds_index: Path) -> None:
    done = command("search", "--index", str(seeds_index), "corruption")
    assert done.code == 0
    assert re.match(r"\d+ passages? \(\d+ ms\)\n", done.out)
    assert "   1. " in done.out
    assert "corruption" in done.out
    assert "\x1b" not in done.out


def test_search_json_is_as_the_schema_says(command: Whosaid, seeds_index: Path) -> None:
    queries = ("corruption", "year:2024 party", "nothingatall", "", "((", 'speaker:none "party building"', "wat:x y")
    for query in queries:
        done = command("search", "--json", "--index", str(seeds_index), "--", query)
        assert (done.code, done.err) == (0, "")
        assert len(done.out.splitlines()) == 1
        assert valid("search", done.record), query
        assert done.record["query"] == query


def test_matches_are_the_words_of_the_query_in_the_raw_text(command: Whosaid, seeds_index: Path) -> None:
    hits = command("search", "--json", "--index", str(seeds_index), "corruption").record["hits"]
    found = {hit["text"][slice(*match)].casefold() for hit in hits for match in hit["matches"]}
    assert "corruption" in found
    assert all(word.startswith("corrupt") for word in found)


def test_a_filter_in_the_query_is_read_back_and_applied(command: Whosaid, seeds_index: Path) -> None:
    page = command("search", "--json", "--index", str(seeds_index), "year:2024 kind:body").record
    assert page["text"] == ""
    assert page["filters"] == [{"facet": "kind", "value": "body"}, {"facet": "year", "value": 2024}]
    assert {hit["year"] for hit in page["hits"]} == {2024}
    assert [value["value"] for value in page["facets"]["year"] if value["selected"]] == [2024]


def test_a_query_that_begins_with_a_minus_comes_after_two(command: Whosaid, seeds_index: Path) -> None:
    page = command("search", "--json", "--index", str(seeds_index), "--", "-kind:body").record
    assert page["excluded"] == [{"facet": "kind", "value": "body"}]


def test_several_words_are_one_query(command: Whosaid, seeds_index: Path) -> None:
    one = command("search", "--json", "--index", str(seeds_index), "party building").record
    many = command("search", "--json", "--index", str(seeds_index), "party", "building").record
    assert (one["query"], one["total"]) == (many["query"], many["total"])


def test_pages_are_disjoint_and_ranks_run_on(command: Whosaid, seeds_index: Path) -> None:
    line = ("search", "--json", "--index", str(seeds_index), "--page-size", "3", "party", "--page")
    pages = [command(*line, page).record for page in ("1", "2")]
    assert [hit["rank"] for page in pages for hit in page["hits"]] == [1, 2, 3, 4, 5, 6]
    assert len({hit["passage_id"] for page in pages for hit in page["hits"]}) == 6


def test_a_chosen_value_is_the_first_of_its_list_however_many_others_there_are(
    command: Whosaid, seeds_index: Path
) -> None:
    lines = command("search", "--index", str(seeds_index), 'speaker:"Vo Van Thuong"').out.splitlines()
    (speakers,) = [line for line in lines if line.startswith("  speaker: ")]
    assert speakers.startswith("  speaker: Vo Van Thuong 4 (chosen) · To Lam 15 · ")


def test_no_hit_is_code_zero(command: Whosaid, seeds_index: Path) -> None:
    done = command("search", "--index", str(seeds_index), "xylophone")
    assert (done.code, done.out.splitlines()[0][:10]) == (0, "0 passages")


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("Vo Van Thoung", "Did you mean: Vo Van Thuong"),
        ("Vo Van Thoung", "In no passage: Thoung"),
        ("corruption xylophone", "Any of these words (5): corruption OR xylophone"),
        ("what did To Lam say about power?", "The main words: To Lam power (1 passage)"),
        ("corruption year:2031", "Without year:2031: 5 passages"),
        ('speaker:"To Lan"', 'Instead of speaker:"To Lan": speaker:"To Lam" (15 passages)'),
    ],
)
def test_where_nothing_is_found_the_terminal_says_what_to_try(
    command: Whosaid, seeds_index: Path, query: str, advice: str
) -> None:
    done = command("search", "--index", str(seeds_index), query)
    assert advice in done.err.splitlines()
    assert done.out.startswith("0 passages")


def test_what_is_ignored_is_said_with_the_reason(command: Whosaid, seeds_index: Path) -> None:
    done = command("search", "--index", str(seeds_index), "party", "year:soon")
    assert done.code == 0
    assert re.match(r"Ignored year:soon: .+\n", done.err)


@pytest.mark.parametrize("wrong", [["--page", "0"], ["--page-size", "0"], ["--page-size", "101"], ["--page", "x"]])
def test_a_wrong_page_is_code_two(command: Whosaid, seeds_index: Path, wrong: list[str]) -> None:
    done = command("search", "--index", str(seeds_index), *wrong, "party")
    assert (done.code, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize("name", ["search", "stats", "serve"])
def test_without_an_index_the_code_is_three_and_the_command_is_named(command: Whosaid, name: str) -> None:
    done = command(name, "--index", "nowhere")
    assert (done.code, done.out) == (3, "")
    assert done.err == "whosaid: there is no index in nowhere; build it: whosaid index --index nowhere\n"


def test_the_index_may_be_named_by_the_environment(
    command: Whosaid, seeds_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAID_INDEX", str(seeds_index))
    assert command("stats", "--json").record["articles"] == 5


# ── inspect and stats ──


def test_inspect_json_is_as_the_schema_says(command: Whosaid) -> None:
    files = sorted(str(path) for path in SEEDS.glob("*.txt"))
    done = command("inspect", "--json", *files)
    assert (done.code, done.err) == (0, "")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert all(valid("passage", record) for record in records)
    assert list(dict.fromkeys(record["file"] for record in records)) == files
    for file in files:
        ordinals = [record["ordinal"] for record in records if record["file"] == file]
        assert ordinals == list(range(len(ordinals)))


def test_inspect_gives_the_raw_text_at_its_place(command: Whosaid) -> None:
    file = min(SEEDS.glob("*.txt"))
    text = file.read_text(encoding="utf-8")
    for line in command("inspect", "--json", str(file)).out.splitlines():
        record = json.loads(line)
        assert text[record["start"] : record["end"]] == record["text"]


def test_inspect_and_the_index_give_the_same_passages(command: Whosaid, seeds_index: Path) -> None:
    files = sorted(str(path) for path in SEEDS.glob("*.txt"))
    read = {json.loads(line)["passage_id"] for line in command("inspect", "--json", *files).out.splitlines()}
    page = command("search", "--json", "--index", str(seeds_index), "--page-size", "100", "").record
    assert {hit["passage_id"] for hit in page["hits"]} <= read


def test_inspect_for_people_shows_each_passage(command: Whosaid) -> None:
    file = min(SEEDS.glob("*.txt"))
    done = command("inspect", str(file))
    assert done.code == 0
    assert done.out.splitlines()[0].startswith("National teleconference")
    assert f"  {file}  article " in done.out
    assert re.search(r"^ {3}1  title  [a-z2-7]{16}$", done.out, re.MULTILINE)


def test_inspect_names_a_file_that_cannot_be_read_and_goes_on(command: Whosaid, tmp_path: Path) -> None:
    articles(tmp_path / "seeds", 1)
    done = command("inspect", "--json", "seeds/none.txt", "seeds/0.txt")
    assert done.code == 1
    assert done.err.startswith("WARN seeds/none.txt: ")
    assert {json.loads(line)["file"] for line in done.out.splitlines()} == {"seeds/0.txt"}


def test_inspect_without_a_file_is_code_two(command: Whosaid) -> None:
    assert command("inspect").code == 2


def test_a_file_name_that_is_no_utf_8_is_printed_all_the_same(command: Whosaid, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(ARTICLE)
    done = command("inspect", "--json", name)
    assert done.code == 0
    assert json.loads(done.out.splitlines()[0])["file"] == name
    (tmp_path / "seeds").mkdir()
    (tmp_path / name).rename(tmp_path / "seeds" / name)
    assert command("index").code == 0


def test_stats_counts_the_seeds(command: Whosaid, seeds_index: Path) -> None:
    record = command("stats", "--json", "--index", str(seeds_index)).record
    assert valid("stats", record)
    assert record["articles"] == 5
    assert record["searched"] == sum(value["count"] for value in record["facets"]["kind"])
    shown = command("stats", "--index", str(seeds_index))
    assert (shown.code, "  5 articles, " in shown.out, "Body named" in shown.out) == (0, True, True)


# ── all of it ──


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (NotFoundError("x"), 1),
        (SourceError("a.txt", "x"), 1),
        (LimitError("x"), 2),
        (AuthorityError("x"), 2),
        (ConfigError("x"), 2),
        (CorpusError("x"), 2),
        (IndexStateError("x"), 3),
        (EngineError("x"), 3),
        (NoSpaceError("x"), 4),
    ],
)
def test_every_error_has_its_code_and_its_message(
    command: Whosaid, monkeypatch: pytest.MonkeyPatch, problem: SearchError, code: int
) -> None:
    def fails(*_: Any, **__: Any) -> Any:
        raise problem

    monkeypatch.setattr(index_command, "build", fails)
    done = command("index", "--authority", "none")
    assert (done.code, code_of(problem)) == (code, code)
    assert done.err == f"whosaid: {problem}\n"


def test_help_names_every_command_and_every_command_has_help(command: Whosaid) -> None:
    shown = command("--help")
    assert shown.code == 0
    for name in whosaid.commands:
        assert f"\n  {name} " in shown.out
        assert command(name, "--help").out.startswith(f"Usage: whosaid {name} ")


def test_an_unknown_command_or_option_is_code_two(command: Whosaid) -> None:
    assert command("sing").code == 2
    assert command("stats", "--loud").code == 2


def test_the_signal_handler_is_given_back(command: Whosaid) -> None:
    before = signal.getsignal(signal.SIGTERM)
    command("--help")
    assert signal.getsignal(signal.SIGTERM) is before


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    assert plain("a\x1b[2Jb\x9bc\r\x00\nd") == "a\ufffd[2Jb\ufffdc\ufffd\ufffd\nd"


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "search", "inspect", "--json", *map(str, SEEDS.glob("*.txt"))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_python_m_search_is_the_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "search", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.startswith("Usage: whosaid ")
