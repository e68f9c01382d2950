"""The pages of the handbook, put together and drawn as one HTML file."""

from __future__ import annotations

import base64
import difflib
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publisher.failures import BadRequest
from publisher.handbook.keys import keys_of
from publisher.model.characters import slug

PAGES = (  # in the order they are read
    "first-day", "writing", "findings", "sheets", "languages", "own-body", "own-letterhead", "correcting", "batches",
    "many-machines", "register", "from-word", "record", "words", "reference", "commands", "inside", "how-fast",
)  # fmt: skip
_HOME = Path(__file__).resolve().parent
_INSERT = re.compile(r"^<!-- (keys|commands)(?:: (\w+))? -->$", re.MULTILINE)
_INFO = re.compile(r"(?P<language>\w*)(?: (?P<how>file|into|prints)=(?P<name>\S+))?(?: .*)?")
_CAPTIONS = {"file": "the file {}", "into": "in {}", "prints": "prints"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the handbook as Markdown: its name, its title, its text."""

    name: str
    title: str
    text: str


def chapters(commands: str) -> tuple[Page, ...]:
    """All pages; `commands` is the reference of the command line, as Markdown."""
    made = []
    for name in PAGES:
        text = (_HOME / "pages" / f"{name}.md").read_text(encoding="utf-8")
        text = _INSERT.sub(lambda found: commands if found[1] == "commands" else keys_of(found[2]), text)
        title = re.match(r"# (.+)", text)
        made.append(Page(name, title[1] if title else name, text))
    return tuple(made)


def page_of(topic: str, pages: Sequence[Page]) -> str:
    """The place in the handbook that `topic` names.

    A page, or words of a heading. BadRequest with what is near where there is none.
    """
    wanted = slug(topic)
    places = {page.name: page.name for page in pages}
    for page in pages:
        for heading in re.findall(r"^#{1,3} (.+)$", page.text, re.MULTILINE):
            places.setdefault(slug(heading), _place(page, slug(heading)))
    if wanted in places:
        return places[wanted]
    if inside := [name for name in places if wanted and wanted in name]:
        return places[min(inside, key=len)]
    near = difflib.get_close_matches(wanted, places, n=3, cutoff=0.5)
    raise BadRequest(f"the handbook has nothing on “{topic}”; its pages are {', '.join(near or PAGES)}")


def as_html(pages: Sequence[Page], version: str) -> str:
    """The handbook as one HTML file, which needs nothing from elsewhere."""
    style = (_HOME / "handbook.css").read_text(encoding="utf-8")
    contents = "".join(_entry(page) for page in pages)
    body = "".join(f'<section id="{page.name}">{_drawn(page)}</section>\n' for page in pages)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>publisher {html.escape(version)}: the handbook</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Contents"><p class="name">publisher <span>{html.escape(version)}</span></p>'
        f"<ul>{contents}</ul></nav>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _entry(page: Page) -> str:
    heads = re.findall(r"^## (.+)$", page.text, re.MULTILINE)
    inner = "".join(f'<li><a href="#{_place(page, slug(head))}">{_plain(head)}</a></li>' for head in heads)
    title = f'<a href="#{page.name}">{_plain(page.title)}</a>'
    return f"<li>{title}{f'<ul>{inner}</ul>' if inner and len(heads) < 12 else ''}</li>"


def _plain(heading: str) -> str:
    return html.escape(heading.replace("`", ""))


def _place(page: Page, name: str) -> str:
    return f"{page.name}-{name}"


def _drawn(page: Page) -> str:
    tokens = _markdown().parse(page.text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag != "h1":
            token.attrSet("id", _place(page, slug(tokens[place + 1].content)))
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _within(str(child.attrGet("href")), page))
            elif child.type == "image":
                child.attrSet("src", _carried(str(child.attrGet("src"))))
    return str(_markdown().renderer.render(tokens, _markdown().options, {}))


def _carried(address: str) -> str:
    """A picture of the handbook as an address that holds it whole."""
    data = (_HOME / "pages" / address).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _within(address: str, page: Page) -> str:
    """The address of a link to another page, in the one file that all are in."""
    name, _, place = address.partition("#")
    if name.endswith(".md"):
        return f"#{name[:-3]}{f'-{place}' if place else ''}"
    return f"#{page.name}-{place}" if not name and place else address


@lru_cache(maxsize=1)
def _markdown() -> Any:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    reader.add_render_rule("fence", _fence)
    return reader


def _fence(renderer: Any, tokens: Sequence[Any], place: int, options: Any, environment: Any) -> str:
    """A block of commands or of YAML under the name of its file."""
    found = _INFO.fullmatch(tokens[place].info.strip())
    how, name = (found["how"], found["name"]) if found else (None, None)
    caption = f"<figcaption>{html.escape(_CAPTIONS[how].format(name))}</figcaption>" if how else ""
    kind = html.escape(found["language"] if found else "")
    return f'<figure class="{kind}">{caption}<pre tabindex="0"><code>{html.escape(tokens[place].content)}</code></pre></figure>\n'


def blocks(text: str) -> Iterator[Mapping[str, str]]:
    """The fenced blocks of a page in order.

    Each with its language, how it is to be taken (file, into, prints), a name, and what it holds.
    """
    for found in re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", text, re.MULTILINE):
        info = _INFO.fullmatch(found[1].strip())
        told = info.groupdict("") if info else {"language": found[1], "how": "", "name": ""}
        yield {**told, "info": found[1], "holds": found[2]}
