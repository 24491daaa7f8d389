"""A drawing as a picture: only this file and `drawing.py` call vl-convert."""

from __future__ import annotations

from analyzer.errors import RenderError


def png(svg: str) -> bytes:
    """Return a drawing as PNG, a pixel for each of its units. Raises RenderError."""
    import vl_convert

    try:
        made: bytes = vl_convert.svg_to_png(svg, scale=1, ppi=72)
    except (ValueError, RuntimeError) as error:
        # The library adds where it was, a line for each call.
        reason = str(error).partition("\n")[0]
        raise RenderError(f"could not draw the picture: {reason}") from error
    return made
