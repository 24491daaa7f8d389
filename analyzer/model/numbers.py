"""What figures are made of."""

from __future__ import annotations

Number = int | float
