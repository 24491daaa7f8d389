"""`diptych refresh`."""


def test_refresh_brings_the_whole_configuration(configured, pipeline, diptych):
    ran = diptych("refresh")
    assert (ran.code, ran.out) == (0, "Up to date: flask and django\n")
    assert pipeline.asked == [
        (
            "refresh",
            {"names": ["flask", "django"], "specs": pipeline.asked[0][1]["specs"], "base": configured}
            | {"history_only": False},
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


def test_quiet_silences_notes(configured, diptych):
    assert "fetching everything" in diptych("refresh").err
    assert diptych("--quiet", "refresh").err == ""
