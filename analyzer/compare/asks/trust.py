"""What makes figures doubtful: dates, files that are not counted, a missing mailmap."""

from __future__ import annotations

from analyzer.compare.ask import Ask, Asks

_PLACES = (
    Ask("odd-dates", "", "Commits with odd dates", "odd_dates"),
    Ask("uncounted-files", "", "Files not counted", "uncounted_files", by="kind"),
    Ask("mapped-identities", "", "Identities in the mailmap", "mapped_identities"),
)

ASKED = Asks(__name__, order=90, places=_PLACES)
