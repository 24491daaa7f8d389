"""Tests of what looks at the machine."""
