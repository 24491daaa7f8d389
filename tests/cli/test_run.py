"""`diptych run`."""


def test_run_compares_what_the_configuration_names_and_says_where_the_report_is(configured, pipeline, diptych):
    ran = diptych("run")
    assert ran.code == 0
    (_, compared), (_, written) = pipeline.asked
    assert (compared["names"], compared["title"], compared["update"]) == (["flask", "django"], "Two", True)
    assert (compared["base"], compared["definition"], compared["as_of"]) == (configured, "openhub", None)
    assert written["output"] == configured / "out/two.html"
    assert f"Report: {configured / 'out/two.html'}" in ran.out


def test_run_prints_a_short_table_of_the_key_rows(configured, diptych):
    lines = diptych("run").out.splitlines()
    assert [line.split() for line in lines[:4]] == [
        ["flask", "django"],
        ["Commits", "1,234", "1,234"],
        ["Comments", "25.2", "%", "(High)", "25.2", "%", "(High)"],
        ["Activity", "New", "New"],
    ]
    assert "Files modified" not in "".join(lines)


def test_run_takes_another_configuration_moment_and_place(configured, pipeline, diptych):
    (configured / "other.toml").write_text('[[repository]]\nurl = "x/y"\n', encoding="utf-8")
    assert diptych("run", "other.toml", "--as-of", "2020-07-01", "--output", "r.html").code == 0
    (_, compared), (_, written) = pipeline.asked
    assert (compared["names"], compared["as_of"], written["output"]) == (["y"], "2020-07-01", configured / "r.html")


def test_without_an_output_the_report_goes_to_the_workspace(configured, pipeline, diptych, tmp_path):
    (configured / "other.toml").write_text(
        '[[repository]]\nurl = "x/y"\n[[repository]]\nurl = "x/z"\n', encoding="utf-8"
    )
    diptych("--workspace", "home", "run", "other.toml")
    assert pipeline.asked[-1][1]["output"] == tmp_path / "home/reports/y-vs-z.html"


def test_a_report_without_some_repositories_is_exit_4_and_says_which(configured, pipeline, diptych):
    pipeline.broken = frozenset({"django"})
    ran = diptych("run")
    assert ran.code == 4
    assert "Report: " in ran.out
    assert ran.err.splitlines() == ["error: django could not be read", "       django: the host was not found"]


def test_run_without_a_configuration_is_one_line_and_a_hint(pipeline, diptych, tmp_path):
    ran = diptych("run")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"error: there is no configuration {tmp_path / 'diptych.toml'}"
    assert ran.err.splitlines()[1].startswith("hint: ")
    assert pipeline.asked == []


def test_what_is_slow_is_read_after_the_first_report_which_is_then_made_again(configured, pipeline, diptych):
    pipeline.late = True
    ran = diptych("run", "--as-of", "2020-07-01")
    assert [what for what, _ in pipeline.asked] == ["compare", "write_report", "catch_up", "compare", "write_report"]
    assert pipeline.asked[2][1]["as_of"] == "2020-07-01"
    assert [options["update"] for what, options in pipeline.asked if what == "compare"] == [True, False]
    assert ran.out.count("Report: ") == 1
