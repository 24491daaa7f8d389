"""What only charts ask for."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.asks import pictures


def cut(folders):
    ask = next(ask for ask in pictures.ASKED.places if ask.slug == "folders")
    rows = [
        {"folder": name, "value": 0.0, "comment": lines // 4, "code": lines - lines // 4}
        for name, lines in folders.items()
    ]
    return ask.cut(pd.DataFrame(rows))


def test_folders_divide_the_lines_with_those_in_themselves_apart():
    found = cut({".": 40, "src": 400, "src/db": 4000, "docs": 80})
    assert found["folder"].tolist() == ["src/db/", "src/*", "docs/", "*"]
    assert (found["code"] + found["comment"]).sum() == 4520
    assert found["value"].tolist() == [25.0] * 4


def test_a_folder_of_too_many_parts_stays_whole_and_the_next_is_opened():
    found = cut({**{f"tests/t{number}": 100 for number in range(80)}, "src/a": 200, "src/b": 300})
    assert found["folder"].tolist() == ["tests/", "src/b/", "src/a/"]


def test_there_are_no_more_boxes_than_can_be_seen():
    found = cut({f"f{number}/g{part}": 100 for number in range(40) for part in range(5)})
    assert len(found) <= pictures.FOLDERS_SHOWN


def test_of_more_top_folders_than_there_is_room_for_the_smallest_stay_together():
    found = cut({f"f{number:02}": 100 + number for number in range(60)})
    assert len(found) == pictures.FOLDERS_SHOWN
    assert found["folder"].tolist()[:2] == ["*", "f59/"]
    assert (found["code"] + found["comment"]).sum() == sum(100 + number for number in range(60))
