"""Pictures of every kind are printed alike by all writers, or refused in words at the place where they are named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from publisher.model.workspace import workspace_for
from publisher.picture import Unprintable, picture
from publisher.pipeline import build, examine
from tests.conftest import TODAY

RED, GREEN = (200, 30, 40), (20, 160, 60)
WORDS = """\
title: [Note on a picture]
agenda: {{opening: Opening of the session., adoption: Adoption of the agenda.}}
body:
  - The picture is [](#site).
  - {{figure: "{name}", id: site, alternative: The site., title: The site}}
"""


def two_halves(mode: str = "RGB", size: tuple[int, int] = (200, 100)) -> Image.Image:
    """Red on the left, green on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(GREEN, (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **how)
    return stream.getvalue()


def turned() -> bytes:
    """A JPEG that lies on its side and says by EXIF that it is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(two_halves().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=95)


def headless() -> bytes:
    """A JPEG without JFIF head, as some cameras and editors write it."""
    data = saved(two_halves(), "JPEG", quality=95)
    return data[:2] + data[4 + int.from_bytes(data[4:6], "big") :]


def sixteen_bits() -> bytes:
    wide = Image.new("I;16", (200, 100), 257 * 90)
    wide.paste(257 * 200, (100, 0, 200, 100))
    return saved(wide, "PNG")


def clear() -> bytes:
    palette = two_halves().quantize(8)
    palette.info["transparency"] = 0
    return saved(palette, "PNG", transparency=b"\xff" * 8)


PRINTED: dict[str, tuple[bytes, tuple[int, int, int], tuple[int, int, int]]] = {
    "plain.png": (saved(two_halves(), "PNG"), RED, GREEN),
    "without an end.png": (saved(two_halves(), "PNG")[:-12], RED, GREEN),
    "photograph.jpg": (saved(two_halves(), "JPEG", quality=95), RED, GREEN),
    "four colours.jpg": (saved(two_halves("CMYK"), "JPEG", quality=95), RED, GREEN),
    "headless.jpg": (headless(), RED, GREEN),
    "turned.jpg": (turned(), RED, GREEN),
    "web.webp": (saved(two_halves(), "WEBP", lossless=True), RED, GREEN),
    "wrong%20ending?.png": (saved(two_halves(), "JPEG", quality=95), RED, GREEN),
    "palette.gif": (saved(two_halves().quantize(8), "GIF"), RED, GREEN),
    "clear.png": (clear(), RED, GREEN),
    "sixteen.png": (sixteen_bits(), (90, 90, 90), (200, 200, 200)),
    "bits.png": (saved(two_halves().convert("1", dither=Image.Dither.NONE), "PNG"), (0, 0, 0), (0, 0, 0)),
    "scan.tif": (saved(two_halves(), "TIFF"), RED, GREEN),
    "no-size.png": (saved(two_halves(), "PNG", dpi=(0.02, 0.02)), RED, GREEN),
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
BOX = 'width="40" height="20"'
NAMED_TEN_TIMES = "".join(f"<g id='g{n}'>" + f"<use href='#g{n + 1}'/>" * 10 + "</g>" for n in range(9))
LAUGHS = f"{NAMED_TEN_TIMES}<rect id='g9'/>"
ENTITIES = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {two} '" + f"&{one};" * 10 + "'>" for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty.png": (b"", "is empty"),
    "words.jpg": (b"not a picture", "is no picture"),
    "cut.jpg": (saved(two_halves(), "JPEG")[:400], "is broken"),
    "cut.png": (saved(two_halves(), "PNG")[:60], "is broken"),
    "old.emf": (b"\x01\x00\x00\x00" + bytes(84), "Windows metafile"),
    "film.gif": (
        saved(two_halves(), "GIF", save_all=True, append_images=[two_halves().rotate(180)]), "holds 2 pictures",
    ),
    "bomb.png": (saved(Image.new("1", (13_000, 13_000)), "PNG"), "13000 × 13000 dots"),
    "broken.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "is not XML"),
    "page.svg": (b"<html/>", "no SVG picture"),
    "entities.svg": (f"{ENTITIES}]>{SVG.format(BOX, '<text>&i;</text>')}".encode(), "is not XML"),
    "laughs.svg": (SVG.format(BOX, LAUGHS).encode(), "again and again"),
    "itself.svg": (SVG.format(BOX, "<g id='a'><use href='#a'/></g>").encode(), "refers to itself"),
    "deep.svg": (SVG.format(BOX, "<g>" * 200 + "</g>" * 200).encode(), "nested more than"),
    "length.svg": (SVG.format('width="1.2.3" height="5"', "").encode(), "is no length"),
    "linked.svg": (SVG.format(BOX, "<image href='https://example.org/a.png'/>").encode(), "which is not in it"),
    "endless.svg": (SVG.format('width="9e99" height="5"', "").encode(), "cannot be printed"),
}  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_one_plain_form_of_every_kind(name: str) -> None:
    data, left, right = PRINTED[name]
    printed = picture(data)
    assert picture(printed.data) == printed, "a plain picture stays as it is"
    with Image.open(io.BytesIO(printed.data)) as image:
        assert image.format == printed.form.upper() and image.size == (200, 100)
        assert _near(image, 50, left) and _near(image, 150, right)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_printed_is_refused_where_it_is_named(
    small_document: Callable[..., Path], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint sets it
    data, said = REFUSED[name]
    with pytest.raises(Unprintable, match=said):
        picture(data)
    folder = small_document(WORDS.format(name=name))
    (folder / name).write_bytes(data)
    [found] = [one for one in examine(workspace_for(folder, TODAY), "en").diagnostics if one.code == "TB014"]
    assert str(found.at) == "en.yaml:5:15" and said in found.message


@pytest.mark.parametrize("name", ["four colours.jpg", "turned.jpg", "sixteen.png", "clear.png", "wrong%20ending?.png"])
def test_word_and_pdf_print_it_alike(small_document: Callable[..., Path], name: str) -> None:
    data, left, right = PRINTED[name]
    folder = small_document(WORDS.format(name=name))
    (folder / name).write_bytes(data)
    built = build(workspace_for(folder, TODAY), "en")
    assert not built.rejected and not built.failures and [found.code for found in built.diagnostics] == []
    page = pypdfium2.PdfDocument(built.files["pdf"])[0].render(scale=1).to_pil().convert("RGB")
    assert {_nearly(colour) for _, colour in page.getcolors(1 << 24)} >= {_nearly(left), _nearly(right)}
    with zipfile.ZipFile(io.BytesIO(built.files["docx"])) as word:
        pictures = [word.read(part) for part in word.namelist() if part.startswith("word/media/")]
    assert picture(data).data in pictures


def test_a_large_drawing_of_few_words_is_drawn_small(small_document: Callable[..., Path]) -> None:
    folder = small_document(WORDS.format(name="vast.svg"))
    vast = SVG.format('width="100000" height="100000"', '<rect width="50000" height="100000" fill="#c81e28"/>')
    (folder / "vast.svg").write_text(vast, encoding="utf-8")
    built = build(workspace_for(folder, TODAY), "en", ("docx",))
    assert not built.rejected and built.exit_code == 0


def test_what_a_picture_tells_of_its_author_is_not_printed() -> None:
    exif = Image.Exif()
    exif[0x013B] = "An Author"
    photograph = saved(two_halves(), "JPEG", exif=exif, comment=b"An Author")
    drawing = SVG.format(BOX, "<metadata>An Author</metadata><!-- An Author --><rect width='4' height='4'/>").encode()
    for data in (photograph, drawing):
        assert b"An Author" in data
        assert b"An Author" not in picture(data).data


def _near(image: Image.Image, across: int, colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel((across, 50))
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found, colour, strict=True))


def _nearly(colour: Any) -> tuple[int, ...]:
    return tuple(round(part / 64) for part in colour)


WORDS_IN_AN_SVG = (
    "<!-- SECRET -->{}",
    "{}<!-- SECRET -->",
    "<?editor SECRET?>{}",
    ("{}", "<desc>SECRET</desc>"),
    ("{}", "<title>SECRET</title>"),
    ("{}", "<metadata>SECRET</metadata>"),
    ("{}", "<g><!-- SECRET --></g>"),
    ("{}", '<rect width="1" height="1" data-note="SECRET"/>'),
    ("{}", '<rect width="1" height="1" onclick="SECRET"/>'),
    ("{}", '<script>"SECRET"</script>'),
    ("{}", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>SECRET</p></foreignObject>"),
    ("{}", '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="SECRET"/>'),
    ("{}", '<a href="file:///home/SECRET"><rect width="1" height="1"/></a>'),
    ("{}", '<rect width="1" height="1"><animate attributeName="x" to="9" id="SECRET"/></rect>'),
)


@pytest.mark.parametrize("told", WORDS_IN_AN_SVG)
def test_what_an_svg_tells_and_does_not_draw_stays_at_home(told: str | tuple[str, str]) -> None:
    around, inside = told if isinstance(told, tuple) else (told, "")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="2"/>{inside}</svg>'
    plain = picture(around.replace("{}", svg).encode()).data
    assert b"SECRET" not in plain and b"<circle" in plain


def test_a_plain_svg_stays_as_it_is() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle id="a" r="2"/><use href="#a"/></svg>'
    assert picture(svg).data == svg
