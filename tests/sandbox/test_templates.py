"""What strangers' templates try: none runs code, reads a file, reaches an object of the program or works without end."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import Workspace, shipped, workspace_for
from publisher.pipeline import build, examine
from publisher.render.docx.base import BrokenBase, filled
from publisher.render.page import BrokenPage, render_page
from publisher.render.style import BrokenStyle, style_sheet
from publisher.render.vocabulary import OutsideVocabulary, check_vocabulary
from publisher.sandbox import FactGroup, Published, Sandbox, TooLong
from publisher.wording import BrokenWording, Wording
from tests.conftest import TODAY, trusted
from tests.render.sheets import english
from tests.wording.conftest import wording  # noqa: F401  a fixture

ESCAPES = (
    "{{ cycler.__init__.__globals__.os.popen('touch %s').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ [''] | map(attribute='__class__') | first }}",
    "{{ [''] | map('attr', '__class__') | list }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{% set _x = 1 %}{{ _x }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ namespace(a=1) }}",
    "{{ range(3) | list }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ '%s' | format('') }}",
    "{% include '../../../../../../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% set name = '/etc/passwd' %}{% include name %}",
    "{% include ['/etc/passwd', '../x'] ignore missing %}",
    "{% extends '../outside.j2' %}",
    "{% from '../outside.j2' import x %}",
    "{% include 'linked.j2' %}",
    "{{ joined.nothing }}",
    "{% macro m() %}{% endmacro %}{{ m.name }}",
    "{% macro m() %}{% endmacro %}{{ m(*[1]) }}",
    "{% do 1 %}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
)
ENDLESS = (
    "{{ 'x' * 1000000000 }}",
    "{{ 2 ** 100000000 }}",
    "{% set s = 'x' * 9 %}{{ s }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s = s ~ s ~ s ~ s %}" * 30 + "{{ s | length }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s = s + s %}" * 60 + "{{ s | length }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s = s.join(s) %}" * 30 + "{{ s | length }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s = s | list | join(s) %}" * 30 + "{{ s | length }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s = s | replace('x', s) %}" * 30 + "{{ s | length }}",
    "{% set s = [1, 2, 3] %}" + "{% set s = s + s %}" * 60 + "{{ s | length }}",
    "{% set n = 9 %}" + "{% set n = n * n %}" * 40 + "{{ n }}",
    "{% set s = 'xxxxxxxxxx' %}" + "{% set s %}{{ s }}{{ s }}{{ s }}{{ s }}{% endset %}" * 30,
    "{% set s = 'xxxxxxxxxx' ~ 'xxxxxxxxxx' ~ 'xxxxxxxxxx' %}{% set s = s.join(s).join(s) %}"
    "{% for a in s %}{% for b in s %}{% for c in s %}{% endfor %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% for a in [1] %}{% for a in [1] %}{% for a in [1] %}{% for a in [1] %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
)
OF_WORDING = (
    "{{ v.entries }}",
    '{{ v.entries.parse_raw("cos\\nsystem\\n(S\'touch pwned\'\\ntR.", proto="pickle", allow_pickle=True) }}',
    "{{ v.__class__ }}",
    "{{ v.label.__func__ }}",
    "{{ v.label.func }}",
    "{{ v.session(1, 'regular', '__dict__') }}",
    "{{ v.votes('model_fields', 1) }}",
    "{{ meeting(1).model_copy }}",
    "{{ meeting(1).at }}",
    "{{ session.model_dump() }}",
    "{{ where.replace }}",
)
OF_PAGES = (
    "{{ document.__class__ }}",
    "{{ document.__init__.__globals__ }}",
    "{{ document.at }}",
    "{{ document.divisions[0].blocks[0].at.file }}",
    "{{ document.symbol.encode }}",
    "{{ note_of.__self__ }}",
    "{{ bar_code._function }}",
    "{{ document.properties.date.today() }}",
)


@pytest.mark.parametrize("source", (*ESCAPES, *ENDLESS, *OF_WORDING))
def test_a_wording_template_is_refused(
    source: str, wording: Callable[..., Wording], tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates" / "wording").mkdir(parents=True)
    (tmp_path / "templates" / "wording" / "outside.j2").write_text("outside")
    made = wording(sentence=source % "pwned" if "%s'" in source and "popen" in source else source)
    (tmp_path / "templates" / "wording" / "en" / "linked.j2").symlink_to("/etc/hostname")
    began = time.thread_time()
    with pytest.raises(BrokenWording):
        made.sentence("sentence", where=english().divisions[0].blocks[0], joined=FactGroup(a=1))
    assert time.thread_time() - began < 4
    assert not (tmp_path / "pwned").exists()


def own_page(folder: Path, source: str) -> Workspace:
    (folder / "templates" / "page").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "page" / "session-report.xhtml.j2").write_text(source, encoding="utf-8")
    return Workspace(folder, (folder / "templates", shipped("templates")), shipped("reference"), TODAY)


@pytest.mark.parametrize("source", (*ESCAPES, *OF_PAGES))
def test_a_page_template_is_refused(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises((BrokenPage, OutsideVocabulary)):
        render_page(english(), own_page(tmp_path, source))
    assert not list(tmp_path.glob("%*")) and not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">a</p>',
        '<a href="javascript:alert(1)">a</a>',
        '<a href=" javascript:alert(1)">a</a>',
        '<a href="data:text/html,x">a</a>',
        '<img src="https://example.org/x.png"/>',
        '<img src="//example.org/x.png"/>',
        '<img src="file:///etc/passwd"/>',
        '<img src="data:text/html;base64,AAAA"/>',
        '<p style="position:fixed">a</p>',
        '<col style="width:1%;background:url(x)"/>',
        '<meta http-equiv="refresh" content="0;url=https://example.org"/>',
        '<link href="https://example.org/x.css"/>',
        "<svg/>",
        "<!-- a comment -->",
        '<?xml-stylesheet href="x.xsl"?>',
        '<p xmlns="http://www.w3.org/1999/xhtml">a</p>',
        '<a xlink:href="x" xmlns:xlink="http://www.w3.org/1999/xlink">a</a>',
        '<iframe src="x"/>',
    ],
)
def test_the_page_holds_nothing_that_runs_or_reaches_outside(page: str) -> None:
    with pytest.raises(OutsideVocabulary):
        check_vocabulary(f"<html><body>{page}</body></html>")


@pytest.mark.parametrize(
    "before", ["<!DOCTYPE html [<!ENTITY a 'aaaa'>]>", '<?xml-stylesheet href="x.xsl"?>', "<!-- a -->"]
)
def test_nothing_stands_before_the_page(before: str) -> None:
    with pytest.raises(OutsideVocabulary):
        check_vocabulary(f"{before}<html><body/></html>")


@pytest.mark.parametrize(
    "css",
    [
        "</style><script>alert(1)</script>",
        "body { background: url(http://127.0.0.1/x) }",
        "body { background: url('x.png') }",
        "body { background: UrL(x.png) }",
        "body { background: u\\72l(x.png) }",
        "@import 'x.css';",
        "@IMPORT url(x.css);",
        "@font-face { font-family: x; src: url(x.ttf) }",
        "@media print { p { list-style: image-set('x.png' 1x) } }",
        "p { width: expression(alert(1)) }",
        "p { behavior: x }",
        "p { -moz-binding: x }",
        "p { --later: url(x) }",
        "p { width: var(--x, url(x)) }",
        "@page { @top-left { content: url(x) } }",
        "a[href] { background: url(x",
        "@supports (background: url(x)) { p { color: red } }",
    ],
)
def test_a_style_sheet_reads_and_runs_nothing(css: str, tmp_path: Path) -> None:
    path = tmp_path / "own.css"
    path.write_text(css, encoding="utf-8")
    with pytest.raises(BrokenStyle, match=r"own\.css, line 1"):
        style_sheet(path)


def test_our_style_sheets_are_sound(tmp_path: Path) -> None:
    """They are trusted where they lie; elsewhere they are looked through as an author's own are."""
    ours = sorted((shipped("templates") / "style").glob("*.css"))
    assert ours
    for path in ours:
        elsewhere = tmp_path / path.name
        elsewhere.write_bytes(path.read_bytes())
        assert style_sheet(elsewhere) == style_sheet(path) == path.read_text(encoding="utf-8")


