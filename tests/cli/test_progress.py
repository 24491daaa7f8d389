"""Who is told what: bars, steps, notes."""

import io

from rich.console import Console
from rich.progress import Progress, TextColumn

from analyzer.cli.progress import Bars, Notes, Steps, listener
from analyzer.progress import Silent


def test_quiet_is_silent_and_no_terminal_gets_notes_only(capsys):
    with listener(quiet=True, verbose=True, bars=True) as progress:
        assert isinstance(progress, Silent)
    with listener(quiet=False, verbose=False, bars=False) as progress:
        assert isinstance(progress, Notes)
        task = progress.task("Cloning", 3)
        task.total(4)
        task.advance()
        task.finish()
        progress.note("a note")
    assert capsys.readouterr() == ("", "a note\n")


def test_verbose_tells_every_step_with_its_count(capsys):
    steps = Steps()
    task = steps.task("Counting \x1b[2Jlines", 10)
    task.total(20)
    task.advance(1500)
    task.finish()
    assert capsys.readouterr().err.startswith("Counting \ufffd[2Jlines: 1,500 in 0.")


def test_bars_show_labels_and_go_away_when_they_are_over():
    drawn = io.StringIO()
    with Progress(TextColumn("{task.description}"), console=Console(file=drawn, force_terminal=True)) as drawing:
        bars = Bars(drawing)
        task = bars.task("Cloning [x]")
        task.total(10)
        task.advance(4)
        (shown,) = drawing.tasks
        assert (shown.total, shown.completed, drawing.tasks[0].description) == (10, 4, "Cloning \\[x]")
        bars.note("[bold]a \x1b note")
        task.finish()
        assert drawing.tasks == []
    assert "[bold]a \ufffd note" in drawn.getvalue()


def test_bars_are_drawn_on_stderr(capsys):
    with listener(quiet=False, verbose=False, bars=True) as progress:
        assert isinstance(progress, Bars)
        progress.task("Cloning").finish()
        progress.note("a note")
    out, err = capsys.readouterr()
    assert out == ""
    assert "a note" in err
