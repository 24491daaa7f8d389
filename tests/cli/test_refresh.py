"""`diptych refresh`."""

from analyzer.errors import RefreshHeld


def test_refresh_brings_the_whole_configuration(configured, pipeline, diptych):
    ran = diptych("refresh")
    assert (ran.code, ran.out) == (0, "Up to date: flask and django\n")
    assert pipeline.asked == [
        (
            "refresh",
            {"names": ["flask", "django"], "specs": pipeline.asked[0][1]["specs"], "base": configured}
            | {"history_only": False, "title": "Two", "definition": "openhub"},
        )
    ]


def test_refresh_brings_only_what_is_named_even_if_it_is_not_configured(configured, pipeline, diptych):
    assert diptych("refresh", "Django", "pallets/click", "--history-only").code == 0
    asked = pipeline.asked[0][1]
    assert (asked["names"], asked["history_only"]) == (["django", "click"], True)


def test_a_name_that_is_neither_configured_nor_a_place_is_refused(configured, pipeline, diptych):
    ran = diptych("refresh", "djano")
    assert ran.code == 2
    assert ran.err == "error: there is no repository called 'djano'\nhint: did you mean django?\n"


def test_what_failed_is_told_and_is_exit_4(configured, pipeline, diptych):
    pipeline.broken = frozenset({"flask"})
    ran = diptych("--quiet", "refresh")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.splitlines() == ["error: flask could not be read", "       flask: the host was not found"]


def test_what_is_kept_as_it_was_is_told_and_is_exit_4(configured, pipeline, diptych):
    pipeline.stale = frozenset({"django"})
    ran = diptych("refresh")
    assert (ran.code, ran.out) == (4, "Up to date: flask\n")
    assert "error: django could not be brought up to date\n       django: the host was not found\n" in ran.err


def test_while_another_refresh_is_at_work_it_says_so_and_leaves(configured, pipeline, diptych):
    pipeline.held = RefreshHeld("it is being refreshed by process 7", hint="wait")
    for command in (["refresh"], ["run"], ["compare", "pallets/click"]):
        ran = diptych(*command)
        assert (ran.code, ran.err) == (1, "error: it is being refreshed by process 7\nhint: wait\n")
    assert diptych("report").code == 0
    assert [what for what, _ in pipeline.asked] == ["compare", "write_report"]


def test_quiet_silences_notes(configured, diptych):
    assert "fetching everything" in diptych("refresh").err
    assert diptych("--quiet", "refresh").err == ""
