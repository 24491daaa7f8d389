from __future__ import annotations

from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.errors import StoreError
from analyzer.model.change import TreeChange
from analyzer.model.lines import FIELDS
from analyzer.model.moment import Moment
from tests.store.histories import CONTENTS, NAMES, content, histories
from tests.store.made import change, kind_of, line, lines, mine, oid, vector

EXAMPLES = count()
GIVEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
COUNTED = {"one": 1, "two": 2, "three": 3}


def stored(store, history):
    """Store a history, `one` to `three` counted as Python, and as unknown where the name says nothing."""
    repo = store.repository(f"example {next(EXAMPLES)}", "engine")
    mine(store, repo, history.commits, history.changes, {})
    known = {blob for change in history.changes for blob in change[4:6]}
    there = {name: number for name, number in COUNTED.items() if oid(name) in known}
    store.add_lines("counter", [lines(name, number) for name, number in there.items()])
    store.add_lines("counter", [lines(name, number * 5, hint="", language="Text") for name, number in there.items()])
    return repo


def modelled(tree):
    """Return what the files of a tree should be, worked out one by one."""
    rows = {}
    for path, name in tree.items():
        if name == "link":
            continue
        language = {"README": "Text", "logo.png": ""}.get(path, "Python")
        number = COUNTED[name] * (5 if language == "Text" else 1)
        scope = "tests" if path.startswith("tests/") else "source"
        values = vector(number) if language else (0,) * len(FIELDS)
        rows[path] = (language, scope, "" if language else "no text, by its name", *values)
    return rows


def files(facts):
    return {row[0]: row[1:] for row in facts["files"].itertuples(index=False, name=None)}


def summed(rows):
    """Return files and line vectors summed by language and scope, without those that are zero."""
    sums = {}
    for language, scope, values in rows:
        sums.setdefault((language, scope), Counter()).update(dict(zip(("files", *FIELDS), values, strict=True)))
    return {key: dict(value) for key, value in sums.items() if any(value.values())}


def of_tree(rows):
    """Return the same of the files of a tree; those that are no text are no files that count."""
    return summed((row[0], row[1], (1, *row[3:])) for row in rows if row[0])


def grown(facts, position):
    table = facts["growth"]
    table = table[table["position"] <= position]
    return summed((row[3], row[4], row[5:]) for row in table.itertuples(index=False, name=None))


@GIVEN
@given(history=histories())
def test_the_tree_and_the_running_sum_at_every_trunk_commit_are_those_of_a_plain_model(store, history):
    repo = stored(store, history)
    whole = store.facts(repo, "engine", store.head(repo), ["growth"])
    for sha, tree in zip(history.trunk, history.trees, strict=True):
        moment = store.moment(repo, sha)
        facts = store.facts(repo, "engine", moment, ["files", "growth"])
        wanted = modelled(tree)
        assert files(facts) == wanted
        assert list(facts["files"]["path"]) == sorted(wanted)
        sums = of_tree(wanted.values())
        assert grown(facts, moment.position) == grown(whole, moment.position) == sums


@GIVEN
@given(history=histories())
def test_growth_has_a_row_only_for_what_changed_and_names_its_commit(store, history):
    repo = stored(store, history)
    table = store.facts(repo, "engine", store.head(repo), ["growth"])["growth"]
    assert not table.duplicated(["position", "language", "scope"]).any()
    assert list(table["position"]) == sorted(table["position"])
    assert table[["files", *FIELDS]].any(axis=1).all()
    for row in table.itertuples():
        assert (row.sha, row.time) == (history.trunk[row.position], 1_000 + row.position)


