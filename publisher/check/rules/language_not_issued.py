"""A language file stands for a language the document is not issued in.

Why: “English only” on page one and a French file contradict each other.
Authority: UN Editorial Manual, masthead (M05, M12).
Bad: `language-only: [en]` beside a file fr.yaml
Good: `language-only: [en, fr]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """The language where the record lists others only."""
    only = evidence.record.language_only
    if only and evidence.language not in only:
        yield Fault(
            f"the record issues the document in {', '.join(only)} only, not in “{evidence.language}”",
            evidence.sources.key(evidence.record_file, "language-only"), evidence.language,
            "add the language, or take its file away",
        )  # fmt: skip
    profile = evidence.written.profile
    if profile.languages and evidence.language not in profile.languages:
        yield Fault(
            f"the profile {profile.name} issues documents in {', '.join(profile.languages)} only",
            evidence.sources.key(evidence.record_file, "profile"), evidence.language,
            "take another profile, or add the language to it",
        )  # fmt: skip
