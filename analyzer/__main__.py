"""`python -m analyzer` is `diptych`."""

from analyzer.cli import main

if __name__ == "__main__":
    main()
