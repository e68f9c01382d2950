"""Redlines of random corrections: tracked changes accepted are the new text, rejected the old one."""

from __future__ import annotations

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.docx import write_docx
from publisher.render.page import render_page
from publisher.revise import redline
from publisher.verify import verify_redline
from tests.revise.random_edits import correction


def findings(seed: int) -> list[str]:
    """What is wrong with the Word redline of the random correction `seed`."""
    old, new, made, workspace = correction(seed)
    if old is None or new is None:
        return []
    try:
        found = verify_redline(tracked(old, new, workspace), old, new, "redline.docx")
    except Exception as error:
        return [f"{made}: {type(error).__name__}: {error}"]
    return [f"{made}: {each.message}" for each in found[:2]]


def tracked(old: Document, new: Document, workspace: Workspace) -> bytes:
    """The redline from `old` to `new` as a Word file."""
    shown = redline(old, new)
    return write_docx(render_page(shown, workspace), shown, workspace, {}, 0)
