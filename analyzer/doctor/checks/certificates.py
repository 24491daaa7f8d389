"""Which certificates git trusts, and whether they can be read."""

from __future__ import annotations

import shlex
import ssl
from collections.abc import Iterator

from analyzer import git
from analyzer.config.places import expanded
from analyzer.doctor.check import Check, Finding, Level, Surroundings, failed, good, warning
from analyzer.errors import ConfigError

_WRITE = "name a file of certificates in PEM: git config --global http.sslCAInfo FILE"


def _look(around: Surroundings) -> Iterator[Finding]:
    environment = around.environment
    files = {"GIT_SSL_CAINFO": environment.get("GIT_SSL_CAINFO", ""), "http.sslCAInfo": _configured("http.sslCAInfo")}
    found = [*_places(files), *_unverified(around), *_others(environment.get("SSL_CERT_FILE", ""), any(files.values()))]
    yield from found or [good("those of the system")]


def _places(files: dict[str, str]) -> Iterator[Finding]:
    for name, value in files.items():
        if value:
            yield _judged(name, value)


def _judged(name: str, value: str) -> Finding:
    try:
        path = expanded(value)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cafile=path)
    except ssl.SSLError:
        return failed(f"{name}: {path} holds no certificate", _WRITE)
    except ConfigError as error:
        return failed(f"{name}: {error.message}", _WRITE)
    except OSError as error:
        return failed(f"{name}: {path} cannot be read: {(error.strerror or str(error)).lower()}", _WRITE)
    return good(f"{name}: {path}, {context.cert_store_stats()['x509_ca']} authorities")


def _unverified(around: Surroundings) -> Iterator[Finding]:
    urls = dict.fromkeys(location.display for _, location in around.remotes() if location.url.startswith("https"))
    for url in urls:
        if _configured("--get-urlmatch", "http.sslVerify", url).lower() in ("false", "0", "no", "off"):
            yield warning(f"git is told to trust any certificate for {url}", "unset http.sslVerify, set http.sslCAInfo")
    if around.environment.get("GIT_SSL_NO_VERIFY"):
        yield warning("GIT_SSL_NO_VERIFY is set; Diptych does not hand it on", "set http.sslCAInfo instead")


def _others(value: str, has_own: bool) -> Iterator[Finding]:
    if not value or has_own:
        return
    judged = _judged("SSL_CERT_FILE", value)
    if judged.level is Level.FAILED:
        # Whether git fails by it depends on what git was built with.
        yield warning(judged.words, f"correct or unset SSL_CERT_FILE; {_WRITE}")
    else:
        advice = f"if a certificate is not trusted: git config --global http.sslCAInfo {shlex.quote(value)}"
        yield warning(f"SSL_CERT_FILE is {value}; not every git reads it", advice)


def _configured(*words: str) -> str:
    """Return a value of git's configuration; empty if it has none, or there is no git."""
    arguments = words if len(words) > 1 else ("--get", *words)
    try:
        return git.run("config", *arguments).stdout.decode("utf-8", "replace").strip()
    except OSError:
        return ""


CHECK = Check(__name__, "Certificates", 65, _look)
