"""Vocabularies and wordings of every language that is shipped."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from publisher.language import Vocabulary, vocabulary
from publisher.model.document import Language
from publisher.model.reference import load_reference
from publisher.model.workspace import Workspace, shipped, workspace_for
from publisher.read import read
from publisher.wording import Wording
from tests.conftest import SEED, TODAY

LANGUAGES = tuple(sorted(path.parent.name for path in shipped("templates").glob("wording/*/vocabulary.yaml")))


def workspace() -> Workspace:
    """The workspace of the shipped document, whose facts the sentences state."""
    return workspace_for(SEED, TODAY)


def speak(code: str) -> Vocabulary:
    """The vocabulary of a shipped language."""
    return vocabulary(code, workspace())


@lru_cache(maxsize=8)
def wording_of(code: str) -> Wording:
    """The wording of the shipped record in any language, with no author's words beside it."""
    document = read(workspace(), "zh").document
    assert document is not None
    words = Language.model_validate({"title": ["…"]})
    return Wording(workspace(), speak(code), document.record, words, load_reference(workspace().reference))


@pytest.fixture
def sentence() -> Callable[..., str]:
    """The writer of a sentence: language, name of the template, facts."""
    return lambda code, template, /, **facts: wording_of(code).sentence(template, **facts)
