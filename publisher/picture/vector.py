"""SVG pictures: drawn as they are where plain; bombs are refused.

What they tell of author and program is left out.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from publisher.picture.printed import Unprintable, picture

SVG = "http://www.w3.org/2000/svg"
LINK = "{http://www.w3.org/1999/xlink}href"
MOST_BYTES = 8 * 1024 * 1024
MOST_ELEMENTS = 50_000  # drawn, with what is drawn more than once counted so often
DEEPEST = 64
LONGEST = 1_000_000.0  # pixels of a side
XML = "http://www.w3.org/XML/1998/namespace"
_NOT_DRAWN = frozenset(  # or drawn by browsers alone: every file shows the same picture
    ["metadata", "title", "desc", "script", "foreignObject", "animate", "animateColor", "animateMotion", "animateTransform",
     "set", "discard"]
)  # fmt: skip
SCREEN = 96.0  # pixels an inch (CSS)

_UNITS = {  # pixels
    "": 1.0, "px": 1.0, "pt": SCREEN / 72, "pc": SCREEN / 6, "in": SCREEN, "cm": SCREEN / 2.54, "mm": SCREEN / 25.4,
    "q": SCREEN / 101.6,
}  # fmt: skip
_LENGTH = re.compile(r"\s*\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*(px|pt|pc|in|cm|mm|q|%|em|ex|rem)?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NAMED = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
_OUTSIDE = "save it with its pictures embedded, or as PNG"
_BROKEN = "open it in a drawing program and save it again as plain SVG"


def is_vector(data: bytes) -> bool:
    """Tell whether a file may be an SVG picture; reading it decides."""
    return data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"<svg" in data[:4000]


def plain_vector(data: bytes) -> bytes:
    """The bytes of an SVG picture as it is printed.

    As they are where nothing in them has to go.
    """
    if len(data) > MOST_BYTES:
        raise Unprintable(f"has {len(data) / 2**20:.1f} MB; an SVG may have {MOST_BYTES // 2**20}", "simplify it")
    root = _parsed(data)
    if root.tag not in ("svg", f"{{{SVG}}}svg"):
        raise Unprintable("is XML, but no SVG picture", _BROKEN)
    if root.tag == "svg":
        raise Unprintable(f'lacks xmlns="{SVG}", without which it is no SVG picture', _BROKEN)
    _measure(root)
    _weigh(root)
    cleaned = _look_inside(root)
    declared = root.getroottree().docinfo.internalDTD is not None
    around = root.getprevious() is not None or root.getnext() is not None
    told = [part for part in root.iter() if _tells(part)]
    if not (_without_words(root) or declared or around or told or cleaned):
        return data
    for part in told:
        _take_out(part)
    etree.cleanup_namespaces(root)
    plain: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return plain


def size_of(data: bytes) -> tuple[float, float] | None:
    """Width and height of a picture in CSS pixels, or None.

    From its own words or its view box.
    """
    root = _parsed(data)
    box = _box(root)
    wide, high = (_length(root.get(side)) for side in ("width", "height"))
    if wide and high:
        return wide, high
    if box is None:
        return None
    if wide or high:
        return (wide, wide * box[1] / box[0]) if wide else ((high or 0) * box[0] / box[1], high or 0)
    return box


def fills(data: bytes) -> bool:
    """Whether a picture that states no width is drawn as wide as there is room (CSS 2.2, 10.3.2)."""
    root = _parsed(data)
    return not any(_length(root.get(side)) for side in ("width", "height"))


def _parsed(data: bytes) -> Any:
    """The root of the picture, its own entities written out; libxml2 itself stops those that multiply."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        said = str(getattr(fault, "msg", fault)).splitlines()[0][:80]
        raise Unprintable(f"is not XML: {said}", _BROKEN) from fault
    if sum(len(part.text or "") + len(part.tail or "") for part in root.iter()) > MOST_BYTES:
        raise Unprintable("grows too large by the entities it declares", _BROKEN)
    return root


def _measure(root: Any) -> None:
    """Refuse a size that is none, or that no page has."""
    for side in ("width", "height"):
        said = root.get(side)
        if said is None or said.strip() == "auto":
            continue
        if not _LENGTH.fullmatch(said):
            raise Unprintable(f"has a {side} “{said[:20]}” that is no length", _BROKEN)
        length = _length(said)
        if length is not None and not 0 < length <= LONGEST:
            raise Unprintable(f"has a {side} of “{said[:20]}”, with which it cannot be printed", _BROKEN)
    if root.get("viewBox") is not None and _box(root) is None:
        raise Unprintable(f"has a viewBox “{root.get('viewBox')[:30]}” that is no box", _BROKEN)


def _length(said: str | None) -> float | None:
    """A length in pixels, None where it depends on where the picture stands."""
    found = _LENGTH.fullmatch(said or "")
    unit = (found[3] or "").lower() if found else "%"
    return float(f"{found[1]}{found[2] or ''}") * _UNITS[unit] if found and unit in _UNITS else None


