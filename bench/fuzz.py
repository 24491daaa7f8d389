"""Gives a parser what atheris makes of its coverage: `python bench/fuzz.py scanner -max_total_time=300`.

The targets are those of tests/fuzz/targets.py; words behind the name go to libFuzzer. What breaks a target is written
to a file `crash-...` in the current folder; put it (base64) into tests/fuzz/found.json once it is mended.
Needs `pip install atheris`.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> None:
    """Fuzz the target that the first word names."""
    import atheris

    with atheris.instrument_imports(include=["analyzer"]):
        from tests.fuzz.targets import TARGETS

    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"name one of: {', '.join(TARGETS)}")
    atheris.Setup([sys.argv[0], "-max_len=2000", "-timeout=20", *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
