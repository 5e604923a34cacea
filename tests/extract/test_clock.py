"""Extraction knows no clock: under two faked system dates, years apart, every format is read alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Python imports this module by itself at the start; whatever asks for the time of day gets the faked one.
SHIM = """
import datetime, os, time

STAMP = float(os.environ["FAKED_TIME"])
_localtime, _gmtime, _strftime = time.localtime, time.gmtime, time.strftime


class _Date(type(datetime.date)):
    def __instancecheck__(cls, value):
        return isinstance(value, real_date)


class _Moment(type(datetime.datetime)):
    def __instancecheck__(cls, value):
        return isinstance(value, real_datetime)


real_date, real_datetime = datetime.date, datetime.datetime


class date(real_date, metaclass=_Date):
    @classmethod
    def today(cls):
        return real_date.fromtimestamp(STAMP)


class datetime_(real_datetime, metaclass=_Moment):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.fromtimestamp(STAMP, tz)

    @classmethod
    def today(cls):
        return real_datetime.fromtimestamp(STAMP)

    @classmethod
    def utcnow(cls):
        return real_datetime.fromtimestamp(STAMP, datetime.timezone.utc).replace(tzinfo=None)


datetime_.__name__ = datetime_.__qualname__ = "datetime"
datetime.date, datetime.datetime = date, datetime_
time.time = lambda: STAMP
time.time_ns = lambda: int(STAMP * 1_000_000_000)
time.localtime = lambda seconds=None: _localtime(STAMP if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(STAMP if seconds is None else seconds)
time.strftime = lambda form, moment=None: _strftime(form, _localtime(STAMP) if moment is None else moment)
"""
PAGES = {
    "stated.html": """<html><head><title>The harbour</title><meta property="article:published_time"
        content="2021-03-04T08:00:00+07:00"></head><body><h1>The harbour</h1><p>Posted 2 hours ago</p>
        <p>Hanoi (VNA) - Mr. Le Van Binh said on Thursday that the quay is safe, as he had said yesterday.</p>
        </body></html>""",
    "unstated.html": """<html><head><title>The harbour</title></head><body><h1>The harbour</h1>
        <div class="date">Today, 08:15</div><p>Hanoi (VNA) - On May 2, Mr. Le Van Binh said that this year's plan and
        the plan for next year are ready. The ships come on Monday.</p><p>Copyright 2019-2023</p></body></html>""",
    "dateline.txt": "The harbour\nHanoi, 12/12 (VNA) - Mr. Le Van Binh said yesterday that the plan is ready.\n",
    "two.jsonl": '{"text": "On the morning of May 2, Mr. Le Van Binh said that it is ready.", "date": "05/06/2021"}\n'
    '{"text": "Last year the quay was built.", "title": "The quay", "date": "yesterday"}\n',
}
THEN, MUCH_LATER = "1262304000", "1924991999"  # the first day of 2010, the last of 2030


@pytest.fixture(scope="module")
def faked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages of all formats and the shim."""
    folder = tmp_path_factory.mktemp("faked")
    (folder / "sitecustomize.py").write_text(SHIM)
    for name, text in PAGES.items():
        (folder / name).write_text(text)
    return folder


def python(folder: Path, stamp: str, *arguments: str) -> str:
    known = {**os.environ, "FAKED_TIME": stamp, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "TZ": "UTC"}
    done = subprocess.run([sys.executable, *arguments], env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def inspected(folder: Path, stamp: str) -> str:
    files = [*sorted((ROOT / "seeds").glob("*.txt"))[:2], *(folder / name for name in PAGES)]
    return python(folder, stamp, "-m", "search", "inspect", "--json", *map(str, files))


def test_the_faked_date_is_what_a_program_sees(faked: Path) -> None:
    asked = "import datetime, time; print(datetime.date.today().year, datetime.datetime.now().year, time.gmtime()[0])"
    assert python(faked, THEN, "-c", asked).split() == ["2010"] * 3
    assert python(faked, MUCH_LATER, "-c", asked).split() == ["2030"] * 3


def test_extraction_under_two_faked_dates_is_identical(faked: Path) -> None:
    one, other = inspected(faked, THEN), inspected(faked, MUCH_LATER)
    assert one == other
    records = [json.loads(line) for line in one.splitlines()]
    assert {Path(record["file"]).name for record in records} >= set(PAGES)
    dates = {record["published"]["value"] or record["event"]["value"] for record in records}
    assert "2021-03-04" in dates
    assert not any(date and date.startswith(("2010", "2030")) for date in dates)
