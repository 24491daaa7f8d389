"""`diptych people`."""

import json

import pytest

from analyzer.model.roster import Member, Merge, Roster

ADA = Member("Ada\x1b[31m", "a…@…", 1234, 0, 86_400 * 365, 2, program=False)
BOT = Member("renovate", "b…@…", 1, None, None, 1, program=True)
MERGE = Merge("same e-mail", "Ada", "ada", "a…@…", "Ada", "A…@…")
ADDRESS = "ada@example.org"


@pytest.fixture
def asked(configured, pipeline):
    pipeline.rosters = [
        Roster(name, "folded", (ADA, BOT), (MERGE,), f"Ada <{ADDRESS}> <A>\n") for name in ("flask", "django")
    ]
    return pipeline.asked


def test_people_are_listed_repository_by_repository(asked, diptych):
    lines = diptych("people").out.splitlines()
    assert lines[0].startswith("flask: 2 people of 3 identities, by the rule folded (the mailmap,")
    rows = [line.split() for line in lines if "2" in line[:1] or line.startswith(("name", "Ada", "renovate"))]
    assert rows[0] == ["name", "address", "commits", "first", "last", "identities"]
    assert rows[1] == ["Ada\ufffd[31m", "a…@…", "1,234", "1970-01-01", "1971-01-01", "2"]
    assert rows[2] == ["renovate", "b…@…", "1", "–", "–", "1", "program"]
    assert sum(line.startswith("django:") for line in lines) == 1


def test_merges_are_listed_by_reason(asked, diptych):
    out = diptych("people", "-r", "flask", "--merges").out
    assert "Joined: 1 by same e-mail." in out
    assert out.splitlines()[-1].split() == ["same", "e-mail", "Ada", "ada", "a…@…", "Ada", "A…@…"]


def test_json_has_everything_but_addresses(asked, diptych):
    rows = json.loads(diptych("people", "--json", "--top", "1").out)
    assert rows[0]["repository"] == "flask"
    assert rows[0]["people"] == 2
    assert [(one["name"], one["last"]) for one in rows[0]["members"]] == [("Ada\x1b[31m", "1971-01-01")]
    merges = json.loads(diptych("people", "--json", "--merges").out)
    assert merges[1]["merges"][0]["reason"] == "same e-mail"


def test_every_option_reaches_the_pipeline(asked, configured, diptych):
    words = "people -r flask --as-of 2.0 --identity email --credit committer --bots only"
    assert diptych(*words.split()).code == 0
    options = asked[0][1]
    del options["specs"]
    assert options == {
        "names": ["flask"],
        "base": configured,
        "as_of": "2.0",
        "identity": "email",
        "credit": "committer",
        "bots": "only",
    }


def test_addresses_go_to_the_file_only(asked, tmp_path, diptych):
    file = tmp_path / "proposed"
    ran = diptych("people", "-r", "flask", "--write-mailmap", str(file))
    assert file.read_text() == f"Ada <{ADDRESS}> <A>\n"
    assert ran.out == f"{file}: 1 line, with whole addresses of people: think before you publish them\n"
    for words in (["people"], ["people", "--merges"], ["people", "--json"], ["people", "--json", "--merges"]):
        assert ADDRESS not in diptych(*words).out


def test_a_mailmap_is_of_one_repository_and_written_over_nothing(asked, tmp_path, diptych):
    ran = diptych("people", "--write-mailmap", str(tmp_path / "a"))
    assert (ran.code, ran.err) == (2, "error: a mailmap is that of one repository\nhint: name it with --repository\n")
    ran = diptych("people", "-r", "flask", "--write-mailmap", str(tmp_path / "diptych.toml"))
    assert ran.code == 2
    assert "is there already" in ran.err
    assert asked == []
