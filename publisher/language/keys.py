"""The keys every vocabulary has, the same in all languages.

So none lacks a word another has.
"""

from __future__ import annotations

from pydantic import AfterValidator


def _keys(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LABELS = _keys(
    """
    contents chapter page paragraphs summary introduction letter-dated enclosure footnote table-column-decision
    table-column-resolution
    table-column-title report proceedings note-by-the-secretariat decision resolution draft-decision
    draft-resolution agenda provisional-agenda rules-of-procedure session plenary-meeting see ibid hereinafter
    signed total source notes bureau officers executive-director secretary-general secretariat executive-board
    committee-of-permanent-representatives credentials quorum observers members addendum corrigendum revision
    amendment draft reproduced-as-received working-translation original-in list-of-participants vacant later none
    in-favour against abstaining end-of-document bar-code qr-code emblem page-of document-symbol table-of-contents
    contents-of-meeting
    """
)
REFERENCES = _keys(
    """
    decision resolution draft-decision paragraph paragraphs operative annex appendix table figure footnote chapter section
    agenda-item rule document within in-body
    """
)
PLACES = _keys(
    "title subtitle heading heading-in label paragraph unnumbered unnumbered-after point point-after preambular agenda "
    "table table-title head cell total table-note source caption figure-source note front-note masthead"
)
VOTING_METHODS = _keys("show-of-hands recorded roll-call secret-ballot machine")
MANNERS = _keys("vote consensus acclamation without-vote secret-ballot")
GROUPS = _keys("african asia-pacific eastern-european grulac weog")
OFFICES = _keys("president vice-president rapporteur chair vice-chair member")
ORDINALS = _keys("session session-object session-of session-at meeting meeting-object meeting-of meeting-at")
PARTS = _keys("regular resumed special emergency yearly")
PLURALS = _keys("members states seats decisions resolutions items organizations meetings vacancies")
INSERTIONS = _keys("bis ter quater quinquies")
SHAPES = _keys("one two two-months two-years range range-months range-years")
DISTRIBUTIONS = _keys("general limited restricted derestricted")
HALVES = _keys("morning afternoon evening")
MEETINGS = _keys("plenary committee")
COUNTED = _keys("session meeting")
ATTACHED = _keys("chapter annex appendix table figure")


def exactly(keys: frozenset[str]) -> AfterValidator:
    """A validator that asks for exactly `keys`."""

    def check(value: dict[str, object]) -> dict[str, object]:
        if missing := keys - value.keys():
            raise ValueError("missing: " + ", ".join(sorted(missing)))
        if unknown := value.keys() - keys:
            raise ValueError("unknown: " + ", ".join(sorted(unknown)))
        return value

    return AfterValidator(check)
