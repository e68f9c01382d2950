"""Ways to alter a finished file so that a reader is deceived, each a small change to one of ours."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Forgery = Callable[[bytes], bytes]
PDF: dict[str, tuple[Forgery, str]] = {}
WORD: dict[str, tuple[Forgery, str]] = {}
HTML: dict[str, tuple[Forgery, str]] = {}


def pdf(said: str) -> Callable[[Callable[[Pdf], None]], Callable[[Pdf], None]]:
    """Take a change to an open PDF as a forgery; `said` is what the finding on it must say."""

    def taken(change: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
        def forged(data: bytes) -> bytes:
            stream = io.BytesIO()
            with pikepdf.open(io.BytesIO(data)) as file:
                change(file)
                file.save(stream)
            return stream.getvalue()

        PDF[change.__name__] = (forged, said)
        return change

    return taken


def painted(file: Pdf, content: bytes, *, before: bool = False) -> None:
    """Paint `content` on page one, over or under what is there."""
    file.pages[0].contents_add(Stream(file, content), prepend=before)


@pdf("font is another")
def letters_of_a_font_exchanged(file: Pdf) -> None:
    for entry in file.objects:
        if isinstance(entry, Dictionary) and "/FontFile2" in entry:
            font = TTFont(io.BytesIO(entry["/FontFile2"].read_bytes()))
            drawn: Any = font["glyf"]
            names = [name for name in font.getGlyphOrder() if drawn[name].numberOfContours]
            drawn[names[0]], drawn[names[-1]] = drawn[names[-1]], drawn[names[0]]
            stream = io.BytesIO()
            font.save(stream)
            entry["/FontFile2"].write(stream.getvalue())
            return
    raise AssertionError("no font")


@pdf("does not look like ours")
def words_covered(file: Pdf) -> None:
    painted(file, b"q 1 1 1 rg 0 0 2000 2000 re f Q")


@pdf("does not look like ours")
def words_clipped(file: Pdf) -> None:
    painted(file, b"0 0 10 10 re W n", before=True)


@pdf("painted with")
def words_drawn_as_paths(file: Pdf) -> None:
    painted(file, b"q 100 500 m 150 550 120 600 200 500 c 180 520 l s Q")


@pdf("3 Tr")
def words_made_invisible(file: Pdf) -> None:
    painted(file, b"3 Tr", before=True)


@pdf("does not look like ours")
def words_squeezed(file: Pdf) -> None:
    painted(file, b"0.4 0 0 1 0 0 cm", before=True)


@pdf("does not look like ours")
def a_picture_laid_over(file: Pdf) -> None:
    image = Stream(file, b"\xff" * 3)
    image.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
    )
    name = file.pages[0].add_resource(image, Name.XObject)
    painted(file, b"q 600 0 0 800 0 0 cm " + bytes(name) + b" Do Q")


@pdf("cut, turned")
def the_page_cut(file: Pdf) -> None:
    file.pages[0].obj.CropBox = Array([0, 0, 300, 400])


@pdf("cut, turned")
def the_page_turned(file: Pdf) -> None:
    file.pages[0].obj.Rotate = 90


@pdf("cut, turned")
def the_page_enlarged(file: Pdf) -> None:
    file.pages[0].obj.MediaBox = Array([0, -500, 900, 900])


@pdf("JavaScript")
def a_script_on_opening(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@pdf("/JavaScript")
def scripts_by_name(file: Pdf) -> None:
    names = Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))])
    known = file.Root.get("/Names", Dictionary())
    known.JavaScript = Dictionary(Names=names)
    file.Root.Names = known


def annotated(file: Pdf, **entries: Any) -> None:
    """Put an annotation over page one."""
    made = Dictionary(Type=Name.Annot, Rect=Array([50, 300, 550, 700]), **entries)
    annots = file.pages[0].obj.get("/Annots", Array())
    annots.append(file.make_indirect(made))
    file.pages[0].obj.Annots = annots


@pdf("/Launch")
def a_program_launched(file: Pdf) -> None:
    annotated(file, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("calc.exe")))


@pdf("/SubmitForm")
def a_form_sent(file: Pdf) -> None:
    annotated(file, Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm, F=String("https://example.org")))


@pdf("/Widget")
def a_field_to_fill_in(file: Pdf) -> None:
    annotated(file, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String("12"))
    file.Root.AcroForm = Dictionary(Fields=Array([]), NeedAppearances=True)


@pdf("/FreeText")
def words_in_an_annotation(file: Pdf) -> None:
    annotated(file, Subtype=Name.FreeText, Contents=String("another number"), DA=String("/Helv 12 Tf"))


@pdf("/OCProperties")
def words_on_a_layer(file: Pdf) -> None:
    layer = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("a")))
    file.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


@pdf("pages where ours has")
def a_page_added(file: Pdf) -> None:
    file.add_blank_page()


@pdf("/RichMedia")
def a_film(file: Pdf) -> None:
    annotated(file, Subtype=Name.RichMedia)


@pdf("not one of ours")
def a_title_exchanged(file: Pdf) -> None:
    file.docinfo["/Title"] = String("Another title")


@pdf("not one of ours")
def characters_of_glyphs_exchanged(file: Pdf) -> None:
    for entry in file.objects:
        if isinstance(entry, Dictionary) and "/ToUnicode" in entry:
            entry.ToUnicode.write(entry.ToUnicode.read_bytes().replace(b"<0031>", b"<0032>") + b" ")
            return


def bomb(data: bytes) -> bytes:
    """The PDF with 600 MB packed into little more than half of one."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        made = Stream(file, zlib.compress(b"\0" * 600_000_000, 1))
        made.Filter = Name.FlateDecode
        file.Root.Metadata2 = file.make_indirect(made)
        file.save(stream, compress_streams=False)
    return stream.getvalue()


