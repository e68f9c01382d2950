"""What one system does another way.

Processors, memory in use, whether a process lives.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

SHORT_RUN = 500_000  # objects: more than a usual document and its pages leave; about 80 MB
LONG_RUN = 100_000  # in a process that stays, where what one document leaves must not wait for the next

_STATISTICS = Path("/proc/self/statm")


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, for all and for one user."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home() fails where there is none
    match sys.platform:
        case "darwin":
            shared = [Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path("/opt/homebrew/share/fonts")]
            return (*shared, home / "Library/Fonts")
        case "win32":
            own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
            return Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", own / "Microsoft/Windows/Fonts"
        case _:
            return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts"


def library_folders() -> tuple[Path, ...]:
    """Where packages put libraries that this system does not find by itself."""
    if sys.platform == "darwin":
        return Path("/opt/homebrew/lib"), Path("/usr/local/lib")
    given = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", "") if sys.platform == "win32" else ""
    return tuple(Path(folder) for folder in given.split(";") if folder)


def collect_seldom(objects: int = SHORT_RUN) -> None:
    """Have Python look for garbage in this process after many new objects.

    After 700, as it does by itself, costs a tenth of a short run, and frees next to nothing in it.
    """
    gc.set_threshold(objects, 20, 20)


def cores() -> int:
    """How many processes can work at once on this machine."""
    if hasattr(os, "sched_getaffinity"):  # Linux: the processors that this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory_in_use() -> int:
    """The bytes of memory this process holds now.

    On macOS the most it has held, 0 where the system does not tell.
    """
    with suppress(OSError, ValueError, IndexError, AttributeError):
        return int(_STATISTICS.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return _working_set()
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def is_alive(process: int) -> bool:
    """Say whether a process of this machine with that number lives."""
    if sys.platform == "win32":
        return _is_open(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _windows(name: str) -> Any:
    import ctypes

    return ctypes.WinDLL(name)  # type: ignore[attr-defined,unused-ignore]


def _working_set() -> int:
    """The working set of this process (GetProcessMemoryInfo): the third field of what is told."""
    import ctypes

    sizes = (ctypes.c_size_t * 10)()
    sizes[0] = ctypes.sizeof(sizes)
    kernel = _windows("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    told = kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(sizes), ctypes.sizeof(sizes)
    )
    return int(sizes[2]) if told else 0


def _is_open(process: int) -> bool:
    """Ask Windows for the process: os.kill would end it there."""
    import ctypes

    kernel = _windows("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(0x100000, False, process)  # the right to wait for it
    if not handle:
        return bool(kernel.GetLastError() == 5)  # not ours to open, but there
    alive = kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == 0x102  # not ended yet
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return bool(alive)
