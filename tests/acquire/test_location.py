"""What the user writes -> URL, display, slug."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.acquire.location import Location, parse_location
from analyzer.acquire.place import place
from analyzer.config import naming
from analyzer.errors import BadSpec

NOWHERE = Path("/nowhere")


def parse(text: str) -> Location:
    return parse_location(text, base=NOWHERE)


@pytest.mark.parametrize(
    ("text", "url", "slug"),
    [
        ("pallets/flask", "https://github.com/pallets/flask", ("github.com", "pallets", "flask")),
        ("github:pallets/flask", "https://github.com/pallets/flask", ("github.com", "pallets", "flask")),
        ("github.com/pallets/flask", "https://github.com/pallets/flask", ("github.com", "pallets", "flask")),
        ("gitlab:a/b/c", "https://gitlab.com/a/b/c", ("gitlab.com", "a", "b", "c")),
        ("codeberg:a/b", "https://codeberg.org/a/b", ("codeberg.org", "a", "b")),
        ("bitbucket:a/b", "https://bitbucket.org/a/b", ("bitbucket.org", "a", "b")),
        ("https://GitHub.com/Pallets/Flask.git/", None, ("github.com", "pallets", "flask")),
        ("HTTPS://example.org/Ada/Tool", None, ("example.org", "Ada", "Tool")),
        ("http://example.org:80/a/b", None, ("example.org", "a", "b")),
        ("https://example.org:8443/a/b", None, ("example.org+8443", "a", "b")),
        ("git://example.org/a/b", None, ("example.org+git", "a", "b")),
        ("git@github.com:pallets/flask.git", None, ("github.com", "pallets", "flask")),
        ("ssh://git@github.com/pallets/flask", None, ("github.com", "pallets", "flask")),
        ("ada@example.org:tool.git", None, ("ada@example.org+ssh", "~", "tool")),
        ("ada@example.org:/srv/tool.git", None, ("ada@example.org+ssh", "srv", "tool")),
        ("ssh://example.org:2222/srv/tool", None, ("example.org+ssh+2222", "srv", "tool")),
        ("file:///srv/flask.git", None, ("localhost+file", "srv", "flask")),
        ("file:///srv/my%20tool/.git", None, ("localhost+file", "srv", "my tool")),
        ("https://example.org/~ada/c++.git", None, ("example.org", "~ada", "c++")),
    ],
)
def test_a_remote_has_a_url_and_a_slug(text: str, url: str | None, slug: tuple[str, ...]) -> None:
    found = parse(text)
    assert found.slug == slug
    assert found.url == (text if url is None else url)
    assert found.local is None


@pytest.mark.parametrize(
    ("text", "display"),
    [
        ("https://ada:secret@example.org/a/b", "https://example.org/a/b"),
        ("https://secret@example.org:8443/a/b", "https://example.org:8443/a/b"),
        ("https://ada:se@cret@example.org/a/b", "https://example.org/a/b"),
        ("https://example.org/a/b?private_token=secret", "https://example.org/a/b"),
        ("https://example.org/a/b?access_token=secret&auth=secret", "https://example.org/a/b"),
        ("ssh://ada:secret@example.org/a/b", "ssh://ada@example.org/a/b"),
        ("git@example.org:a/b", "git@example.org:a/b"),
    ],
)
def test_the_display_has_no_credentials_and_leads_to_the_same_slug(text: str, display: str) -> None:
    found = parse(text)
    assert found.display == display
    assert found.url == text
    assert parse(display).slug == found.slug


@pytest.mark.parametrize(
    "text",
    [
        "https://ada:secret/word@example.org/a/b",
        "ada:secret@example.org/a/b",
        "https:/ada:secret@example.org/a",
        "http//ada:secret@example.org/a",
        "https://ada:secret@example.org:port/a",
        "https://ada:secret@exa mple.org/a",
        "https://ada:secret@example.org/a?x=1",
        "ftp://ada:secret@example.org/a",
        "https://ada:secret@example.org/..",
    ],
)
def test_a_refusal_does_not_repeat_a_password(text: str) -> None:
    with pytest.raises(BadSpec) as caught:
        parse(text)
    assert "secret" not in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "flask",
        "a/b/c",
        "--upload-pack=touch/x",
        "-a/b",
        "ext::sh -c touch% x",
        "fd::17/x",
        "foo::https://example.org/a",
        "ext://x/y",
        "ssh://-oProxyCommand=x/a",
        "-oProxyCommand=x:a/b",
        "git@-host:a/b",
        "ssh://-ada@example.org/a/b",
        "git@example.org:-a/b",
        "https://example.org/a/../b",
        "https://example.org/a/%2e%2e/b",
        "https://example.org/a%2fb",
        "https://example.org/a//b",
        "https://example.org/",
        "https:///a/b",
        "https://[::1]/a/b",
        "https://example.org/c:/b",
        "https://example.org/a\\b",
        "https://example.org/a/b#main",
        "https://example.org/a/b\nx",
        "https://example.org/a/%00",
        "https://example.org/a/b%0a",
        "https://example.org/a/b\u202e",
        "https://example.org/a./b",
        "https://example.org/a/" + "b" * 201,
        "https://example.org/a.git/b",
        "https://example.org/a.git.partial/b",
        "https://github.com/pallets/flask/tree/main",
        "file://example.org/a",
        "C:\\repositories\\flask",
        "a/b\x00",
        "/",
    ],
)
def test_what_is_no_repository_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(BadSpec) as caught:
        parse(text)
    assert caught.value.hint


def test_an_existing_folder_goes_before_a_shorthand(tmp_path: Path) -> None:
    (tmp_path / "pallets" / "flask").mkdir(parents=True)
    found = parse_location("pallets/flask", base=tmp_path)
    assert found.local == tmp_path / "pallets" / "flask"
    assert found.name == "flask"
    assert parse_location("pallets/click", base=tmp_path).local is None


@pytest.mark.parametrize("text", ["./flask.git", "../here/flask.git", "flask.git/.git", "./flask.git/"])
def test_a_path_is_relative_to_the_base_and_gives_its_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "here" / "flask.git" / ".git").mkdir(parents=True)
    found = parse_location(text, base=tmp_path / "here")
    assert found.local is not None
    assert found.local.is_relative_to(tmp_path / "here" / "flask.git")
    assert found.name == "flask"


def test_a_tilde_is_the_home() -> None:
    assert parse("~/tool").local == (Path.home() / "tool").resolve()


def test_the_base_itself_can_be_the_repository(tmp_path: Path) -> None:
    assert parse_location(".", base=tmp_path).name == tmp_path.name


_PARTS = st.one_of(
    st.sampled_from(["..", ".", "", "a", "B", ".git", "a.git", "a.git.lock", "%2e%2e", "%2f", "-x", "c:", "~", "a\\b"]),
    st.text(max_size=12),
)
_STARTS = st.sampled_from(
    ["https://example.org/", "ssh://ada@example.org:22/", "git@example.org:", "file:///", "gitlab:", "github:", ""]
)


@given(start=_STARTS, parts=st.lists(_PARTS, max_size=5))
def test_a_mirror_never_lies_outside_the_folder_of_mirrors(start: str, parts: list[str]) -> None:
    try:
        found = parse(start + "/".join(parts))
    except BadSpec:
        return
    if found.local is None:
        mirrors = Path("/cache/mirrors")
        path = place(found, mirrors)
        assert path.resolve().is_relative_to(mirrors)
        assert path.relative_to(mirrors).parts == (*found.slug[:-1], f"{found.slug[-1]}.git")
        assert not any(part in ("", ".", "..") or part.startswith("-") for part in found.slug)


@given(first=st.lists(_PARTS, min_size=1, max_size=4), second=st.lists(_PARTS, min_size=1, max_size=4))
def test_no_mirror_lies_within_another_or_beside_it_under_its_names(first: list[str], second: list[str]) -> None:
    try:
        one, other = (parse("https://example.org/" + "/".join(parts)) for parts in (first, second))
    except BadSpec:
        return
    path, taken = place(one, Path("/m")), place(other, Path("/m"))
    for ending in ("", ".lock", ".partial"):
        reserved = taken.with_name(taken.name + ending)
        assert reserved not in path.parents
        assert path != reserved or one.slug == other.slug


def test_different_repositories_have_different_slugs() -> None:
    texts = [
        "https://example.org/a/b",
        "https://example.org/A/b",
        "https://example.org:8443/a/b",
        "https://example.org/8443/a/b",
        "ssh://example.org/a/b",
        "ssh://example.org:8443/a/b",
        "ada@example.org:a/b",
        "bob@example.org:a/b",
        "ada@example.org:/a/b",
        "git://example.org/a/b",
        "file:///example.org/a/b",
        "https://file/example.org/a/b",
    ]
    assert len({parse(text).slug for text in texts}) == len(texts)


@pytest.mark.parametrize("text", ["./circle", "./circle/..", "./circle/within"])
def test_a_link_to_itself_is_no_repository(text: str, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    try:
        assert parse_location(text, base=tmp_path).local is not None
    except BadSpec as error:
        assert "leads back to itself" in error.message
    # A name is found for it all the same, by whoever tells of it.
    assert naming.names([(None, text)], tmp_path)
