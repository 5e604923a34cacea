"""Memory that a question lets go is there for the next one."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

_ASKED = """
import resource
import numpy as np
from search.engines.whoosh.room import keep_room

def new_pages():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        [np.ones(1 << 16) for _ in range(20)]
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

new_pages()
usual = new_pages()
keep_room()
new_pages()
print(new_pages() / usual)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="how other allocators keep memory is their own affair")
def test_arrays_of_one_question_after_the_other_take_the_same_memory() -> None:
    asked = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True)
    assert float(asked.stdout) < 0.1
