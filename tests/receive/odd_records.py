"""Records as nobody has published them yet: `python -m tests.receive.odd_records FOLDER [--every 40]`.

Each oddity changes a record in one way. Whatever comes of it, nothing may be lost in silence: the folder has every word, or
what was left out is listed, or the import is refused with a finding.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
import tempfile
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from publisher.model.diagnostic import Severity
from publisher.model.inline import plain
from publisher.model.reading import lines
from publisher.model.workspace import workspace_for
from publisher.pipeline.importing import bring_in_records
from publisher.pipeline.understanding import understand
from publisher.receive.received import Received

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
TODAY = datetime.date(2027, 1, 1)
_WORD = re.compile(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[^\W_])+")
Oddity = Callable[[Any], None]


def made(markup: str) -> Any:
    """An element of the markup of a record."""
    return etree.fromstring(f'<x xmlns="{AKN}">{markup}</x>')[0]


def the(root: Any, *names: str) -> Any:
    """An element of a name in the middle of the file; the root where there is none, which changes nothing."""
    for name in names:
        found = [one for one in root.iter(f"{{{AKN}}}{name}") if not _in_meta(one)]
        if found:
            return found[len(found) // 2]
    return root


def _in_meta(element: Any) -> bool:
    return any(above.tag == f"{{{AKN}}}meta" for above in element.iterancestors())


def without(name: str) -> Oddity:
    """Takes out every element of a name, words and all."""
    return lambda root: [one.getparent().remove(one) for one in list(root.iter(f"{{{AKN}}}{name}"))] and None


def renamed(before: str, after: str) -> Oddity:
    """Gives every element of a name another one."""

    def change(root: Any) -> None:
        for one in list(root.iter(f"{{{AKN}}}{before}")):
            if not _in_meta(one):
                one.tag = f"{{{AKN}}}{after}"

    return change


def both(*oddities: Oddity) -> Oddity:
    """One oddity after the other."""

    def change(root: Any) -> None:
        for oddity in oddities:
            oddity(root)

    return change


def put(markup: str, *into: str) -> Oddity:
    """Puts an element at the end of one of the names given."""
    return lambda root: the(root, *into).append(made(markup))


def put_after(markup: str, *behind: str) -> Oddity:
    """Puts an element behind one of the names given."""
    return lambda root: the(root, *behind).addnext(made(markup))


def around(markup: str, *names: str) -> Oddity:
    """Puts an element of the names given into another, which is the innermost first one of `markup`."""

    def change(root: Any) -> None:
        inner, outer = the(root, *names), made(markup)
        if inner is root:
            return
        inner.addprevious(outer)
        while len(outer):
            outer = outer[-1]
        outer.append(inner)

    return change


def said(text: str, *names: str) -> Oddity:
    """Puts words before whatever an element holds."""

    def change(root: Any) -> None:
        element = the(root, *names)
        element.text = text + (element.text or "")

    return change


def said_after(text: str, *names: str) -> Oddity:
    """Puts words behind an element."""

    def change(root: Any) -> None:
        element = the(root, *names)
        element.tail = text + (element.tail or "")

    return change


def attributed(name: str, value: str | None, *names: str) -> Oddity:
    """Gives every element of the names another attribute, or takes it away."""

    def change(root: Any) -> None:
        for one in root.iter(*(f"{{{AKN}}}{each}" for each in names)):
            if value is None:
                one.attrib.pop(name, None)
            else:
                one.set(name, value)

    return change


def called_apart(root: Any) -> None:
    """Puts the body of a note into the meta, and a reference where it stood."""
    note = the(root, "authorialNote")
    meta = root.find(f".//{{{AKN}}}meta")
    if note is root or meta is None:
        return
    reference = made('<noteRef href="#apart" marker="1"/>')
    reference.tail, note.tail = note.tail, None
    note.getparent().replace(note, reference)
    holder = made('<notes source="#x"/>')
    meta.append(holder)
    note.tag = f"{{{AKN}}}note"
    note.set("eId", "apart")
    holder.append(note)


TABLE = (
    "<table><caption>Zaccaption</caption><thead><tr><th colspan='2'>Zachead</th><th rowspan='2'>Zactall</th></tr>"
    "<tr><th>Zacone</th><th>Zactwo</th></tr></thead><tbody><tr><td rowspan='2'><p>Zacleft</p><p>Zacmore</p></td>"
    "<td>Zacbare</td><td/></tr><tr><td colspan='2'><ul><li>Zaclisted</li></ul></td></tr></tbody></table>"
)
POINTS = "<{0}><num>(z)</num><content><p>Zacpoint one</p></content></{0}>"
ODDITIES: dict[str, Oddity] = {
    "no meta": without("meta"),
    "no cover": without("coverPage"),
    "no preface": without("preface"),
    "no preamble": without("preamble"),
    "no body": without("mainBody"),
    "no conclusions": without("conclusions"),
    "no number on the cover": without("docNumber"),
    "no language": without("FRBRlanguage"),
    "no expression": without("FRBRExpression"),
    "no day": without("docDate"),
    "no session": without("session"),
    "language en": attributed("language", "EN", "FRBRlanguage"),
    "language of a country": attributed("language", "en-GB", "FRBRlanguage"),
    "language in words": attributed("language", "English", "FRBRlanguage"),
    "no identifiers": attributed("eId", None, "paragraph", "point", "container", "p"),
    "one identifier for all": attributed("eId", "one", "paragraph", "point", "container", "p"),
    "no marks at notes": attributed("marker", None, "authorialNote"),
    "stars at notes": attributed("marker", "*", "authorialNote"),
    "no agenda item": attributed("name", "x", "inline"),
    "session that is no number": attributed("value", "eightieth", "session"),
    "day that is none": attributed("date", "2025-02-31", "docDate", "FRBRdate", "date"),
    "votes that are no number": attributed("value", "many", "count"),
    "columns that are no number": attributed("colspan", "two", "td", "th"),
    "an amendment": renamed("statement", "amendment"),
    "a doc": renamed("statement", "doc"),
    "a judgment": both(renamed("statement", "judgment"), renamed("mainBody", "judgmentBody")),
    "a debate": both(renamed("statement", "debateReport"), renamed("mainBody", "debateBody")),
    "a bill": both(renamed("statement", "bill"), renamed("mainBody", "body")),
    "lists as ol": both(renamed("list", "ol"), renamed("point", "li")),
    "sections in sections": around("<section><num>I.</num><heading>Zacsection</heading><subsection/></section>", "paragraph"),
    "an article": around("<article><num>Zac 1</num><heading>Zacarticle</heading></article>", "paragraph"),
    "containers in containers": around("<container><container/></container>", "container"),
    "a container round a paragraph": around("<hcontainer name='x'><content/></hcontainer>", "paragraph"),
    "a p in the preamble": put("<p>Zacloose words,</p>", "preamble"),
    "recitals": put("<recitals><recital><p>Zacrecital,</p></recital></recitals>", "preamble"),
    "citations": put("<citations><citation><p>Zaccitation,</p></citation></citations>", "preamble"),
    "a list in the preamble": put("<container><p>Zacintro:</p><ul><li>Zacfirst;</li><li><p>Zacsecond,</p></li></ul></container>", "preamble"),
    "a title in the preamble": put("<container><heading>Zacheading</heading></container>", "preamble"),
    "a longTitle": put("<longTitle><p>Zaclong <docTitle>Zactitle</docTitle></p></longTitle>", "preface", "coverPage"),
    "more in the preface": put("<p>Zacwords <docPurpose>of purpose</docPurpose></p>", "preface", "coverPage"),
    "more on the cover": put("<p>Zaccover <inline name='other'>and more</inline></p>", "coverPage"),
    "more in the conclusions": put("<p>Zacend <signature>Zacsigned</signature></p>", "conclusions"),
    "a p in the body": put("<p>Zacbody</p>", "mainBody"),
    "a foreign block": put("<block name='x'>Zacblock</block>", "mainBody"),
    "toc": put("<toc><tocItem level='1' href='#x'>Zactoc</tocItem></toc>", "mainBody"),
    "points without a list": put(POINTS.format("point"), "paragraph"),
    "indents": put(POINTS.format("indent"), "paragraph"),
    "subparagraphs": put(POINTS.format("subparagraph"), "paragraph"),
    "alineas": put("<alinea><content><p>Zacalinea</p></content></alinea>", "paragraph"),
    "a paragraph in a paragraph": put(POINTS.format("paragraph"), "paragraph"),
    "a second content": put("<content><p>Zacagain</p></content>", "paragraph"),
    "a wrap-up": put("<list><point><num>(a)</num><content><p>Zacpoint</p></content></point><wrapUp><p>Zacwrap</p></wrapUp></list>", "paragraph"),
    "a list behind a content": put_after("<list><intro><p>Zacintro</p></intro><point><num>1)</num><content><p>Zacpoint</p></content></point></list>", "content"),
    "a list in a p": put("<ol><li>Zacitem <b>bold</b></li><li><p>Zacmore</p><ul><li>Zacinner</li></ul></li></ol>", "p"),
    "a block list": put("<blockList><listIntroduction>Zaclead</listIntroduction><item><num>-</num><p>Zacitem</p></item><listWrapUp>Zacwrap</listWrapUp></blockList>", "content", "container"),
    "a list without points": put("<list><intro><p>Zaconly</p></intro></list>", "paragraph"),
    "a table": put(TABLE, "content", "container"),
    "a table in a p": put(TABLE, "p"),
    "a table in the body": put(TABLE, "mainBody"),
    "a table in a point": put(TABLE, "point", "paragraph"),
    "a quoted structure": put("<mod>Zacmod <quotedStructure><paragraph><num>9.</num><content><p>Zacquoted</p></content></paragraph></quotedStructure></mod>", "p"),
    "an embedded text": put("<embeddedText>Zacembedded <p>Zacwithin</p></embeddedText>", "p"),
    "a preamble in a paragraph": put("<embeddedStructure><container><p>Zacone</p></container><container><p>Zactwo</p></container></embeddedStructure>", "container"),
    "mathematics": put("<span><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>zacx</mi><mo>=</mo><mn>7</mn></math></span>", "p"),
    "html": put("<span><div xmlns='http://www.w3.org/1999/xhtml'><p>Zacdiv <em>Zacem</em><br/>Zacbr</p></div></span>", "p"),
    "raised": put("<sup>Zacup<sub>Zacdown</sub></sup>", "p"),
    "bold in italic": put("<i>Zaci <b>Zacb<u>Zacu</u></b></i>", "p"),
    "an insertion": put("<ins>Zacins<del>Zacdel</del></ins>", "p"),
    "a picture": put("<img src='x.png' alt='Zacpicture'/>", "p"),
    "a picture in the body": put("<p><img src='x.png'/></p>", "mainBody"),
    "an empty paragraph": put("<paragraph/>", "mainBody"),
    "an empty point": put("<list><point/></list>", "paragraph"),
    "an empty note": put("<authorialNote marker='9'/>", "p"),
    "a bare note": put("<authorialNote marker='9'>Zacbare</authorialNote>", "p"),
    "a note in a note": put("<authorialNote marker='9'><p>Zacouter<authorialNote marker='10'><p>Zacinner</p></authorialNote></p></authorialNote>", "p"),
    "a note in a number": put("<authorialNote marker='9'><p>Zacnumbered</p></authorialNote>", "num"),
    "a note in a title": put("<authorialNote marker='9'><p>Zactitled</p></authorialNote>", "docTitle"),
    "a note in a head": put("<paragraph class='H1'><content><p>Zachead<authorialNote marker='9'><p>Zacnoted</p></authorialNote></p></content></paragraph>", "mainBody"),
    "a note on the cover": put("<authorialNote marker='*'><p>Zacreissued</p></authorialNote>", "docNumber"),
    "a note in the formula": put("<authorialNote marker='9'><p>Zacformula</p></authorialNote>", "formula"),
    "a note beside paragraphs": put("<authorialNote marker='9'><p>Zacbeside</p></authorialNote>", "mainBody"),
    "a note in two paragraphs": put("<authorialNote marker='9'><p>Zacfirst</p><p>Zacsecond</p></authorialNote>", "p"),
    "a note in the conclusions": put("<authorialNote marker='9'><p>Zacafter</p></authorialNote>", "location"),
    "a note kept apart": called_apart,
    "a reference to no note": put("<noteRef href='#nowhere' marker='5'/>", "p"),
    "words in the body": said("Zacloose", "mainBody"),
    "words in the preamble": said("Zacloose", "preamble"),
    "words in a paragraph": said("Zacloose", "paragraph"),
    "words in a content": said("Zacloose", "content"),
    "words in a list": said("Zacloose", "list", "paragraph"),
    "words in the conclusions": said("Zacloose", "conclusions"),
    "words in a row": said("Zacloose", "tr", "mainBody"),
    "words on the cover": said("Zacloose", "coverPage"),
    "words behind a paragraph": said_after("Zactail", "paragraph"),
    "words behind a number": said_after("Zactail", "num"),
    "words behind a container": said_after("Zactail", "container"),
    "words behind a point": said_after("Zactail", "point", "paragraph"),
    "another formula": said("Zacother ", "formula"),
    "a remark": lambda root: the(root, "p").append(etree.Comment("Zacremark")),
    "an instruction": lambda root: the(root, "p").append(etree.ProcessingInstruction("zac", "done")),
    "an attachment": put(
        "<attachments><attachment><heading>Zacannex</heading><subheading>Zacsub</subheading><doc name='annex'><meta/><preface><p>Zacpreface"
        "</p></preface><preamble><container><p>Zacpreamble</p></container></preamble><mainBody><section><heading>Zacin</heading><content>"
        "<p>Zacbody</p></content></section></mainBody><conclusions><p>Zacend</p></conclusions></doc></attachment></attachments>",
        "statement"),
    "an attached statement": put(
        "<attachments><attachment><statement name='x'><meta/><mainBody><paragraph><num>1.</num><content><p>Zacone</p></content></paragraph>"
        "</mainBody></statement></attachment></attachments>", "statement"),
    "a component beside": put(
        "<components><component><doc name='x'><meta/><mainBody><p>Zaccomponent</p></mainBody></doc></component></components>", "akomaNtoso"),
    "a second preamble": put("<preamble><formula><p>Zacsecond,</p></formula><container><p>Zacagain,</p></container></preamble>", "statement"),
    "a second body": put("<mainBody><paragraph><content><p>Zacsecond</p></content></paragraph></mainBody>", "statement"),
    "an unknown element": put("<zac><zic>Zacone</zic><zic>Zactwo</zic></zac>", "mainBody"),
    "an unknown element in a statement": put("<zac>Zacone</zac>", "statement"),
    "marks that look like ours": said("Zac *star* {{ fact }} [^n1] [](#x) ", "p"),
    "a private sign": said("Zac\ue000\ue002 ", "p"),
    "a long number": put("<paragraph><num>12345678901234567890.</num><content><p>Zacmany</p></content></paragraph>", "mainBody"),
    "a number of letters": put("<paragraph><num>ZAC</num><content><p>Zaclettered</p></content></paragraph>", "mainBody"),
    "a number in two": put("<paragraph><num>7.</num><num>8.</num><content><p>Zactwice</p></content></paragraph>", "mainBody"),
    "a deep list": put("<list><point><num>(a)</num><list><point><num>(i)</num><list><point><num>a.</num><list><point><num>i.</num><list><point><num>z</num><content><p>Zacdeep</p></content></point></list></point></list></point></list></point></list></point></list>", "paragraph"),
}  # fmt: skip
PREFIX = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
WRITTEN: dict[str, Callable[[str], bytes]] = {
    "UTF-16": lambda text: _undeclared(text).encode("utf-16"),
    "UTF-16 without a mark": lambda text: ('<?xml version="1.0" encoding="UTF-16BE"?>' + _undeclared(text)).encode("utf-16-be"),
    "a mark of UTF-8": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "windows-1252": lambda text: ('<?xml version="1.0" encoding="windows-1252"?>' + _undeclared(text)).encode("cp1252", "xmlcharrefreplace"),
    "a doctype": lambda text: ('<!DOCTYPE akomaNtoso SYSTEM "akn.dtd">' + _undeclared(text)).encode(),
    "an entity of HTML": lambda text: text.replace("<p>", "<p>&nbsp;&eacute;&mdash;", 3).encode(),
    "an entity of its own": lambda text: ('<!DOCTYPE a [<!ENTITY zac "Zacentity">]>' + _undeclared(text).replace("<p>", "<p>&zac;", 1)).encode(),
    "an entity of its own in UTF-16": lambda text: ('<!DOCTYPE a [<!ENTITY zac "Zacentity">]>' + _undeclared(text).replace("<p>", "<p>&zac;", 1)).encode("utf-16"),
    "prefixes": lambda text: _prefixed(text).encode(),
    "version 2": lambda text: text.replace(AKN, "http://www.akomantoso.org/2.0").encode(),
    "a working draft": lambda text: text.replace(AKN, f"{AKN}/WD17").encode(),
    "no namespace": lambda text: re.sub(r'\s(?:xmlns(?::\w+)?|xsi:\w+)="[^"]*"', "", text).replace("akn4un:", "").encode(),
    "cut short": lambda text: text[: len(text) * 2 // 3].encode(),
    "empty": lambda text: b"",
    "no XML": lambda text: b"\x00\x01\x02" * 50,
    "another root": lambda text: b"<html><body><p>Zac</p></body></html>",
    "CDATA": lambda text: re.sub(r"<p>([^<&]{3,}?)<", r"<p><![CDATA[\1]]><", text).encode(),
}  # fmt: skip


def _undeclared(text: str) -> str:
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text)


def _prefixed(text: str) -> str:
    text = text.replace(PREFIX, PREFIX.replace("xmlns=", "xmlns:akn="), 1)
    return re.sub(r"<(/?)(?=[A-Za-z]\w*[\s/>])", r"<\1akn:", text)


def odd_files(text: str) -> Iterator[tuple[str, bytes]]:
    """The record `text` with each oddity."""
    for name, change in ODDITIES.items():
        root = etree.fromstring(text.encode())
        change(root)
        yield name, etree.tostring(root, encoding="UTF-8")
    for name, write in WRITTEN.items():
        yield name, write(text)


def lost_in_silence(data: bytes, received: Received) -> list[str]:
    """The words of a file that are in no file of the folder and were not told of; nothing where the import failed.

    The lines that the program makes of the facts are among them: hold them against those of the record without an oddity.
    """
    if not received.is_whole:
        return []
    there = "\n".join([*printed(received), *(one.position.text for one in received.accounts.left_out())])
    parser = etree.XMLParser(recover=True, resolve_entities=False, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    for meta in list(root.iter("{*}meta")):
        notes = list(meta.iter("{*}note"))
        meta.clear()
        meta.extend(notes)
    wanted = [word for text in root.itertext() for word in words(text)]
    return [word for word in dict.fromkeys(wanted) if word not in there]


def printed(received: Received) -> Iterator[str]:
    """What every document of a folder prints, line by line."""
    with tempfile.TemporaryDirectory() as place:
        for name, content in received.files.items():
            (Path(place) / name).write_bytes(content)
        for language in received.sources:
            resolved = understand(workspace_for(Path(place), TODAY), language).resolved
            for line in lines(resolved) if resolved is not None else ():
                yield f"{line.number.printed if line.number else line.label} {plain(line.said)}"


def words(text: str) -> list[str]:
    """The words and figures of `text`."""
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def tried(name: str, data: bytes) -> list[Received]:
    """What an import gives of a file with these bytes."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / name
        path.write_bytes(data)
        return list(bring_in_records([path], None, workspace_for(Path(place), TODAY)))


