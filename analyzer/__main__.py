"""`python -m analyzer` is `diptych`."""

import sys

# Before anything is imported: what follows is written in newer Python. A clone can be run without being installed.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "error: Diptych needs Python 3.11 or newer, this is %d.%d\nhint: name another, such as python3.12"  # noqa: UP031
        % sys.version_info[:2]
    )

from analyzer.cli import main

if __name__ == "__main__":
    main()
