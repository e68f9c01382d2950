"""The command line; loads nothing before a command is chosen, for every process of a batch passes through here."""

from __future__ import annotations

import gc
import sys

OBJECTS_BEFORE_COLLECTION = 50_000  # Python's 700 costs a tenth of a short run, and frees next to nothing in it


def main() -> None:
    """Run the command line and end with the exit code that the README documents."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION, 20, 20)
    from publisher.cli.app import app
    from publisher.failures import Failure

    try:
        app()
    except Failure as failure:
        print(f"publisher: {failure}", file=sys.stderr)
        sys.exit(failure.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception:
        import traceback

        traceback.print_exc()
        print("publisher: this is a fault of the program, not of your document; please report it", file=sys.stderr)
        sys.exit(Failure.exit_code)
