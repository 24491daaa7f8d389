"""`diptych compare`."""


def test_compare_needs_no_configuration(pipeline, diptych, tmp_path):
    assert diptych("compare", "pallets/flask", "https://example.org/django.git", "--as-of", "2.0").code == 0
    (_, compared), (_, written) = pipeline.asked
    assert (compared["names"], compared["title"]) == (["flask", "django"], "flask and django")
    assert [spec.location for spec in compared["specs"]] == ["pallets/flask", "https://example.org/django.git"]
    assert (compared["as_of"], compared["update"], compared["base"]) == ("2.0", True, tmp_path)
    assert written["output"] == tmp_path / "reports/flask-vs-django.html"


def test_compare_takes_a_definition(pipeline, diptych):
    diptych("compare", "a/b", "--definition", "cloc")
    assert pipeline.asked[0][1]["definition"] == "cloc"


def test_compare_of_nothing_is_refused(pipeline, diptych):
    ran = diptych("compare")
    assert ran.code == 2
    assert ran.err == "error: missing argument 'SPEC...'\nhint: see diptych compare --help\n"
