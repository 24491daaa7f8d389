"""`diptych report`."""


def test_report_reads_only_the_cache(configured, pipeline, diptych):
    assert diptych("report", "--output", "again.html").code == 0
    (_, compared), (_, written) = pipeline.asked
    assert compared["update"] is False
    assert written["output"] == configured / "again.html"
