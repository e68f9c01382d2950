"""What differs between the bases: page in twips, masthead geometry, the family of styles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """What differs between the bases: page in twips, masthead geometry, running heads, and the family of styles."""

    family: str
    page: tuple[int, int]
    margins: str
    landscape_margins: str
    masthead: tuple[int, ...]  # columns
    masthead_top: int  # from the edge of the page
    rows: tuple[int, int]
    tab: int
    title: str  # the style the title is based on
    first_margins: str = ""  # where page one has its own


def margins(top: int, right: int, bottom: int, left: int, header: int, footer: int) -> str:
    return (
        f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" '
        f'w:footer="{footer}" w:gutter="0"'
    )


GENEVA = Profile(
    family="B",
    page=(11907, 16840),
    tab=567,
    title="HChG",
    margins=margins(1701, 1134, 2268, 1134, 1134, 1701),
    landscape_margins=margins(1701, 1134, 1134, 1134, 1134, 567),
    masthead=(1276, 5528, 2835),
    masthead_top=568,
    rows=(851, 2835),
)
NAIROBI = Profile(
    family="B",
    page=(11906, 16838),
    tab=567,
    title="HChG",
    margins=margins(1417, 1134, 1134, 1134, 850, 567),
    landscape_margins=margins(1417, 1134, 1134, 1134, 850, 567),
    masthead=(1276, 5528, 2835),
    masthead_top=285,
    rows=(851, 2835),
)
NEW_YORK = Profile(
    family="A",
    page=(12240, 15840),
    tab=475,
    title="TitleHCH",
    margins=margins(1440, 1200, 1152, 1200, 432, 504),
    first_margins=margins(1440, 1200, 1728, 1200, 432, 504),
    landscape_margins=margins(1195, 1440, 1195, 1152, 576, 1037),
    masthead=(1267, 5472, 3111),
    masthead_top=432,
    rows=(864, 2880),
)