@GIVEN
@given(history=histories(), after=st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS)), data=st.data())
def test_a_commit_off_the_trunk_has_its_own_tree_and_one_more_step(store, history, after, data):
    repo = stored(store, history)
    position = data.draw(st.integers(0, len(history.trees) - 1))
    before = history.trees[position]
    branch = [
        TreeChange(path, content(before.get(path)), content(after.get(path)))
        for path in NAMES
        if before.get(path) != after.get(path)
    ]
    store.add_tree(repo, branch)
    store.classify_paths(repo, "rules", {change.path: kind_of(change.path) for change in branch})
    store.add_lines(
        "counter", [lines(name, number) for name, number in COUNTED.items() if oid(name) in entered(branch)]
    )
    store.add_lines(
        "counter",
        [lines(name, n * 5, hint="", language="Text") for name, n in COUNTED.items() if oid(name) in entered(branch)],
    )
    moment = Moment(oid("off"), 5_000, position, 5_000, on_trunk=False)
    reach = {oid("off"), *history.trunk[: position + 1]}
    facts = store.facts(repo, "engine", moment, ["files", "growth", "commits"], reach=reach, branch_changes=branch)
    wanted = modelled(after)
    assert files(facts) == wanted
    assert grown(facts, position + 1) == of_tree(wanted.values())
    along = modelled(before).values()
    assert grown(facts, position) == of_tree(along)
    last = facts["growth"][facts["growth"]["position"] == position + 1]
    assert set(last["sha"]) <= {oid("off")} and set(last["time"]) <= {5_000}
    assert set(facts["commits"]["sha"]) == set(history.trunk[: position + 1])


def entered(branch):
    return {change.new_blob for change in branch}


def test_a_tree_that_was_not_stored_is_told(store, repo):
    mine(store, repo, line("a"), [change("a", "A", "x.py", new="x")], {"x": 1})
    branch = [TreeChange("new.py", None, oid("x"))]
    with pytest.raises(StoreError, match=r"new\.py"):
        store.facts(repo, "engine", store.head(repo), ["files"], branch_changes=branch)


def test_excluded_paths_have_no_lines_and_say_why(store, repo):
    rows = [change("a", "A", "x.py", new="x"), change("a", "A", "lib/y.py", new="y")]
    mine(store, repo, line("a"), rows, {"x": 1, "y": 2})
    facts = store.facts(
        repo, "engine", store.head(repo), ["files", "growth"], excluded=lambda path: path.startswith("lib/")
    )
    nothing = (0,) * len(FIELDS)
    assert files(facts) == {
        "x.py": ("Python", "source", "", *vector(1)),
        "lib/y.py": ("", "source", "excluded by the configuration", *nothing),
    }
    assert grown(facts, 0) == summed([("Python", "source", (1, *vector(1)))])


def test_source_that_a_program_wrote_is_generated_and_tests_remain_tests(store, repo):
    rows = [change("a", "A", "x.py", new="x"), change("a", "A", "tests/x.py", new="x")]
    mine(store, repo, line("a"), rows, {})
    store.add_lines("counter", [lines("x", 1, generated=True)])
    facts = store.facts(repo, "engine", store.head(repo), ["files", "growth"])
    assert {path: row[1] for path, row in files(facts).items()} == {"x.py": "generated", "tests/x.py": "tests"}
    assert set(facts["growth"]["scope"]) == {"generated", "tests"}


def test_files_that_were_not_counted_say_why(store, repo):
    names = {"bin.py": "binary", "torn.py": "torn", "logo.png": "logo"}
    mine(store, repo, line("a"), [change("a", "A", path, new=name) for path, name in names.items()], {})
    row = lines("binary", 0, problem="binary")._replace(language="")
    store.add_lines("counter", [row._replace(vector=type(row.vector)())])
    facts = store.facts(repo, "engine", store.head(repo), ["files", "growth"])
    assert {path: row[:3] for path, row in files(facts).items()} == {
        "bin.py": ("", "source", "binary"),
        "torn.py": ("", "source", "broken object"),
        "logo.png": ("", "source", "no text, by its name"),
    }
    assert len(facts["growth"]) == 0


def test_contents_shared_with_another_repository_are_counted_once_for_both(store, repo):
    other = store.repository("other", "other")
    for number in (other, repo):
        mine(store, number, line("a"), [change("a", "A", "x.py", new="x")], {})
    store.add_lines("counter", [lines("x", 4)])
    assert store.pending_blobs(other, "counter") == store.pending_blobs(repo, "counter") == []
    for number in (other, repo):
        assert files(store.facts(number, "n", store.head(number), ["files"]))["x.py"][3:] == vector(4)
