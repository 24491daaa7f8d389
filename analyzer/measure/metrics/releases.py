"""How many releases there were."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.versions import releases as found_releases
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_KINDS = {"major": "major", "minor": "minor", "patch": "patch", "pre_releases": "pre-release"}


@metric(title="Releases", unit="releases", needs=("tags",), by=(*PERIODS, "release"), windowed=True)
def releases(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of releases, as far as tags tell of them.

    ## Why it matters
    What is not released does not reach most users.

    ## How it is counted
    Different versions that a tag is named after, by the tag's own date or, without one, its commit's; pre-releases
    apart. "1.2.0", "v1.2.0", "release-1.2" and "project-1.2" are versions, "1.2rc1" and "1.2.0-beta.1" are
    pre-releases, "1.2.x" and "nightly" are neither. The parts divide the releases into major (x.0), minor (x.y) and
    patch ones, as Semantic Versioning has the numbers, and count the pre-releases beside them. By release there is a
    row for each, by date, with that as the part "time"; pre-releases are no rows. CHAOSS "Release Frequency".

    ## What can mislead
    Projects that tag no releases have none here, and tags that were not fetched are missing. Not everybody means by
    the numbers what Semantic Versioning does: to some x.y is as large a step as x.0.
    """
    found = found_releases(facts)
    times, kinds, end = found["time"].to_numpy(), found["kind"].to_numpy(), facts.moment.end
    ready = kinds != "pre-release"
    if options.by == "release":
        return _each(found[ready & inside(times, options.window, end)])
    if options.by is not None:
        periods = in_periods(times, options.by, options.window, end)
        parts = {name: periods.sums((kinds == kind).astype("int64")) for name, kind in _KINDS.items()}
        return in_order(periods, periods.sums(ready.astype("int64")), **parts)
    kept = inside(times, options.window, end)
    return one_value(
        int((ready & kept).sum()), **{name: int(((kinds == kind) & kept).sum()) for name, kind in _KINDS.items()}
    )


def _each(found: pd.DataFrame) -> pd.DataFrame:
    kinds = {name: (found["kind"] == kind).astype("int64") for name, kind in _KINDS.items()}
    told = pd.DataFrame({"release": found["name"], "value": 1, "time": found["time"], **kinds})
    return told.drop(columns="pre_releases").reset_index(drop=True)
