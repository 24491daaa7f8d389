"""A page as its reader's parser sees it."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr"})


@dataclass
class Element:
    """One start tag, the text right inside of it, and the tags around it."""

    tag: str
    attributes: dict[str, str]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """All elements of a page; fails on an end tag that ends nothing."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(each.tag for each in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag} {self.open[-1].attributes}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]


@cache
def read(text: str) -> Page:
    """Return the page; fails unless every element is closed where it should be."""
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == [], "elements are left open"
    return page


def data_of(text: str) -> dict[str, Any]:
    """Return the JSON that the script reads."""
    (element,) = [each for each in read(text).all("script") if each.attributes.get("id") == "data"]
    loaded: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(element.text)))
    return loaded


def skeleton(text: str) -> str:
    """Return the page without what only machines read: chart library, style, packed data, pictures."""
    text = re.sub(r"<script>.*?</script>", "<script></script>", text, flags=re.DOTALL)
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    text = re.sub(r"sha256-[\w+/=]+", "sha256-HASH", text)
    text = re.sub(r'(id="(?:data|library)">).*?</script>', r"\1</script>", text, flags=re.DOTALL)
    return re.sub(r"<svg viewBox=\"[\d. ]+\" aria-hidden.*?</svg>", "<svg></svg>", text, flags=re.DOTALL)