PDF["a_bomb"] = (bomb, "unpacks to more than")
PDF["bytes_after_the_end"] = (lambda data: data + b"\n%%EOF\n% more", "not one of ours")
PDF["cut_short"] = (lambda data: data[: len(data) // 2], "taken apart|font|page|not one of ours")


def repacked(change: Callable[[dict[str, bytes]], None]) -> Forgery:
    """A forgery that changes the parts of a Word file."""

    def forged(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        change(parts)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in parts.items():
                package.writestr(name, part)
        return stream.getvalue()

    return forged


def in_word(name: str, old: str, new: str, said: str, part: str = "word/document.xml") -> None:
    """A forgery that puts `new` for the first `old` in a part of a Word file."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        assert re.search(old, text), (name, old)
        parts[part] = re.sub(old, lambda found: found.expand(new), text, count=1).encode()

    WORD[name] = (repacked(change), said)


RUN = r"(<w:t[ >][^<]*The first[^<]*</w:t>)"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
in_word("struck", RUN, r"<w:rPr><w:strike/></w:rPr>\1", "“strike” is not in ours")
in_word("hidden", RUN, r"<w:rPr><w:vanish/></w:rPr>\1", "“vanish” is not in ours")
in_word("white", RUN, r'<w:rPr><w:color w:val="FFFFFF"/></w:rPr>\1', "not in ours|where ours has")
in_word("tiny", RUN, r'<w:rPr><w:sz w:val="1"/></w:rPr>\1', "not in ours|where ours has")
in_word("another_word", "says little", "says a lot", "says a lot")
in_word("a_text_box", RUN, r"\1<w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict>", "“txbxContent” is not in ours")
in_word(
    "a_fallback",
    RUN,
    rf"<mc:AlternateContent {MC}><mc:Fallback>\1</mc:Fallback></mc:AlternateContent>",
    "“Fallback” is",
)
in_word("words_of_another_file", r"(<w:sectPr)", r'<w:altChunk r:id="rId99"/>\1', "“altChunk” is not in ours")
in_word("words_deleted", RUN, r'<w:del w:id="9" w:author="a">\1</w:del>', "“del” is not in ours")
in_word(
    "a_field_that_runs", RUN, r'<w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe"/>\1', "“fldSimple” is not in ours|DDEAUTO"
)
in_word("a_note_exchanged", "A note at the foot", "A word at the foot", "A word at the foot", "word/footnotes.xml")
in_word(
    "a_style_that_hides", r"(<w:rPrDefault><w:rPr>)", r"\1<w:vanish/>", "“vanish” is not in ours", "word/styles.xml"
)
in_word("numbers_from_nine", r'<w:start w:val="1"/>', '<w:start w:val="9"/>', "start", "word/numbering.xml")
in_word("a_template_from_outside", "</Relationships>",
        '<Relationship Id="rX" Type="attachedTemplate" Target="https://example.org" TargetMode="External"/></Relationships>',
        "not in ours|pieces|where ours has", "word/_rels/document.xml.rels")  # fmt: skip
WORD["a_macro"] = (repacked(lambda parts: parts.update({"word/vbaProject.bin": b"x"})), "vbaProject")
WORD["a_picture_exchanged"] = (
    repacked(lambda parts: parts.update({next(n for n in parts if n.endswith(".png")): b"x"})), "it is another than ours",
)  # fmt: skip
WORD["packed_anew"] = (repacked(lambda parts: None), "same look and same parts as far as read")


def in_html(name: str, old: str, new: str, said: str) -> None:
    """A forgery that puts `new` for the first `old` in an HTML file."""

    def forged(data: bytes) -> bytes:
        text = data.decode()
        assert old in text, (name, old)
        return text.replace(old, new, 1).encode()

    HTML[name] = (forged, said)


in_html("bare_words", "</body>", "The number is 12.</body>", "The number is 12")
in_html("a_script", "</body>", "<script>document.body.innerText='x'</script></body>", "“script” is not in ours")
in_html("a_handler", "<main", '<main onclick="alert(1)"', "“onclick” of “main” is not in ours")
in_html("a_rule_that_hides", "</style>", ".numbered { display: none }</style>", "where ours has")
in_html("a_rule_that_adds", "</style>", 'p::after { content: "not" }</style>', "where ours has")
in_html("a_style_of_its_own", "<main", '<main style="display:none"', "“style” of “main” is not in ours")
in_html("hidden", "<main", "<main hidden", "“hidden” of “main” is not in ours")
in_html("a_frame", "</body>", '<iframe src="https://example.org"></iframe></body>', "“iframe” is not in ours")
in_html("a_drawing", "</body>", "<svg><text>12</text></svg></body>", "“svg” is not in ours")
in_html("sent_elsewhere", "<head>", '<head><meta http-equiv="refresh" content="0;url=x">', "“http-equiv” of “meta”")
in_html("a_comment", "</body>", "<!-- x --></body>", "comment or instruction is not in ours")
in_html("another_word", "says little", "says a lot", "says a lot")
in_html("a_picture_exchanged", "data:image/svg+xml;base64,", "data:image/svg+xml;base64,AAAA", "where ours has")


def every() -> list[tuple[str, str, Forgery, str]]:
    """All forgeries: ending, name, what it does, what must be said."""
    kinds = (("pdf", PDF), ("docx", WORD), ("html", HTML))
    return [(ending, name, *forgery) for ending, made in kinds for name, forgery in made.items()]
