"""What each layout profile prescribes of a page, in points, and the fonts of the house."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageProfile:
    """Size of a portrait page, the margins no text may cross, and whether the page number names the total."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    bottom_of_wide: float  # on a page turned for a wide table
    total: bool  # “7/71” instead of “7”

    def foot(self, wide: bool) -> float:
        """The lower margin of a page, turned or not."""
        return self.bottom_of_wide if wide else self.bottom


# Page sizes and margins as measured in Word files and PDFs of the United Nations: New York (DGACM) prints Letter,
# Geneva (UNOG) A4; Nairobi (UNON) follows Geneva's later page. Running heads and page numbers stand in the margins.
PROFILES = {
    "nairobi": PageProfile(595.3, 841.9, 56.7, 56.7, 70.8, 56.7, 56.7, False),
    "geneva": PageProfile(595.3, 841.9, 56.7, 56.7, 85.0, 113.4, 56.7, False),
    "new-york": PageProfile(612.0, 792.0, 60.0, 60.0, 75.0, 57.6, 57.6, True),
}

# Families a finished file may use; any other means that the expected font lacked a character and another stepped in.
FAMILIES = (
    "liberationserif", "liberationsans", "notoserifcjksc", "notosanscjksc", "notonaskharabic", "notoserif",
    "notosansmono",
)  # fmt: skip


def is_family_of_the_house(font: str) -> bool:
    """Say whether a font of the name `font` (subset tag removed) belongs to an allowed family, in whatever style."""
    plain = font.replace("-", "").replace(" ", "").replace(",", "").lower()
    return any(plain.removeprefix(family) in _STYLES for family in FAMILIES if plain.startswith(family))


_STYLES = frozenset(
    ["", "regular", "bold", "italic", "bolditalic", "oblique", "boldoblique", "medium", "semibold", "semilight",
     "light", "black", "extralight", "italicbold"]
)  # fmt: skip
