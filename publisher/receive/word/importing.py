"""The order in which a Word file is brought in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.language.recognising import language_of
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.kind import Kind
from publisher.model.reference import Reference
from publisher.model.workspace import Workspace
from publisher.openxml.admission import Ground, Refused
from publisher.openxml.content import Content, Table, hidden_words, paragraphs_in
from publisher.openxml.content_reader import read_content
from publisher.openxml.formulas import FORMULAS, is_flat, linear
from publisher.openxml.package import Package, parts_elsewhere, readings
from publisher.openxml.reading import View, read_docx
from publisher.openxml.sections import tables_across
from publisher.receive.accounts import Accounts
from publisher.receive.folder import Noted, Remark, language_file, own_organs, record_file
from publisher.receive.received import REPORT, Received, balance, report
from publisher.receive.said import facts_in
from publisher.receive.word.figures import Figures
from publisher.receive.word.floating import lifted
from publisher.receive.word.front import Front, FrontReader, front_note, reissue_pattern
from publisher.receive.word.heads import leave_heads, running_title
from publisher.receive.word.labels import Labels
from publisher.receive.word.lines import Annex, Structure
from publisher.receive.word.nesting import Division, same, simplest
from publisher.receive.word.notes import Notes
from publisher.receive.word.numbers import spell_lone_numbers
from publisher.receive.word.official import OfficialReader
from publisher.receive.word.positions import enter_all
from publisher.receive.word.proceedings import put_proceedings
from publisher.receive.word.record import record_of
from publisher.receive.word.resolutions import ResolutionWriter, draft_titled, titled
from publisher.receive.word.side_by_side import OrgansReader
from publisher.receive.word.structure import StructureReader
from publisher.receive.word.words import WordsOf
from publisher.receive.written import Written, unfolded

Changes = Literal["accept", "reject", "refuse"]
CHANGES: tuple[Changes, ...] = get_args(Changes)
_GROUNDS: dict[Ground, str] = {
    "damaged": "IM001", "other-format": "IM002", "encrypted": "IM003", "macros": "IM004", "hostile": "IM005"
}  # fmt: skip
# What reading comes upon in a file whose XML is well formed but no WordprocessingML.
_DAMAGE = (ValueError, KeyError, AttributeError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports says of the source, if anything."""

    changes: Changes = "refuse"
    kind: str | None = None
    organ: str | None = None
    profile: str | None = None

    @property
    def view(self) -> View:
        """The view of tracked changes that is brought in."""
        return "rejected" if self.changes == "reject" else "accepted"


def receive_word(
    data: bytes,
    name: str,
    vocabulary: Vocabulary,
    reference: Reference,
    workspace: Workspace,
    options: Options,
    kinds: Mapping[str, Kind],
) -> Received:
    """The folder of the Word file `data`, called `name`.

    Its words in the language of `vocabulary`, its kind one of `kinds`.
    """
    try:
        package = Package(data)
        content = read_content(package, options.view)
    except Refused as refused:
        return _nothing([finding(_GROUNDS[refused.ground], str(refused), PagePosition(name))])
    except _DAMAGE:
        said = "a part of the file breaks the rules of its format and cannot be read"
        hint = "open it in Word or LibreOffice and save it under another name"
        return _nothing([finding("IM001", said, PagePosition(name), hint=hint)])
    if elsewhere := list(parts_elsewhere(package)):
        return _nothing([_elsewhere(part, name) for part in elsewhere])
    if content.changes and options.changes == "refuse":
        return _nothing(_tracked(content, name))
    return _Import(package, content, name, vocabulary, reference, workspace, options, kinds).received()


def language_of_word(data: bytes) -> str:
    """The language of a Word file, by what is written in it.

    English where it cannot be read.
    """
    try:
        told = read_docx(Package(data))
    except (Refused, *_DAMAGE):
        return "en"
    return language_of("\n".join([paragraph.text for paragraph in told.paragraphs]))


def _nothing(findings: list[Diagnostic]) -> Received:
    return Received("", {}, tuple(findings), Accounts())


def _elsewhere(part: str, name: str) -> Diagnostic:
    said = f"a part of the text is a file of its own, {part or 'without a name'}, which the import does not read"
    hint = "Open the document in Word and save it under another name, so that all of it stands in one file."
    return finding("IM002", said, PagePosition(name), span=part, hint=hint)


