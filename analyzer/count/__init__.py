"""Bytes -> language, scope and line vector."""
