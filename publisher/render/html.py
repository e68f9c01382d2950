"""Writes the page as one accessible HTML file.

It needs nothing beside it: style and pictures stand inside.
"""

from __future__ import annotations

import base64
from collections import Counter
from copy import deepcopy
from typing import Any

from lxml import etree

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.sources import OutsideSources, picture_at
from publisher.render.style import style_sheet


def write_html(page: str, resolved: Document, workspace: Workspace) -> bytes:
    """`page` as HTML 5 in UTF-8.

    Notes stand at the end of their division, linked both ways.
    """
    root = etree.fromstring(page.encode())
    style = style_sheet(workspace.template("style/screen.css"))
    _complete_head(root.find("head"), resolved, style)
    for image in root.iter("img"):
        _carry_picture(image, workspace)
    for place in (root.find(".//header"), *root.iterfind(".//section")):
        if place is not None:
            place.extend(_gather_notes([place]))
    main = root.find(".//main")
    opening = [child for child in main if child.tag in ("h1", "p")]  # the title and what stands under it
    for notes in _gather_notes(opening):
        opening[-1].addnext(notes)
    for call in [*root.iter("span")]:
        if call.get("class") == "call":
            _link_again(call)
    _link_table_notes(root)
    for reference in root.iterfind(".//a[@data-shows='note']"):
        reference.set("href", "#note-" + reference.get("href").removeprefix("#"))
    _make_landmarks(root)
    _part_numbers(root)
    text: str = etree.tostring(root, encoding="unicode", method="html")
    return ("<!DOCTYPE html>\n" + text + "\n").encode()


def _complete_head(head: Any, resolved: Document, style: str) -> None:
    head.insert(0, etree.Element("meta", charset="utf-8"))
    head.insert(1, etree.Element("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(etree.Element("meta", name="dcterms.date", content=resolved.properties.date.isoformat()))
    sheet = etree.SubElement(head, "style")
    sheet.text = style


def _carry_picture(image: Any, workspace: Workspace) -> None:
    """Put the file of `image` into its address; a picture that cannot be read leaves its alternative text."""
    address = image.get("src", "")
    if address.startswith("data:"):
        return
    try:
        found = picture_at(address, workspace)
    except OutsideSources:
        del image.attrib["src"]
        return
    image.set("src", f"data:{found.media_type};base64,{base64.b64encode(found.data).decode()}")


def _gather_notes(places: list[Any]) -> list[Any]:
    """Turn each call in `places` into a link and give back the part that holds their notes, if there are any."""
    notes = etree.Element("section", {"class": "notes", "role": "doc-endnotes"})
    for call in [call for place in places for call in place.iter("span")]:
        if call.get("class") == "call" and len(call):
            note = call[0]
            notes.append(_note(note, call))
            call.remove(note)
            _link(call, note.get("id"), call.get("id"))
    return [notes] if len(notes) else []


def _note(note: Any, call: Any) -> Any:
    """The body of a footnote as a paragraph whose mark leads back to the call."""
    body = deepcopy(note)
    body.tag, body.tail = "p", "\n"
    mark = etree.Element("a", {"class": "mark", "href": f"#{call.get('id')}", "role": "doc-backlink"})
    mark.text, mark.tail = call.get("data-mark"), " " + (body.text or "")
    body.text = None
    body.insert(0, mark)
    return body


def _link(call: Any, target: str, identifier: str | None) -> None:
    """Turn `call` into a raised link to the note `target`, `identifier` on the link itself."""
    call.tag = "sup"
    link = etree.SubElement(call, "a", {"href": f"#{target}", "role": "doc-noteref"})
    link.text = call.get("data-printed", call.get("data-mark"))
    call.attrib.pop("id", None)
    call.text = None
    if identifier:
        link.set("id", identifier)


def _link_again(call: Any) -> None:
    """Link a further call of a note that was called before."""
    _link(call, f"note-{call.get('data-note')}", None)


def _link_table_notes(root: Any) -> None:
    """Link the letters in a table with the notes under it."""
    calls: dict[str, str] = {}
    for call in root.iter("sup"):
        if call.get("class") == "table-call":
            name = call.get("data-note")
            first = name not in calls
            calls.setdefault(name, f"call-{name}")
            _link(call, f"note-{name}", calls[name] if first else None)
    for note in root.iterfind(".//p[@class='table-note']"):
        mark = note.find("span[@class='mark']")
        name = note.get("id").removeprefix("note-")
        if mark is not None and name in calls:
            mark.tag = "a"
            mark.set("href", f"#{calls[name]}")
            mark.set("role", "doc-backlink")
            mark.tail = " " + (mark.tail or "")


def _make_landmarks(root: Any) -> None:
    """Name the main part for the skip link, label the contents, let wide tables be scrolled by keyboard."""
    main = root.find(".//main")
    if (foot := root.find(".//footer")) is not None:
        root.find("body").append(foot)
    title = main.find("h1")
    main.set("id", "main")
    main.set("tabindex", "-1")
    title.set("id", "title")
    skip = etree.Element("a", {"class": "skip", "href": "#main"})
    skip.text = " ".join("".join(title.itertext()).split())
    root.find("body").insert(0, skip)
    for contents in root.iter("nav"):
        contents.set("aria-labelledby", "contents-heading")
    named: Counter[str] = Counter()
    for block in root.iterfind(".//div[@class]"):
        table = block.find("table")
        if table is not None:
            wrapper = etree.Element("div", {"class": "wide", "role": "region", "tabindex": "0"})
            name = table.get("aria-label") or skip.text
            named[name] += 1
            wrapper.set("aria-label", name if named[name] == 1 else f"{name} ({named[name]})")
            block.replace(table, wrapper)
            wrapper.append(table)


def _part_numbers(root: Any) -> None:
    """Put a space after each number and label: there is no tab stop on a screen."""
    for number in root.iter("span"):
        if number.get("class") in ("number", "label"):
            number.tail = " " + (number.tail or "")
