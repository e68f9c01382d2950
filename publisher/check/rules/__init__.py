"""The rules: one small file each, named after the fault; the table gives each its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publisher.check.evidence import Evidence, Fault
from publisher.check.rules import (
    adoption_order, agenda_entry_stop, agenda_order, agenda_uncovered, annex_not_cited, contents_differ,
    decision_not_listed, distribution, heading_capitals, heading_stop, heading_title, incomplete_record,
    item_punctuation, job_number, language_not_issued, malformed_symbol, masthead_date_early, missing_chapter,
    numbers_not_consecutive, operative_end, operative_opening, organ_line, parent_symbol, placeholder, preamble_comma,
    preamble_opening, reissue_date, repeated_action, session_days, session_in_symbol, session_in_words, single_item,
    single_operative, single_subheading, too_long, typed_agenda_items, typed_number, unnumbered_paragraph,
)  # fmt: skip

Rule = Callable[[Evidence], Iterable[Fault]]

RULES: dict[str, Rule] = {
    "ID101": malformed_symbol.find,
    "ID102": session_in_symbol.find,
    "ID103": placeholder.find,
    "ID104": masthead_date_early.find,
    "ID105": reissue_date.find,
    "ID106": session_in_words.find,
    "ID107": session_days.find,
    "ID108": distribution.find,
    "ID109": language_not_issued.find,
    "ID110": job_number.find,
    "ID111": incomplete_record.find,
    "ID112": parent_symbol.find,
    "NU101": typed_number.find,
    "NU102": numbers_not_consecutive.find,
    "NU103": single_item.find,
    "NU104": item_punctuation.find,
    "NU105": single_subheading.find,
    "NU106": heading_stop.find,
    "NU107": heading_capitals.find,
    "NU108": agenda_order.find,
    "NU109": agenda_uncovered.find,
    "NU110": heading_title.find,
    "NU111": agenda_entry_stop.find,
    "NU112": annex_not_cited.find,
    "NU113": adoption_order.find,
    "NU114": decision_not_listed.find,
    "NU115": preamble_comma.find,
    "NU116": preamble_opening.find,
    "NU117": operative_end.find,
    "NU118": operative_opening.find,
    "NU119": repeated_action.find,
    "NU120": single_operative.find,
    "NU121": organ_line.find,
    "NU122": missing_chapter.find,
    "NU123": too_long.find,
    "NU124": unnumbered_paragraph.find,
    "NU125": typed_agenda_items.find,
    "NU126": contents_differ.find,
}
