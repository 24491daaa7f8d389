"""When people come, leave and come back: their commits in order, and the spans without any."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.measure.folding import in_order, one_value
from analyzer.measure.identities import people
from analyzer.measure.periods import Periods, dated, in_periods, numbers
from analyzer.measure.presence import leaves
from analyzer.measure.windows import Mask, Times, bounds, inside, whole
from analyzer.model.frames import Facts
from analyzer.model.metric import TWELVE_MONTHS, Options

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Comings:
    """Commits that have a date which can be true, person by person, each person's in the order of time."""

    codes: Times
    """Whose each commit is."""
    times: Times
    first: Mask
    """Whether it is the person's first."""
    gone: Times
    """When it is twelve months old: the first end at which a window of twelve months has it no longer."""
    following: Times
    """When the person's next commit is; the largest number if there is none."""

    @property
    def back(self) -> Mask:
        """Whether it is the person's first commit after twelve months or more without one."""
        before = np.append(0, self.gone[:-1])[: len(self.gone)]
        back: Mask = ~self.first & (self.times >= before)
        return back


def comings(facts: Facts, options: Options) -> Comings:
    """Return the commits of the people that the rule asked for tells apart."""
    table = facts["commits"]
    times = table["author_time"].to_numpy()
    codes = people(facts, options)
    kept = dated(times, facts.moment.end)
    order = np.lexsort((times[kept], codes[kept]))
    codes, times = codes[kept][order], times[kept][order]
    first = np.append(True, codes[1:] != codes[:-1])[: len(codes)]
    last = np.append(first[1:], True)[: len(codes)]
    following = np.where(last, _NEVER, np.append(times[1:], _NEVER)[: len(codes)])
    return Comings(codes, times, first, leaves(times, TWELVE_MONTHS), following)


def people_at(found: Comings, happened: Mask, facts: Facts, options: Options) -> pd.DataFrame:
    """Return how many different people had an event, at the commits `happened`, in the window or in each period."""
    end = facts.moment.end
    if options.by is None:
        kept = happened & inside(found.times, options.window, end)
        return one_value(len(pd.unique(found.codes[kept])))
    periods = in_periods(found.times, options.by, options.window, end)
    of_event = happened[periods.kept]
    codes = found.codes[periods.kept][of_event]
    return in_order(periods, _distinct(periods.index[of_event], codes, periods.length))


def people_gone(found: Comings, facts: Facts, options: Options) -> pd.DataFrame:
    """Return how many people left in the window or in each period: gone by its end, but not yet at its beginning."""
    end = facts.moment.end
    if options.by is None:
        after, until = (0, end) if whole(options.window) else bounds(options.window, end)
        return one_value(int(np.sum((found.gone > after) & (found.gone <= until) & (found.following > until))))
    periods = in_periods(found.times, options.by, options.window, end)
    place = _places(periods, found.gone)
    inside_one = place >= 0
    stayed_away = found.following[inside_one] > periods.ends[place[inside_one]]
    counts = np.bincount(place[inside_one][stayed_away], minlength=periods.length)
    return in_order(periods, counts.astype(np.int64))


def _places(periods: Periods, times: Times) -> Times:
    """Return the period of each time, counted from the first; -1 where it is in none."""
    within = (times > periods.after) & (times <= periods.until)
    return np.where(within, numbers(np.where(within, times, 0), periods.by) - periods.first, -1)


def _distinct(index: Times, codes: Times, length: int) -> Times:
    width = int(codes.max(initial=0)) + 1
    return np.bincount(pd.unique(index * width + codes) // width, minlength=length).astype(np.int64)
