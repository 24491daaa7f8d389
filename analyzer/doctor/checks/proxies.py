"""Which proxies git goes through, and whether they can be."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from analyzer import git
from analyzer.doctor.check import Check, Finding, Surroundings, failed, good, warning

_NAMES = ("https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY")
_PORTS = {"http": 1080, "https": 443, "socks4": 1080, "socks4a": 1080, "socks5": 1080, "socks5h": 1080}
"""Schemes that curl knows, with the port that it takes where none is given."""


def _look(around: Surroundings) -> Iterator[Finding]:
    found = {name: around.environment[name] for name in _NAMES if around.environment.get(name)}
    found.update(_configured(around))
    for name, value in found.items():
        yield _judged(name, value, around)
    if around.environment.get("HTTP_PROXY") and "http_proxy" not in found:
        yield warning("HTTP_PROXY is set in capitals, which git does not read", "set http_proxy")
    if not found:
        yield good("none is set")


def _configured(around: Surroundings) -> dict[str, str]:
    """Return `http.proxy` as git's configuration has it for the addresses of ours."""
    found = {}
    for url in dict.fromkeys(location.display for _, location in around.remotes() if location.url.startswith("http")):
        try:
            told = git.run("config", "--get-urlmatch", "http.proxy", url)
        except OSError:  # git is missing, which has a check of its own
            return {}
        if value := told.stdout.decode("utf-8", "replace").strip():
            found[f"http.proxy for {url}"] = value
    return found


def _judged(name: str, value: str, around: Surroundings) -> Finding:
    parts = _parsed(value)
    if parts is None:
        # The value is not repeated: it may hold a password.
        return failed(f"{name} is no address of a proxy", "write it like http://proxy.example.org:3128")
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    words = f"{name}: {parts.scheme}://{host}:{port}"
    if around.offline:
        return good(words)
    try:
        socket.create_connection((host, port), timeout=around.seconds).close()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return warning(
            f"{words} does not answer: {reason}", "correct or unset it; without it, see the check of the network"
        )
    return good(f"{words} answers")


def _parsed(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value if re.match(r"[a-z0-9]+://", value, re.IGNORECASE) else f"http://{value}")
        parts.port  # noqa: B018  (raises for a port that is none)
        (parts.hostname or "").encode("idna")  # raises for a name that none can be asked for
    except ValueError:
        return None
    return parts if parts.scheme in _PORTS and parts.hostname else None


CHECK = Check(__name__, "Proxy", 60, _look)
