"""Why a code matters that is no rule of its own.

On whose authority, what is wrong and what is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Explained:
    """One code explained, each in a line."""

    why: str
    authority: str
    bad: str
    good: str


@lru_cache(maxsize=1)
def explained() -> dict[str, Explained]:
    """Every code of explained.yaml."""
    path = Path(__file__).with_suffix(".yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {code: Explained(**entry) for code, entry in yaml.load(path.read_text(encoding="utf-8"), loader).items()}
