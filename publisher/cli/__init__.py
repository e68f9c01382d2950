"""The command line.

Loads nothing before a command is chosen, for every process of a batch passes through here.
"""

from __future__ import annotations

import atexit
import codecs
import errno
import gc
import io
import os
import sys
from contextlib import nullcontext, suppress
from typing import NoReturn

LIMITED_EACH = ("build", "batch", "annexes", "check", "import", "preview")  # of many documents, each has its limits
INTERRUPTED = 130  # the exit code of what Ctrl-C ends
PLAIN = "publisher.plain"  # how signs are written that a terminal has not got
TYPEWRITER = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "–": "-", "—": "-", "…": "...", "→": "->", "×": "x", "·": "-",
    "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
# What a machine, not a fault, says: of rights, of room, of a name that none of its files can have.
REFUSALS = (
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EIO,
    errno.ENAMETOOLONG, errno.ELOOP, errno.EILSEQ,
)  # fmt: skip


def run() -> NoReturn:
    """Be the process of a command: run it, tidy up, and leave.

    Taking down the interpreter, module by module, would take longer than many a command does.
    """
    try:
        from publisher.cli.guard import guarded

        guarded(_carry_out)
    except KeyboardInterrupt:  # before there is anything that could tell it
        os._exit(INTERRUPTED)


def _carry_out() -> NoReturn:
    """Carry out the command line in this process, and end with it."""
    code: int | str | None = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    if isinstance(code, str):
        print(code, file=sys.stderr)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _drop_output()
    os._exit(code if isinstance(code, int) else int(code is not None))


def main() -> None:
    """Run the command line; ends with an exit code of the handbook."""
    from publisher.system import collect_seldom

    collect_seldom()
    atexit.register(gc.freeze)  # or Python looks through all there is for garbage once more before it ends
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would ask every distribution installed for some
    codecs.register_error(PLAIN, _plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)
    from publisher import limits
    from publisher.cli.app import app
    from publisher.cli.spoken import asked_for
    from publisher.failures import CannotWrite, Failure
    from publisher.speech import phrase, speak, spoken

    speak(asked if (asked := asked_for(sys.argv[1:])) in spoken() else "")

    command = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    typed = f"“{' '.join(sys.argv[1:])}”"
    try:
        with limits.limits(typed) if command not in LIMITED_EACH else nullcontext():
            app(prog_name="publisher")
    except limits.TooLong:
        print(f"publisher: error: {typed} was not ready after {limits.TIME:g} seconds", file=sys.stderr)
        sys.exit(1)
    except MemoryError:
        most = f"{limits.MEMORY / 2**20:.0f} MB"
        print(f"publisher: error: {typed} needs more memory than {most}", file=sys.stderr)
        sys.exit(1)
    except Failure as failure:
        print(f"publisher: {phrase(str(failure))}", file=sys.stderr)
        sys.exit(failure.exit_code)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in REFUSALS:
            where = error.filename or "what it prints"
            print(f"publisher: {phrase(f'cannot read or write {where}: {error.strerror}')}", file=sys.stderr)
            _drop_output()
            sys.exit(CannotWrite.exit_code)
        import traceback

        traceback.print_exc()
        print("publisher: this is a fault of the program, not of your document; please report it", file=sys.stderr)
        sys.exit(Failure.exit_code)


def _plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    """Signs a terminal has not got by those of a typewriter; a terminal that knows no Chinese still shows the place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    if set(missing) <= set(TYPEWRITER):
        return "".join(map(TYPEWRITER.__getitem__, missing)), error.end
    return codecs.backslashreplace_errors(error)


def _drop_output() -> None:
    """Let what is still to be printed go nowhere, so that the end of the process does not try, and fail, once more."""
    with suppress(io.UnsupportedOperation), open(os.devnull, "w") as nowhere:  # noqa: PTH123  a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
