"""Pictures, charts and text boxes of Word files: kept, with their data, or told."""

from __future__ import annotations

import csv
import io
import zipfile

from lxml import etree
from PIL import Image

from publisher.receive.word.charts import drawing, read_chart, sheet
from tests.receive.conftest import Bring, lost
from tests.receive.packages import KINDS, new_york, p, r

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def drawn(inner: str, words: str = "") -> str:
    extent = f'<wp:extent xmlns:wp="{WP}" cx="1270000" cy="635000"/>'
    said = f'<wp:docPr xmlns:wp="{WP}" id="1" name="x" descr="{words}"/>'
    return f"<w:r><w:drawing>{extent}{said}{inner}</w:drawing></w:r>"


def blip(identifier: str) -> str:
    return f'<a:blip xmlns:a="{A}" r:embed="{identifier}"/>'


def with_parts(body: str, parts: dict[str, bytes], kind: str = "image", outside: str = "") -> bytes:
    """A report whose main part is related to `parts` as r0, r1 …; or to an address outside as r9."""
    links = "".join(
        f'<Relationship Id="r{place}" Type="{KINDS}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for place, name in enumerate(parts)
    )
    if outside:
        links += f'<Relationship Id="r9" Type="{KINDS}/{kind}" Target="{outside}" TargetMode="External"/>'
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(new_york(body))) as given, zipfile.ZipFile(written, "w") as archive:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", f"{links}</Relationships>".encode())
            archive.writestr(name, data)
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def picture(kind: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(written, kind)
    return written.getvalue()


def test_a_picture_with_its_label_title_and_source(bring: Bring) -> None:
    body = [
        p("Figure 1. Wells of the world", "H23"),
        p(drawn(blip("r0"), "A map")),
        p("Source: the secretariat.", "SingleTxt"),
        p(drawn(blip("r1"))),
        p("1.\tText.", "SingleTxt"),
    ]
    parts = {"word/media/image1.png": picture("PNG"), "word/media/image2.gif": picture("GIF")}
    brought = bring(with_parts("".join(body), parts))
    assert lost(brought) == []
    first, second, _ = brought.words["body"]
    assert first == {
        "figure": "figure-1.png", "alternative": "A map", "title": "Wells of the world", "source": "Source: the secretariat."
    }  # fmt: skip
    assert second["figure"] == "figure-2.png"
    assert Image.open(io.BytesIO(brought.received.files["figure-2.png"])).size == (8, 4)
    assert [found.span for found in brought.codes("IM011") if "picture" in found.message] == ["figure-2.png"]


def test_a_picture_outside_the_file_or_of_another_kind_leaves_a_frame(bring: Bring) -> None:
    body = p(drawn(blip("r9"), "Outside")) + p(drawn(blip("r0"), "Drawn by a machine"))
    data = with_parts(body, {"word/media/image1.emf": b"\x01\x00"}, outside="file:///etc/passwd")
    brought = bring(data)
    told = [found.message for found in brought.codes("IM012") if "frame" in found.message]
    assert any("EMF" in message for message in told)
    assert all("passwd" not in str(content) for content in brought.received.files.values())


CHART = f"""<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart><c:title><c:tx><a:t>Wells</a:t></c:tx></c:title><c:plotArea>
<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>
<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Counted &amp; working</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:cat><c:strRef><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>Africa</c:v></c:pt><c:pt idx="1"><c:v>Asia</c:v></c:pt></c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>71.5</c:v></c:pt><c:pt idx="1"><c:v>-3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
</c:barChart></c:plotArea></c:chart></c:chartSpace>"""


def test_a_chart_keeps_its_figures(bring: Bring) -> None:
    frame = f'<c:chart xmlns:c="{C}" r:id="r0"/>'
    brought = bring(with_parts(p(drawn(frame)), {"word/charts/chart1.xml": CHART.encode()}, kind="chart"))
    assert lost(brought) == []
    (block,) = brought.words["body"]
    assert block["figure"] == "chart-1.svg"
    assert block["alternative"] == "Wells. Counted & working: Africa 71.5, Asia -3"
    rows = list(csv.reader(io.StringIO(brought.received.files["chart-1.csv"].decode())))
    assert rows == [["", "Counted & working"], ["Africa", "71.5"], ["Asia", "-3"]]
    shown = etree.fromstring(brought.received.files["chart-1.svg"])
    assert {"Wells", "71.5", "-3", "Africa", "Asia"} <= set(shown.itertext())


def test_every_kind_of_chart_is_drawn() -> None:
    for kind in ("barChart", "lineChart", "pieChart", "areaChart", "scatterChart"):
        for value in ("71.5", "nan", "1e999", "", "0"):
            chart = read_chart(etree.fromstring(CHART.replace("barChart", kind).replace("71.5", value)))
            assert etree.fromstring(drawing(chart, 200, 100)).tag.endswith("svg")
            assert sheet(chart).count(b"\n") == 3


def test_words_in_a_text_box_stay_in_a_box(bring: Bring) -> None:
    box = f"<w:txbxContent>{p(r('Said in a box.'))}</w:txbxContent>"
    brought = bring(new_york(p(drawn(box)) + p("1.\tText.", "SingleTxt")))
    assert lost(brought) == []
    first = brought.words["body"][0]
    assert first == {"box": None, "body": [{"unnumbered": "Said in a box."}]}


def test_a_damaged_picture_leaves_a_frame(bring: Bring) -> None:
    parts = {"word/media/image1.png": picture("PNG")[:40], "word/media/image2.png": picture("PNG")}
    brought = bring(with_parts(p(drawn(blip("r0"), "Broken")) + p(drawn(blip("r1"), "Whole")), parts))
    assert lost(brought) == []
    broken, whole = brought.words["body"]
    assert (broken["figure"], whole["figure"]) == ("figure-1.svg", "figure-2.png")
    assert [found.message for found in brought.codes("IM012") if "damaged" in found.message]