def base_with(folder: Path, tag: str = "", parts: dict[str, str] | None = None) -> Path:
    source, target = shipped("templates") / "word" / "geneva.docx", folder / "geneva.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            text = text.replace(b"{{ masthead.date }}", tag.encode()) if tag else text
            text = text.replace(b"</Relationships>", (parts or {}).get(name, "").encode() + b"</Relationships>")
            new.writestr(name, text)
    target.write_bytes(stream.getvalue())
    return target


FACTS = {
    "masthead": FactGroup(dict.fromkeys(
        ["organization", "symbol_organ", "symbol_rest", "asterisks", "emblem_words", "programme", "distribution", "date",
         "language", "original"], "words",
    )),
    "running": FactGroup(symbol="A/1", job=""), "job": None, "page_count": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    "tag", ["{{ ''.__class__ }}", "{{ cycler }}", "{{ masthead.pop('date') }}", "{{ 'x' * 99999999 }}"]
)
def test_a_tag_of_a_word_base_is_refused(tag: str, tmp_path: Path) -> None:
    filled(base_with(tmp_path), FACTS)
    with pytest.raises(BrokenBase):
        filled(base_with(tmp_path, tag), FACTS)


def test_a_word_base_that_fetches_something_is_refused(tmp_path: Path) -> None:
    outside = (
        '<Relationship Id="rX" Type="x/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/>'
    )
    with pytest.raises(BrokenBase, match="lies outside"):
        filled(base_with(tmp_path, parts={"word/_rels/document.xml.rels": outside}), FACTS)


