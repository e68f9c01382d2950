"""Bad input ends in a clear finding or in the right output: never in a traceback, never in half a file."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import RECORD, ROOT, WORDS
from tests.house.conftest import Told

Publisher = Callable[..., Told]
Write = Callable[..., Path]


def body(*blocks: str, rest: str = "") -> str:
    """A language file with these blocks in its body."""
    return "title: [A test]\nagenda: {opening: Opening., adoption: Adoption.}\nbody:\n" + "".join(blocks) + rest


def built(tmp_path: Path) -> set[str]:
    """Name the finished files."""
    return {path.suffix for path in (tmp_path / "build").rglob("HSP*") if "rejected" not in path.parts}


def test_a_sound_document_is_built(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    told = publisher("build", small_document(), "-j", "1")
    assert told.exit_code == 0, told.out + told.err
    assert built(tmp_path) == {".docx", ".pdf", ".html"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "nowhere"], "no such folder: nowhere"),
        (["build", "empty"], "record.yaml"),
        (["build", "letter.txt"], "letter.txt is no document"),
        (["verify", "letter.txt"], "letter.txt is no document"),
        (["verify", "nowhere.pdf"], "no such file or folder: nowhere.pdf"),
        (["build", "small", "--format", "odt"], "no such format: “odt”"),
        (["build", "small", "--language", "zh"], "no language file zh.yaml; it has en"),
        (["check", "small", "--mode", "strict"], "no such mode"),
        (["check", "small", "--output-format", "xml"], "no such output format"),
        (["check", "small", "--today", "yesterday"], "is no date"),
        (["verify", "small"], "no files to verify"),
        (["explain", "XX999"], "no code of this program"),
        (["build"], "Missing argument"),
        (["build", ""], "nothing is named where a file or folder is wanted"),
        (["build", "small", "-o", ""], "nothing is named where a file or folder is wanted"),
        (["batch", "small", ""], "nothing is named where a file or folder is wanted"),
    ],
)
def test_a_request_that_makes_no_sense(
    publisher: Publisher, small_document: Write, tmp_path: Path, arguments: list[str], said: str
) -> None:
    small_document()
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("words")
    told = publisher(*arguments)
    assert told.exit_code == 2
    assert said in told.err
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("en.yaml", "title: [Ärger]\n".encode("latin-1"), "UTF-8"),
        ("record.yaml", b"symbol: [", "record.yaml:"),
        ("record.yaml", b"symbol: HSP/1\nsymbol: HSP/2\n", "symbol"),
        ("record.yaml", b"symbl: HSP/1\n", "symbl"),
        ("record.yaml", b"\x00\x01\x02", "record.yaml"),
        ("record.yaml", b"", "record.yaml"),
        ("en.yaml", b"- a list\n", "en.yaml:1:"),
        (
            "en.yaml",
            b"a: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 110))
            + b"title: *m\n",
            "en.yaml",
        ),
    ],
    ids=["latin-1", "broken", "double key", "unknown key", "binary", "empty file", "list", "alias bomb"],
)
def test_a_file_that_cannot_be_understood(
    publisher: Publisher, small_document: Write, tmp_path: Path, file: str, content: bytes, said: str
) -> None:
    (small_document() / file).write_bytes(content)
    start = time.perf_counter()
    told = publisher("build", "small", "-j", "1")
    assert told.exit_code == 1
    assert said in told.out
    assert built(tmp_path) == set()
    assert time.perf_counter() - start < 60  # not for ever, also on a busy machine


def test_fifty_megabytes_of_yaml_are_refused_at_once(
    publisher: Publisher, small_document: Write, tmp_path: Path
) -> None:
    (small_document() / "en.yaml").write_bytes(WORDS.encode() + b"# filler line of a very large file\n" * 1_500_000)
    start = time.perf_counter()
    told = publisher("build", "small", "-j", "1")
    assert told.exit_code == 1
    assert "en.yaml" in told.out
    assert time.perf_counter() - start < 60  # not for ever, also on a busy machine
    assert built(tmp_path) == set()


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for i in range(999999999) %}x{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 9999999999 }}",
        "{{ nothing.of.the.kind }}",
        "{{ unclosed",
        "{% include '/etc/passwd' %}",
    ],
)
def test_words_cannot_leave_their_sandbox(
    publisher: Publisher, small_document: Write, tmp_path: Path, attack: str
) -> None:
    start = time.perf_counter()
    told = publisher("check", small_document(body(f'  - "Words: {attack}"\n')))
    assert told.exit_code == 1
    assert "en.yaml:4:" in told.out
    assert "root:" not in told.out
    assert time.perf_counter() - start < 60


def test_markup_in_words_is_printed_not_obeyed(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    words = body('  - "A <script>alert(1)</script> & <b>bold</b> claim with ]]> and &amp;."\n')
    told = publisher("build", small_document(words), "-j", "1")
    assert built(tmp_path) == {".docx", ".pdf", ".html"}, told.out + told.err
    html = next((tmp_path / "build").rglob("*.html")).read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    with zipfile.ZipFile(next((tmp_path / "build").rglob("*.docx"))) as package:
        assert "&lt;script&gt;" in package.read("word/document.xml").decode()


@pytest.mark.parametrize("character", [r"\0", r"\x07", r"\e", r"\ufffe", r"\x1f"])
def test_control_characters_are_findings(publisher: Publisher, small_document: Write, character: str) -> None:
    told = publisher("build", small_document(body(f'  - "A bell {character} rings."\n')), "-j", "1")
    assert told.exit_code == 1
    assert "en.yaml:4:" in told.out


@pytest.mark.parametrize(
    "path",
    ["../../secret.png", "/etc/passwd", "http://127.0.0.1/x.png", "file:///etc/passwd", "link.png", "absent.png", ""],
)
def test_a_figure_stays_inside_the_folder(
    publisher: Publisher, small_document: Write, tmp_path: Path, path: str
) -> None:
    folder = small_document(body(f'  - {{figure: "{path}", alternative: What it shows.}}\n'))
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "link.png").symlink_to("/etc/passwd")
    told = publisher("build", "small", "-j", "1")
    assert told.exit_code == 1
    assert "en.yaml:4:" in told.out
    for file in (tmp_path / "build").rglob("HSP*"):
        assert b"secret" not in file.read_bytes()


def test_without_pango_word_and_html_are_still_built(small_document: Write, tmp_path: Path) -> None:
    (tmp_path / "broken" / "weasyprint").mkdir(parents=True)
    (tmp_path / "broken" / "weasyprint" / "__init__.py").write_text("raise OSError('cannot load library libpango')")
    told = subprocess.run(
        [sys.executable, "-m", "publisher", "build", str(small_document())],
        cwd=tmp_path, capture_output=True, text=True, env={"PYTHONPATH": f"{tmp_path / 'broken'}:{ROOT}"},
    )  # fmt: skip
    assert told.returncode == 3, told.stderr
    assert built(tmp_path) == {".docx", ".html"}
    assert "apt-get install" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("target", ["taken", "taken/deeper", "/proc/nowhere"])
def test_a_target_that_cannot_be_written_to(
    publisher: Publisher, small_document: Write, tmp_path: Path, target: str
) -> None:
    (tmp_path / "taken").write_text("a file")
    told = publisher("build", small_document(), "-j", "1", "--output", target)
    assert told.exit_code == 4
    assert "cannot write to" in told.err


def test_a_footnote_longer_than_a_page_is_a_finding(
    publisher: Publisher, small_document: Write, tmp_path: Path
) -> None:
    note = "A very long note indeed. " * 400
    words = body("  - Text.[^long]\n", rest=f"footnotes: {{long: {note}}}\n")
    told = publisher("build", small_document(words), "-j", "1")
    assert told.exit_code == 1
    assert ".pdf" not in built(tmp_path)


def test_a_table_wider_than_the_page(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    columns = "".join(f"      - {{head: Column{n}withaverylongunbrokenhead}}\n" for n in range(30))
    row = ", ".join(f"cell{n}withaverylongunbrokenword" for n in range(30))
    told = publisher("build", small_document(body(f"  - table:\n      - [{row}]\n    columns:\n{columns}")), "-j", "1")
    assert (told.exit_code == 1 and told.out) or built(tmp_path) == {".docx", ".pdf", ".html"}


def test_a_paragraph_of_forty_thousand_characters(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    told = publisher("build", small_document(body("  - " + "Forty thousand characters. " * 1500 + "\n")), "-j", "1")
    assert told.exit_code == 0, told.out
    assert built(tmp_path) == {".docx", ".pdf", ".html"}


def test_two_documents_with_one_symbol(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    first, second = small_document(name="first"), small_document(name="second")
    third = small_document(record=RECORD.replace("HA.2/99", "HA.2/98"), name="third")
    told = publisher("build", first, second, third, "-j", "1", "--format", "html")
    assert told.exit_code == 1
    assert "symbol “HSP/HA.2/99” is carried by" in told.out
    assert [path.name for path in (tmp_path / "build").rglob("HSP*")] == ["HSP-HA.2-98.en.html"]


def test_what_is_verified_is_a_file_of_a_size(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    folder = small_document()
    vast = tmp_path / "vast.en.pdf"
    with vast.open("wb") as stream:
        stream.truncate(30 * 2**30)
    told = publisher("verify", folder, vast)
    assert told.exit_code == 2 and "vast.en.pdf" in told.err


def test_a_fault_in_a_sheet_is_told_at_its_cell_by_the_command_too() -> None:
    from publisher.catalogue import finding
    from publisher.cli.messages import _with_folder
    from publisher.model.diagnostic import Position

    found = finding("TB006", "the cell holds the error #REF!", Position("costs.xlsx", 3, 2, "B3"))
    assert str(_with_folder(Path("data/note"), found).at) == "data/note/costs.xlsx!B3"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["import", "a.csv", "--into", "empty"], 2, "empty has no record.yaml"),
        (
            ["import", "a.csv", "--into", "broken"],
            2,
            "broken/record.yaml cannot be read; publisher check broken says why",
        ),
        (["reissue", "broken"], 2, "broken/record.yaml cannot be read"),
        (["reissue", "odd"], 2, "odd/record.yaml cannot be read"),
        (["build", "x" * 300], 4, "File name too long"),
        (["new", "HSP/HA.9/9", "-o", "x" * 300], 4, "File name too long"),
        (["new", "HSP/HA.9/9", "-o", "loop"], 4, "cannot write to loop"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_names_and_records_that_no_command_can_use(
    publisher: Publisher, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """Told in words, with the exit code of the handbook; nothing is written."""
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, record in (("broken", b"\xff\xfe\x00symbol: ["), ("odd", b"symbol: X/1\nreissues: {date: 2025-01-01}\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "record.yaml").write_bytes(record)
    before = sorted(tmp_path.rglob("*"))
    told = publisher(*arguments)
    assert told.exit_code == code, told.err
    assert said in told.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("at", ["/", ".", "folder"])
def test_the_handbook_is_written_to_a_file(publisher: Publisher, tmp_path: Path, at: str) -> None:
    (tmp_path / "folder").mkdir()
    told = publisher("handbook", "-o", at)
    assert told.exit_code == 2 and "is a folder; name the file to write" in told.err
