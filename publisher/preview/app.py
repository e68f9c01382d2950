"""The questions and changes a browser may ask the preview for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from publisher.failures import BadRequest, CannotWrite
from publisher.manuscript import Path, Tree, Unwritable, deleted, entered, moved, read_tree, refilled, scalar
from publisher.model.diagnostic import Position
from publisher.preview.desk import Desk
from publisher.preview.editing import Conflict, Editing, NoEntry, NotYaml, digest_of, plainly
from publisher.preview.entries import entry, fields, place_entry
from publisher.preview.guard import DOCUMENT, Guard
from publisher.preview.interface import COOKIE, accepted, first_spoken, page_in, refusal_in, sentence_in
from publisher.preview.other_views import View
from publisher.preview.serving import Address
from publisher.preview.telling import draft_told

STATIC = FilePath(__file__).parent / "static"
KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}
REFUSED: dict[type[Exception], int] = {
    Unwritable: 422, NoEntry: 404, CannotWrite: 507, BadRequest: 404, KeyError: 400, ValueError: 400, TypeError: 400,
}  # fmt: skip
SHORTEST_REASON = 10  # characters, as the record wants it
FOREVER = {"cache-control": "private, max-age=31536000, immutable"}


def app_for(desk: Desk, address: Address, language: str = "") -> Starlette:
    """The application that answers at `address` for what is on `desk`.

    It speaks `language` where the browser has chosen none.
    """
    asked = _Asked(desk, Editing(desk.folder), language)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(desk.live())
        yield
        watching.cancel()

    routes = [
        Route("/", asked.page),
        Route("/static/{name}", asked.static),
        Route("/about", asked.about),
        Route("/events", asked.events),
        Route("/draft/{language}", asked.draft),
        Route("/picture/{digest}", asked.picture),
        Route("/entry/{language}/{piece}", asked.entry),
        Route("/place", asked.place, methods=["POST"]),
        Route("/fields", asked.fields, methods=["POST"]),
        Route("/file/{name:path}", asked.file),
        Route("/explain/{code}", asked.explain),
        Route("/schema/{name}", asked.schema),
        Route("/html/{language}", asked.html),
        Route("/words", asked.words, methods=["POST"]),
        Route("/change", asked.change, methods=["POST"]),
        Route("/replace", asked.replace, methods=["POST"]),
        Route("/note", asked.note, methods=["POST"]),
        Route("/mend", asked.mend, methods=["POST"]),
        Route("/waive", asked.waive, methods=["POST"]),
        Route("/word/{language}", asked.word),
        Route("/redline/{language}", asked.redline),
        Route("/undo", asked.undo, methods=["POST"]),
        Route("/redo", asked.redo, methods=["POST"]),
    ]
    return Starlette(
        routes=routes, lifespan=living, middleware=[Middleware(Guard, port=address.port, token=address.token)],
        exception_handlers={
            Conflict: _conflicting(language),
            **{kind: _refused(status, language) for kind, status in REFUSED.items()},
        },
    )  # fmt: skip


class _Asked:
    """Answers; every method is a route."""

    def __init__(self, desk: Desk, editing: Editing, language: str) -> None:
        self.desk, self.editing, self.language = desk, editing, language
        self.writing = asyncio.Lock()

    async def page(self, request: Request) -> Response:
        chosen = request.query_params.get("interface") or request.cookies.get(COOKIE) or self.language
        text = (STATIC / "index.html").read_text(encoding="utf-8")
        return HTMLResponse(page_in(text, _spoken(request, self.language), bool(chosen), request.state.nonce))

    async def static(self, request: Request) -> Response:
        name = request.path_params["name"]
        known = {path.name: path for path in STATIC.iterdir()}
        if name not in known or name == "index.html":
            raise NoEntry("there is no such page any more")
        path = known[name]
        return Response(path.read_bytes(), media_type=KINDS.get(path.suffix, "application/octet-stream"))

    async def about(self, _: Request) -> Response:
        name, languages = self.desk.folder.resolve().name, self.desk.languages()
        return JSONResponse({"name": name, "languages": languages, "first": self.desk.first()})

    async def events(self, request: Request) -> Response:
        async def stream() -> AsyncIterator[str]:
            yield "retry: 1000\n\n"
            async for message in self.desk.listen():
                yield f"data: {json.dumps(message)}\n\n" if message else ": still here\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def draft(self, request: Request) -> Response:
        one = await self.desk.draft(self._language(request))
        spoken_in = _spoken(request, self.language)
        told = await run_in_threadpool(lambda: json.dumps(draft_told(one, spoken_in), ensure_ascii=False).encode())
        return Response(told, media_type="application/json")

    async def picture(self, request: Request) -> Response:
        digest = request.path_params["digest"].removesuffix(".png")
        drawn = await self.desk.pictures.picture(digest, int(request.query_params.get("width", 800)))
        if drawn is None:
            raise NoEntry("there is no such page any more")
        return Response(drawn, media_type="image/png", headers=FOREVER)

    async def entry(self, request: Request) -> Response:
        one = await self.desk.draft(self._language(request))
        if one.draft is None:
            raise NoEntry("it is not drawn yet")
        seen = one.seen.get(int(request.query_params.get("number", -1)), one.draft)
        return JSONResponse(entry(self.editing, seen, request.path_params["piece"]))

    async def place(self, request: Request) -> Response:
        asked = await request.json()
        shown = self.desk.shown.get(str(asked.get("language")))
        where = (str(asked["file"]), _path(asked["path"]), str(asked.get("before", "")))
        return JSONResponse(place_entry(self.editing, *where, shown.draft if shown is not None else None))

    async def fields(self, request: Request) -> Response:
        asked = await request.json()
        return JSONResponse({"fields": fields(self.editing, str(asked["file"]), _path(asked["path"]))})

    async def file(self, request: Request) -> Response:
        text = self.editing.text(request.path_params["name"])
        return JSONResponse({"text": plainly(text), "digest": digest_of(text)})

    async def explain(self, request: Request) -> Response:
        from publisher.check.explain import explain

        return JSONResponse({"text": await run_in_threadpool(explain, request.path_params["code"])})

    async def schema(self, request: Request) -> Response:
        from publisher.read import schema

        return JSONResponse((await run_in_threadpool(schema))[request.path_params["name"]])

    async def html(self, request: Request) -> Response:
        one = await self.desk.draft(self._language(request))
        if "html" not in one.files:
            raise NoEntry("the HTML is being written; it is there when the proof is done")
        return HTMLResponse(one.files["html"], headers={"content-security-policy": DOCUMENT})

    async def words(self, request: Request) -> Response:
        asked = await request.json()
        given = (str(asked["file"]), _path(asked["path"]), str(asked["before"]), str(asked["words"]))
        path = await self._write(partial(self.editing.reword, *given))
        return JSONResponse({"path": list(path)})

    async def change(self, request: Request) -> Response:
        asked = await request.json()
        given = (str(asked["file"]), _path(asked["path"]), str(asked["before"]))
        made = await self._write(partial(self.editing.change, *given, _work(asked)))
        return JSONResponse({"path": list(made)})

    async def note(self, request: Request) -> Response:
        asked = await request.json()
        where = (str(asked["file"]), _path(asked["path"]), str(asked["before"]))
        around = (str(asked["head"]), str(asked["tail"]))
        words = await self._write(partial(self.editing.note, *where, around, str(asked["note"])))
        return JSONResponse({"words": words})

    async def mend(self, request: Request) -> Response:
        asked = await request.json()
        one = await self.desk.draft(str(asked["language"]))
        where = Position(str(asked["file"]), int(asked["line"]), int(asked["column"]))
        known = one.draft.findings if one.draft is not None else ()
        found = next((known for known in known if (known.code, known.at) == (asked["code"], where)), None)
        if found is None:
            raise NoEntry("this finding has gone")
        await self._write(partial(self.editing.mend, found))
        return JSONResponse({})

    async def waive(self, request: Request) -> Response:
        asked = await request.json()
        reason = str(asked["reason"]).strip()
        if len(reason) < SHORTEST_REASON:
            raise Unwritable("say why in a sentence")
        given = (str(asked["code"]), str(asked.get("where") or ""), reason, str(asked["language"]))
        await self._write(partial(self.editing.waive, *given))
        return JSONResponse({})

    async def word(self, request: Request) -> Response:
        one = await self.desk.draft(self._language(request))
        if "docx" not in one.files:
            raise NoEntry("Word’s pages are being made; they are there when the proof is done")
        return self._view(request, await self.desk.view("word", one))

    async def redline(self, request: Request) -> Response:
        one = await self.desk.draft(self._language(request))
        return self._view(request, await self.desk.view("redline", one))

    async def replace(self, request: Request) -> Response:
        asked = await request.json()
        given = (str(asked["file"]), str(asked["digest"]), str(asked["text"]))
        await self._write(partial(self.editing.replace, *given))
        return JSONResponse({"digest": digest_of(self.editing.text(given[0]))})

    async def undo(self, _: Request) -> Response:
        return JSONResponse({"file": await self._write(self.editing.undo)})

    async def redo(self, _: Request) -> Response:
        return JSONResponse({"file": await self._write(self.editing.redo)})

    def _view(self, request: Request, view: View) -> Response:
        message = sentence_in(_spoken(request, self.language), view.message, view.values)
        pages = [[page.digest, page.width, page.height] for page in view.pages]
        return JSONResponse({"message": message, "pages": pages, "changes": view.changes})

    async def _write(self, work: Callable[[], Any]) -> Any:
        """Do `work`, one change after another, and have what it changed drawn at once."""
        async with self.writing:
            done = await run_in_threadpool(work)
        self.desk.changed()
        return done

    def _language(self, request: Request) -> str:
        language = request.path_params["language"]
        if language not in self.desk.languages():
            raise NoEntry("there are no words in “{language}”", language=language)
        return str(language)


def _work(asked: Any) -> Callable[[Tree, Path], tuple[str, Path]]:
    """What is `asked` to be done with an entry: makes the text, and says where the entry stands in it."""
    match asked["what"]:
        case "refill":
            source = str(asked["source"])
            return lambda tree, path: (refilled(tree, path, source), path)
        case "enter":
            sources = [str(asked["source"])] if "source" in asked else [scalar(str(one)) for one in asked["words"]]
            return lambda tree, path: _entered_after(tree, path, sources)
        case "delete":
            return lambda tree, path: (deleted(tree, path), path)
        case "move":
            by = 1 if int(asked["by"]) > 0 else -1
            return lambda tree, path: (moved(tree, path, by), (*path[:-1], int(path[-1]) + by))
        case what:
            raise ValueError(f"“{what}” cannot be done")


def _entered_after(tree: Tree, path: Path, sources: list[str]) -> tuple[str, Path]:
    """New entries after the one at `path`, one after the other; where the last of them stands."""
    for source in sources:
        path = (*path[:-1], int(path[-1]) + 1)
        tree = read_tree(entered(tree, path[:-1], int(path[-1]), source))
    return tree.text, path


def _path(given: Any) -> Path:
    if not isinstance(given, list) or not all(isinstance(step, str | int) for step in given):
        raise ValueError("a place is a list of keys and numbers")
    return tuple(given)


def _spoken(request: Request, language: str) -> str:
    """The language the page speaks.

    The one it says it is in, chosen on it or by the command, or the first the browser wants and the page knows.
    """
    says = request.query_params.get("interface", "") or request.headers.get("x-interface", "")
    chosen = (says, request.cookies.get(COOKIE, ""), language)
    return first_spoken((*chosen, *accepted(request.headers.get("accept-language", ""))))


def _refused(status: int, language: str) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, failure: Exception) -> Response:
        where = (
            {"file": failure.values["file"], "line": int(failure.values["line"])}
            if isinstance(failure, NotYaml)
            else {}
        )
        return JSONResponse({"message": refusal_in(_spoken(request, language), failure), **where}, status)

    return answer


def _conflicting(language: str) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, failure: Exception) -> Response:
        theirs, mine = (failure.theirs, failure.mine) if isinstance(failure, Conflict) else ("", "")
        message = refusal_in(_spoken(request, language), failure)
        return JSONResponse({"message": message, "theirs": theirs, "mine": mine}, 409)

    return answer
