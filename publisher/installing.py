"""What installs the libraries and fonts the pages need, on each system, in one line."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

# Fonts by hand where a system packs none: the families as their makers give them out.
_FONTS_BY_HAND = (
    "the fonts Liberation (github.com/liberationfonts), Noto Serif and Sans CJK SC (github.com/notofonts/noto-cjk) and "
    "Noto Naskh Arabic (fonts.google.com/noto): unpack, choose all, “Install for all users”"
)


@dataclass(frozen=True, slots=True)
class System:
    """How one system names its libraries and installs its packages.

    `packages` is by what is needed; `by_hand` says what is left where it has no package.
    """

    libraries: dict[str, str]
    packages: dict[str, str]
    command: str
    after: str = ""
    by_hand: str = ""

    def line(self, needs: Iterable[str]) -> str:
        """The one line that installs all `needs`, or nothing."""
        wanted = [need for need in needs if need]
        packages = sorted({self.packages[need] for need in wanted if need in self.packages})
        parts = [f"{self.command} {' '.join(packages)}{self.after}"] if packages else []
        if self.by_hand and any(need not in self.packages for need in wanted):
            parts.append(self.by_hand)
        return "; then ".join(parts)


LINUX = System(
    {"pango": "libpango-1.0.so.0", "pango-freetype": "libpangoft2-1.0.so.0", "harfbuzz": "libharfbuzz-subset.so.0"},
    {
        "pango": "libpango-1.0-0", "pango-freetype": "libpangoft2-1.0-0", "harfbuzz": "libharfbuzz-subset0",
        "liberation": "fonts-liberation2", "cjk": "fonts-noto-cjk", "arabic": "fonts-noto-core",
        "cjk-sans": "fonts-noto-cjk",
    },
    "apt-get install --no-install-recommends",
)  # fmt: skip
MACOS = System(
    {"pango": "libpango-1.0.0.dylib", "pango-freetype": "libpangoft2-1.0.0.dylib", "harfbuzz": "libharfbuzz-subset.0.dylib"},
    {
        "pango": "pango", "pango-freetype": "pango", "harfbuzz": "harfbuzz", "liberation": "font-liberation",
        "cjk": "font-noto-serif-cjk", "cjk-sans": "font-noto-sans-cjk", "arabic": "font-noto-naskh-arabic",
    },
    "brew install",
)  # fmt: skip
_MSYS2 = "mingw-w64-ucrt-x86_64"
WINDOWS = System(
    {"pango": "libpango-1.0-0.dll", "pango-freetype": "libpangoft2-1.0-0.dll", "harfbuzz": "libharfbuzz-subset-0.dll"},
    {"pango": f"{_MSYS2}-pango", "pango-freetype": f"{_MSYS2}-pango", "harfbuzz": f"{_MSYS2}-harfbuzz"},
    r"winget install MSYS2.MSYS2 && C:\msys64\usr\bin\pacman -S --noconfirm",
    r" && setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\ucrt64\bin",
    _FONTS_BY_HAND,
)


def by_name(name: str) -> System:
    """The system that Python calls `name`.

    Any other is taken for one like Debian.
    """
    return {"darwin": MACOS, "win32": WINDOWS}.get(name, LINUX)


def this_system() -> System:
    """The system this program runs on."""
    return by_name(sys.platform)
