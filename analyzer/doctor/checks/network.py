"""Whether the hosts of the configuration answer: git asks each for one repository, as a run does."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from analyzer.acquire.failures import Passing
from analyzer.acquire.location import Location
from analyzer.acquire.place import place
from analyzer.acquire.remote import reach
from analyzer.doctor.check import Check, Finding, Surroundings, failed, good, warning
from analyzer.errors import AcquireError, HostNotFound
from analyzer.model.repository import RepositorySpec
from analyzer.model.wording import listed
from analyzer.stages.bundled import bundled

_AT_ONCE = 8


def _look(around: Surroundings) -> Iterator[Finding]:
    hosts: dict[str, list[tuple[RepositorySpec, Location]]] = {}
    for spec, location in around.remotes():
        hosts.setdefault(location.slug[0], []).append((spec, location))
    if not hosts:
        yield good("no host is needed")
    elif around.offline:
        yield good(f"not asked: {', '.join(hosts)}")
    else:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(lambda host: _asked(around, host, hosts[host]), hosts)


def _asked(around: Surroundings, host: str, repositories: list[tuple[RepositorySpec, Location]]) -> Finding:
    try:
        reach(repositories[0][1], seconds=around.seconds)
    except (HostNotFound, Passing) as error:
        return warning(error.message, f"{_what_then(around, repositories)}; {error.hint}")
    except AcquireError as error:
        return failed(error.message, error.hint or "")
    except OSError as error:  # git itself is missing, which has a check of its own
        return failed(f"{host} was not asked: {(error.strerror or str(error)).lower()}", "see the check of git")
    return good(f"{host} answers")


def _what_then(around: Surroundings, repositories: list[tuple[RepositorySpec, Location]]) -> str:
    """Return what a run does without the host."""
    groups: dict[str, list[str]] = {}
    for spec, location in repositories:
        groups.setdefault(_instead(around, spec, location), []).append(spec.name)
    return ", and ".join(words.format(listed(names)) for words, names in sorted(groups.items(), reverse=True))


def _instead(around: Surroundings, spec: RepositorySpec, location: Location) -> str:
    if place(location, around.workspace.mirrors).exists():
        return "a run takes {} as last brought"
    if bundled(around.workspace, spec, base=around.workspace.root) is not None:
        return "a run takes {} from facts that come with Diptych, if none are newer"
    return "a run cannot bring {}, and takes imported facts if there are any"


CHECK = Check(__name__, "Network", 70, _look)