def test_templates_are_used_only_when_they_are_trusted(
    small_document: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))  # who has trusted nothing yet, in any test
    folder = small_document()
    assert not [found for found in examine(workspace_for(folder, TODAY), "en").diagnostics if found.code == "RD035"]
    own = folder / "templates" / "wording" / "en"
    own.mkdir(parents=True)
    (own / "annex-note.j2").write_text("ours")
    refused = build(workspace_for(folder, TODAY), "en", ("html",))
    assert [found.code for found in refused.diagnostics] == ["RD035"] and not refused.files
    trusted(folder)
    assert build(workspace_for(folder, TODAY), "en", ("html",)).files
    (own / "annex-note.j2").write_text("theirs")
    assert workspace_for(folder, TODAY).distrusted
    (own / "annex-note.j2").write_text("ours")
    assert not workspace_for(folder, TODAY).distrusted
    shutil.rmtree(own)
    (folder / "templates" / "wording" / "en").symlink_to(shipped("templates") / "wording" / "fr")
    assert workspace_for(folder, TODAY).distrusted


def test_an_emblem_is_a_picture_and_needs_no_trust(small_document: Callable[..., Path]) -> None:
    folder = small_document()
    (folder / "templates" / "emblems").mkdir(parents=True)
    picture = next((shipped("templates") / "emblems").glob("*.svg"))
    shutil.copy(picture, folder / "templates" / "emblems" / picture.name)
    workspace = workspace_for(folder, TODAY)
    assert not workspace.distrusted and build(workspace, "en", ("html", "docx")).files
    (folder / "templates" / "emblems" / "x.j2").write_text("x")
    assert workspace_for(folder, TODAY).distrusted


def test_a_name_never_leads_out_of_the_templates(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "templates" / "link").symlink_to(tmp_path / "secret")
    workspace = Workspace(tmp_path, (tmp_path / "templates",), shipped("reference"), TODAY)
    for name in ("../secret", "link", "/etc/hostname", "a\0b", "x" * 5000):
        with pytest.raises(FileNotFoundError):
            workspace.template(name)


PATTERN = "reproduced-as-received"


@pytest.mark.parametrize(
    "reach", ["{x.__missing__.__globals__}", "{x._function.__globals__}", "{x[0].__missing__.__globals__}"]
)
@pytest.mark.parametrize("given", ["meeting", "meeting(1)", "[meeting(1)]", "v"])
def test_a_pattern_of_the_vocabulary_reaches_no_object(
    reach: str, given: str, wording: Callable[..., Wording], tmp_path: Path  # noqa: F811
) -> None:  # fmt: skip
    own = tmp_path / "templates" / "wording" / "en"
    own.mkdir(parents=True)
    text = (shipped("templates") / "wording" / "en" / "vocabulary.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith(f"{PATTERN}:"))
    indent = line[: len(line) - len(line.lstrip())]
    (own / "vocabulary.yaml").write_text(text.replace(line, f'{indent}{PATTERN}: "{reach}"'), encoding="utf-8")
    with pytest.raises(BrokenWording):
        wording(sentence=f"{{{{ v.label('{PATTERN}', x={given}) }}}}").sentence("sentence")


def test_trust_belongs_to_one_user(
    small_document: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker of a cluster, or a colleague, has another list: what is trusted here is not trusted there."""
    folder = small_document()
    (folder / "templates" / "wording" / "en").mkdir(parents=True)
    (folder / "templates" / "wording" / "en" / "annex-note.j2").write_text("ours")
    trusted(folder)
    assert not workspace_for(folder, TODAY).distrusted
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "another"))
    assert workspace_for(folder, TODAY).distrusted


def test_waiting_takes_no_time_of_a_template_and_working_does() -> None:
    sandbox = Sandbox()
    pieces = {"rest": Published(lambda: time.sleep(0.3)), "work": Published(lambda: sum(range(200_000)))}
    sandbox.allow(0.2)
    assert sandbox.from_string("{{ rest() }}{% for one in [1, 2] %}{{ one }}{% endfor %}").render(pieces) == "None12"
    sandbox.allow(0.01)
    with pytest.raises(TooLong):
        sandbox.from_string("{% for one in " + str(list(range(99))) + " %}{{ work() }}{% endfor %}").render(pieces)
