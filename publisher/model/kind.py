"""A kind of document: its page, and what sets it apart for the rules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from publisher.model.record import IDENTIFIER, Identifier, Whole
from publisher.model.words import Part, no_entries

Trait = Literal[
    "session", "annotated", "names", "annex", "corrections", "resolution", "draft", "meeting", "letter", "supplement"
]
Sentence = Annotated[str, StringConstraints(pattern=IDENTIFIER)]  # a template of templates/wording/<language>


class Exchange(Part):
    """Which document of Akoma Ntoso (AKN4UN) a kind is."""

    element: Literal["doc", "statement", "debateReport"] = Field(default="doc", description="Root element.")
    name: str = Field(default="document", description="Its name: resolution, meetingReport …")
    type: str = Field(default="doc", description="Type in the document's address.")
    subtype: str = Field(default="document", description="Subtype in the document's address.")


class Kind(Part):
    """`templates/kind/<name>.yaml`.

    A kind without this file has the page of its own name and no traits.

    Traits: `session` – it reports on a whole session and states all its facts; `annotated` – its headings go through
    the agenda, each under the number of its item; `names` – a list of names, not of
    sentences; `annex` – part of another document; `corrections` – instructions on another document's text;
    `resolution` – a resolution by itself, which says on page one by whom and when it was adopted; `draft` – one that
    is proposed, which says who proposes it; `meeting` – the record of one meeting; `letter` – a letter circulated;
    `supplement` – a book of the Official Records, with a cover and chapters.
    """

    name: Identifier = Field(default="", json_schema_extra={"x-internal": True})
    page: Identifier = Field(default="", description="Template in templates/page; by default that of the kind's name.")
    exchange: Exchange = Field(default_factory=Exchange, description="Its form in AKN4UN.")
    words: Whole | None = Field(default=None, ge=1, description="The most words such a document may have.")
    place_line: bool = Field(
        default=True, alias="place-line", description="false where other lines of page one say place and day."
    )
    lines: list[Sentence] = Field(
        default_factory=no_entries, description="Standard lines under the session: Official Records."
    )
    title: list[Sentence] = Field(
        default_factory=no_entries, description="Standard sentences that write the title where the author writes none."
    )
    subtitle: list[Sentence] = Field(
        default_factory=no_entries,
        description="Those that write the lines under it; one that says nothing is left out.",
    )
    cover: list[Sentence] = Field(
        default_factory=no_entries, description="Those that stand under the author's own lines on the cover, as text."
    )
    seats: bool = Field(
        default=False,
        description="true where page one says who presided (the bureau `presiding`) and who sits (`members`).",
    )
    light_subtitle: bool = Field(
        default=False, alias="light-subtitle", description="true where these lines are set as text."
    )
    body: list[Sentence] = Field(
        default_factory=no_entries,
        description="Those that are the text, a paragraph each, where the author writes none.",
    )
    chapters: bool = Field(
        default=False, description="true where headings of the first degree are chapters: “Chapter I” above the title."
    )
    contents: Identifier = Field(default="contents", description="The label over its table of contents.")
    contents_degrees: Literal[1, 2, 3] = Field(
        default=3, alias="contents-degrees", description="How many degrees of headings its contents list."
    )
    contents_pages: bool = Field(
        default=True, alias="contents-pages", description="false where its contents name no pages."
    )
    notice: Sentence | None = Field(default=None, description="The standard sentence in the box on page one.")
    numbered: bool = Field(default=True, description="false where plain lines are paragraphs without numbers.")
    traits: list[Trait] = Field(default_factory=no_entries, description="What sets it apart from a plain document.")

    @property
    def is_adopted(self) -> bool:
        """True of a resolution by itself that is no draft any more."""
        return "resolution" in self.traits and "draft" not in self.traits
