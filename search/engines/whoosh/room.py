"""Memory for the arrays of a question: kept between questions instead of given back to the system after each.

A question makes arrays of some megabytes and lets them go at once. Whether the next one gets the same memory, or new
pages of the system at half a microsecond each, is decided by the allocator of the C library, and glibc's goes by the
largest block that was ever let go: blocks up to that size stay with the process, up to twice as much in all.
"""

from __future__ import annotations

import numpy as np

_ROOM = 1 << 24


def keep_room() -> None:
    """Let go a block so large that all arrays of a question are smaller. It is never written to, so it takes no memory.

    Other allocators take no notice.
    """
    np.empty(_ROOM, dtype=np.uint8)