def main() -> None:
    """Print what went wrong with each oddity in some of the records of a folder."""
    asked = argparse.ArgumentParser(prog="python -m tests.receive.odd_records")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--every", type=int, default=40)
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    counts: Counter[str] = Counter()
    for path in sorted(given.folder.rglob("*.xml"))[:: given.every]:
        text = path.read_text(encoding="utf-8")
        [right] = tried(path.name, text.encode())
        made_of_facts = set(lost_in_silence(text.encode(), right))
        for name, data in odd_files(text):
            if given.only not in name:
                continue
            counts["tried"] += 1
            try:
                for received in tried(path.name, data):
                    if received.is_whole and (lost := set(lost_in_silence(data, received)) - made_of_facts):
                        counts[f"lost in silence: {name}"] += 1
                        print(f"{path.name}: {name}: lost in silence: {sorted(lost)[:5]}")
                    codes = {one.code for one in received.findings if one.severity is Severity.ERROR}
                    counts["imported"] += received.is_whole
                    if codes:
                        counts[f"refused {sorted(codes)}: {name}"] += 1
            except Exception:
                counts[f"TRACEBACK: {name}"] += 1
                print(f"{path.name}: {name}: {traceback.format_exc().splitlines()[-3:]}")
    print("\n".join(f"{count:6} {name}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    sys.exit(main())
