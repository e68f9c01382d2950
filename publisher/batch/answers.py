"""What a job came to, as bytes that may cross a network.

JSON and the files, each looked through when they arrive.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import Any

from publisher.batch.job import Done
from publisher.batch.remembered import finding_in, plain_name, texts_in
from publisher.failures import Failure
from publisher.pipeline import ALL_FORMATS, Built

MOST_TOLD = 256 * 1024 * 1024  # bytes of all that is not a file
_LENGTH = struct.Struct(">Q")


class Unreadable(Failure):
    """A worker of a cluster answered with no outcome of a job."""


def answer(done: Done) -> bytes:
    """`done` as bytes: length of the JSON, JSON, the files one by one."""
    built = done.built
    told = {
        "seconds": done.seconds,
        "drawn": done.drawn,
        "failure": done.failure,
        "exit_code": done.exit_code,
        "stem": built.stem,
        "files": {form: len(built.files[form]) for form in ALL_FORMATS if form in built.files},
        "rejected": sorted(built.rejected),
        "diagnostics": [asdict(found) for found in built.diagnostics],
        "proofs": len(built.proofs),
        "sources": dict(built.sources),
        "timings": dict(built.timings),
        "stands": not built.drawn,
    }
    text = json.dumps(told).encode()
    return b"".join(
        (_LENGTH.pack(len(text)), text, *(built.files[form] for form in ALL_FORMATS if form in built.files))
    )


def done_in(data: object) -> Done:
    """What a job came to.

    Unreadable where `data` is anything else than such an answer.
    """
    if not isinstance(data, bytes) or len(data) < _LENGTH.size:
        raise Unreadable("a worker of the cluster answered with something else than bytes")
    length = _LENGTH.unpack_from(data)[0]
    try:
        if length > MOST_TOLD:
            raise ValueError("too long")
        return _done(json.loads(data[_LENGTH.size : _LENGTH.size + length]), data[_LENGTH.size + length :])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise Unreadable(f"a worker of the cluster answered with something else than a finished job: {fault}") from None


def _done(told: Any, data: bytes) -> Done:
    files, start = {}, 0
    for form in ALL_FORMATS:
        if form in told["files"]:
            files[form] = data[start : start + _whole(told["files"][form])]
            start += len(files[form])
    sizes = {form: len(content) for form, content in files.items()}
    if sizes != told["files"] or start != len(data) or (files and not plain_name(told["stem"])):
        raise ValueError("other files than it names")
    findings = tuple(map(finding_in, told["diagnostics"]))
    built = Built(
        stem=told["stem"],
        files=files,
        rejected=frozenset(form for form in ALL_FORMATS if form in told["rejected"]),
        diagnostics=findings,
        proofs=findings[len(findings) - _whole(told["proofs"]) :],
        sources=texts_in(told["sources"]),
        timings={str(stage): float(seconds) for stage, seconds in told["timings"].items()},
        drawn=told["stands"] is not True,
    )
    return Done(
        built, float(told["seconds"]), str(told["drawn"]), str(told["failure"]), min(_whole(told["exit_code"]), 255)
    )


def _whole(number: Any) -> int:
    if type(number) is not int or number < 0:
        raise ValueError("no number")
    return number
