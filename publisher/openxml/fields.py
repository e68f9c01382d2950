"""Fields that begin and never end.

Word prints what stands in them as it prints all else.
"""

from __future__ import annotations

from collections.abc import Collection

from publisher.openxml.package import Element, W


def unfinished(story: Element, hidden: Collection[str]) -> set[Element]:
    """The signs in `story` that open a field which none closes (ISO/IEC 29500-1, 17.16.18).

    Signs inside elements of the kinds `hidden` are not there.
    """
    open_now: list[Element] = []
    for sign in story.iter(f"{W}fldChar"):
        kind = sign.get(f"{W}fldCharType")
        if kind == "separate" or any(above.tag in hidden for above in sign.iterancestors()):
            continue
        if kind == "begin":
            open_now.append(sign)
        elif open_now:
            open_now.pop()
    return set(open_now)
