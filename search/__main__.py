"""`python -m search` is the command `whosaid`."""

from __future__ import annotations

import sys

from search.cli import run


def main() -> None:
    """Run the command line of this process."""
    sys.exit(run())


if __name__ == "__main__":
    main()
