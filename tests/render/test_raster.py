"""Drawings as pictures."""

from __future__ import annotations

import pytest

from analyzer.errors import RenderError
from analyzer.render.raster import png


def test_a_unit_is_a_pixel():
    made = png('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"><rect width="7" height="5"/></svg>')
    assert made[16:24] == b"\x00\x00\x00\x07\x00\x00\x00\x05"


def test_what_is_no_drawing_is_an_error_with_a_reason():
    with pytest.raises(RenderError, match="could not draw the picture") as caught:
        png("<svg")
    assert "\n" not in caught.value.message