def _box(root: Any) -> tuple[float, float] | None:
    numbers = [float(number) for number in _NUMBER.findall(root.get("viewBox") or "")]
    return (numbers[2], numbers[3]) if len(numbers) == 4 and 0 < min(numbers[2:]) <= max(numbers[2:]) < 1e9 else None


def _weigh(root: Any) -> None:
    """Refuse what is nested too deep, refers to itself, or draws so much that no page needs it."""
    parts: dict[str, Any] = {}
    depth = {root: 1}
    for part in root.iter():
        above = part.getparent()
        depth[part] = depth.get(above, 0) + 1
        if depth[part] > DEEPEST:
            raise Unprintable(f"is nested more than {DEEPEST} deep", _BROKEN)
        if part.get("id"):
            parts.setdefault(part.get("id"), part)
    if len(depth) > MOST_ELEMENTS:
        raise Unprintable(f"has {len(depth)} elements; it may have {MOST_ELEMENTS}", "simplify it, or save it as PNG")
    if _drawn(root, parts, {}, ()) > MOST_ELEMENTS:
        raise Unprintable(f"draws more than {MOST_ELEMENTS} elements by naming some again and again", _BROKEN)


def _drawn(part: Any, parts: dict[str, Any], known: dict[Any, int], above: tuple[Any, ...]) -> int:
    """How many elements a part draws, with those that it names; no deeper than the names lead."""
    if part in known:
        return known[part]
    if len(above) > DEEPEST or part in above:
        raise Unprintable("refers to itself", _BROKEN)
    count = 0
    for one in part.iter():
        count += 1
        for name in _names(one):
            if (named := parts.get(name)) is not None:
                if named is one or (named in one.iterancestors() and etree.QName(one).localname == "use"):
                    raise Unprintable(f"refers to itself by “{name[:30]}”", _BROKEN)
                if named is not root_of(part):
                    count += _drawn(named, parts, known, (*above, part))
        if count > MOST_ELEMENTS:
            return count
    known[part] = count
    return count


def root_of(part: Any) -> Any:
    """The outermost element around a part."""
    return part.getroottree().getroot()


def _names(part: Any) -> Iterator[str]:
    """The identifiers of other parts that a part is drawn with."""
    if not isinstance(part.tag, str):
        return
    for attribute, value in part.attrib.items():
        if attribute in ("href", LINK):
            if value.startswith("#"):
                yield value[1:]
        elif "url(" in value:
            yield from _NAMED.findall(value)


def _look_inside(root: Any) -> bool:
    """Refuse pictures in the picture that could not be printed by themselves, and clean the others; tell if any were."""
    cleaned = False
    for part in root.iter(f"{{{SVG}}}image", f"{{{SVG}}}feImage"):
        address = part.get("href") or part.get(LINK) or ""
        if address[:5].lower() != "data:":
            shown = f"the picture “{address[:40]}”" if address else "a picture that it does not name"
            raise Unprintable(f"shows {shown}, which is not in it", _OUTSIDE)
        head, _, body = address.partition(",")
        try:
            data = base64.b64decode(body) if head.lower().endswith(";base64") else unquote_to_bytes(body)
        except (binascii.Error, ValueError) as fault:
            raise Unprintable("carries a picture that is not base64", _BROKEN) from fault
        try:
            inner = picture(data)
        except Unprintable as fault:
            raise Unprintable(f"carries a picture that {fault}", fault.hint) from fault
        if inner.form == "svg":
            raise Unprintable("carries another SVG picture", _BROKEN)
        if inner.data != data:
            name = "href" if part.get("href") else LINK
            part.set(name, f"data:{inner.media_type};base64,{base64.b64encode(inner.data).decode()}")
            cleaned = True
    return cleaned


def _without_words(root: Any) -> bool:
    """Take away the attributes that draw nothing: an editor's own, scripts, addresses outside; tell if there were any."""
    found = False
    for part in root.iter(etree.Element):
        for name, value in part.attrib.items():
            plain = etree.QName(name)
            editors = plain.namespace not in (None, XML) and name != LINK
            outside = name in ("href", LINK) and not value.strip().startswith(("#", "data:image/"))
            if editors or outside or plain.localname.lower().startswith(("on", "data-")):
                del part.attrib[name]
                found = True
    return found


def _tells(part: Any) -> bool:
    """Tell whether a part draws nothing on paper: metadata, a comment, an editor's own, a script, a movement."""
    if not isinstance(part.tag, str):
        return not isinstance(part, etree._Entity)
    name = etree.QName(part)
    return bool(name.namespace != SVG or name.localname in _NOT_DRAWN)


def _take_out(part: Any) -> None:
    above = part.getparent()
    if above is None:
        return
    before = part.getprevious()
    if part.tail and before is not None:
        before.tail = (before.tail or "") + part.tail
    elif part.tail:
        above.text = (above.text or "") + part.tail
    above.remove(part)