def _tracked(content: Content, name: str) -> list[Diagnostic]:
    hint = "Say --changes accept or --changes reject, or settle them in Word first."
    return [
        finding(
            "IM006", f"{one.kind} by {one.author or 'nobody named'}", PagePosition(name), span=one.text[:60], hint=hint
        )
        for one in content.changes
    ]


@dataclass(slots=True)
class _Import:
    package: Package
    content: Content
    name: str
    vocabulary: Vocabulary
    reference: Reference
    workspace: Workspace
    options: Options
    kinds: Mapping[str, Kind]

    def received(self) -> Received:
        accounts = Accounts()
        enter_all(accounts, self.package, self.content, self.options.view)
        lone = spell_lone_numbers(paragraphs_in(self.content.body))
        notes = Notes(self.content, accounts)
        words = WordsOf(accounts, notes.call)
        facts = facts_in(self.vocabulary, self.reference, self.workspace)
        reissue = self.workspace.template(f"wording/{self.vocabulary.code}/reissue.j2").read_text("utf-8")
        reader = FrontReader(
            self.content,
            self.vocabulary,
            self.reference,
            accounts,
            words,
            notes,
            reissue_pattern(reissue),
            OrgansReader(self.vocabulary, self.reference, lambda year: facts.sentence("organ-year", year=year)),
        )
        front = reader.read()
        notes.is_front = False
        figures = Figures(self.package, accounts, words)
        tables = (block for block in front.above if isinstance(block, Table))
        body = (block for block in self.content.body[front.start :] if block.element not in front.taken)
        blocks = list(lifted((*tables, *body), accounts))
        resolution = draft_titled(front, facts) or titled(front, self.options.organ, self.vocabulary, self.reference)
        official = OfficialReader(self.vocabulary, self.reference, self.workspace, self.kinds, facts)
        is_headed = resolution is not None and resolution.headed
        made = Structure(Division(self.vocabulary, operative=resolution is not None and not is_headed))
        structure = StructureReader(
            blocks,
            Labels(self.vocabulary),
            words,
            notes,
            figures,
            accounts,
            made,
            across=tables_across(self.package),
            resolution=is_headed,
            columns=[section.columns for section in self.content.sections],
            chapters=official.has_chapters(front),
        ).read()
        written = self._words(front, structure, notes, words)
        record = record_of(front, structure, notes, self.vocabulary, self.options, self.name, facts)
        if resolution is not None:
            running = running_title(self.content, str(front.facts.get("symbol", "")))
            ResolutionWriter(self.vocabulary, self.reference, self.workspace, running).put(
                resolution, structure, record, written
            )
        elif self.options.kind is None:
            official.put(record, written)
        if unfolded(record["kind"]) == "session-report":
            sentence = Written(record, self.reference, self.vocabulary, self.workspace).sentence
            put_proceedings(record, written, structure, facts, sentence)
        accounts.leave_out("how the characters below it are read", *readings(self.package))
        accounts.leave_out("the instruction of a field, which Word does not print", *self.content.instructions)
        notes.leave_uncalled()
        leave_heads(self.content, accounts)
        for comment in self.content.comments:
            accounts.use(comment.element)
        for change in self.content.changes:
            accounts.use(change.element)
        says = f"Brought in from {self.name}. What was concluded, and what was left out, stands in {REPORT}."
        files = [record_file(record, says), language_file(self.vocabulary.code, written, says)]
        findings = [found for file in files for found in file.findings]
        findings += self._of_the_source(front, notes, structure.columns_left)
        findings += self._of_the_words(words)
        at = PagePosition(self.name)
        findings += [finding("IM013", f"the number “{number}” has no words", at, span=number) for number in lone]
        findings += balance(accounts, self.name)
        placed = {file.name: file.data for file in files} | figures.files
        if front.organs and not self.options.organ:
            placed["reference/organs.yaml"] = own_organs(front.organs, f"Brought in from {self.name}.")
        placed[REPORT] = report(self.name, accounts, findings)
        symbol = str(front.facts.get("symbol", "")) or self.name.rpartition(".")[0]
        return Received(
            symbol.replace("/", "-").replace(" ", "_").replace("(", "").replace(")", ""),
            placed,
            tuple(findings),
            accounts,
        )

    def _words(self, front: Front, structure: Structure, notes: Notes, words: WordsOf) -> dict[str, Any]:
        made: dict[str, Any] = {"title": front.title or [Noted("[--]", (Remark("IM012", "no title was found"),))]}
        made |= {"subtitle": front.subtitle} if front.subtitle else {}
        made |= {"organ-lines": front.organ_lines} if front.organ_lines is not None else {}
        made |= {"session-line": front.session_line} if front.session_line else {}
        self._appendices(structure.body, words.accounts)
        body = simplest(structure.body.body)
        body = structure.agenda.with_items(body) if structure.agenda else body
        annexes = [
            self._annex(annex, place, len(structure.annexes), words.accounts)
            for place, annex in enumerate(structure.annexes, 1)
        ]
        footnotes, front_notes = notes.texts(words)
        front_notes |= {front_note(len(mark)): text for mark, text in front.notes.items()}
        made |= {"front-notes": front_notes} if front_notes else {}
        made |= {"summary": structure.summary} if structure.summary else {}
        made["body"] = body
        made |= {"annexes": annexes} if annexes else {}
        made |= {"decisions": structure.decisions} if structure.decisions else {}
        agenda = (
            dict([front.item] if front.item else [])
            | front.items
            | (structure.agenda.named()[1] if structure.agenda else {})
        )
        made |= {"agenda": agenda} if agenda else {}
        made |= {"agendas": structure.agendas} if structure.agendas else {}
        made |= {"footnotes": footnotes} if footnotes else {}
        return made

    def _annex(self, annex: Annex, place: int, total: int, accounts: Accounts) -> dict[str, Any]:
        printed = self.vocabulary.annex_label(place, total).printed
        title = self._labelled(annex.title or "[--]", annex.label, printed, accounts)
        made: dict[str, Any] = {"id": f"annex-{place}", "title": title}
        made |= {"note": annex.note} if annex.note else {}
        self._appendices(annex.division, accounts)
        made["body"] = simplest(annex.division.body)
        return made

    def _appendices(self, division: Division, accounts: Accounts) -> None:
        """Tell of the appendices whose labels are not those that counting gives."""
        for place, (label, block) in enumerate(division.appendices, 1):
            printed = self.vocabulary.appendix_label(place, len(division.appendices)).printed
            block["appendix"] = self._labelled(block["appendix"], label, printed, accounts)

    @staticmethod
    def _labelled(title: str, label: str, printed: str, accounts: Accounts) -> Any:
        """A title with a remark where the program prints another label above it."""
        if same(label, printed):
            return title
        accounts.reworded.append(label)
        return Noted(
            title, (Remark("IM015", f"the source calls it “{label}”; the program counts: “{printed}”", label),)
        )

    def _of_the_words(self, words: WordsOf) -> list[Diagnostic]:
        """What a line of words cannot hold: links to files, formulas of more than one line."""
        at = PagePosition(self.name)
        said = "a link that leads to no address on the web is left out; its words stand"
        found = [finding("IM015", said, at, span=link) for link in dict.fromkeys(words.unlinked)]
        raised = (one for one in self.package.body.iter(FORMULAS[0]) if not is_flat(one))
        said = "a formula stands as words on a line"
        return found + [finding("IM015", said, at, span=linear(one)) for one in raised]

    def _of_the_source(self, front: Front, notes: Notes, columns: int) -> list[Diagnostic]:
        at = PagePosition(self.name)
        found = [finding("IM012", "a line of the masthead was not understood", at, span=line) for line in front.unknown]
        found += [
            finding("IM015", f"the note “{mark}” of page one is called by the title, not by the symbol", at)
            for mark in front.moved
        ]
        found += [
            finding("IM015", "hidden text, which Word does not print, stands in the words", at, span=words)
            for words in hidden_words(self.content)
        ]
        found += [
            finding("IM012", f"a call of a {one.kind} that is not in the file is left out", at, span=one.mark)
            for one in notes.missing
        ]
        found += [
            finding("IM012", "a form of numbers is not known; “?” stands in the place of each", at, span=form)
            for form in sorted(self.content.unknown_formats)
        ]
        if columns:
            said = (
                f"text set in {columns} columns runs over the whole width; set it under in-columns: where it is to stay"
            )
            found.append(finding("IM015", said, at))
        if notes.otherwise:
            said = f"{notes.otherwise} notes have other marks than in the source: the program counts them in one row"
            found.append(finding("IM015", said, at))
        if endnotes := sum(called.call.kind == "endnote" for called in notes.calls.values()):
            found.append(
                finding("IM015", f"the endnotes ({endnotes}) stand at the foot of pages, among the footnotes", at)
            )
        for comment in self.content.comments:
            on = f" on “{comment.on[:60]}”" if comment.on.strip() else ""
            found.append(finding("IM014", f"{comment.author or 'somebody'} left a comment{on}", at, span=comment.text))
        return found
