"""Takes away, before a program begins, what Python has on Linux only: the program then runs as on Windows or macOS.

PUBLISHER_ELSEWHERE says on which. Python loads this file by itself where its folder is in PYTHONPATH.
"""

import io
import os
import signal
import subprocess
import sys

LINUX_ONLY = {
    os: "sched_getaffinity sched_setaffinity pidfd_open posix_fadvise memfd_create O_TMPFILE O_PATH",
    signal: "sigtimedwait sigwaitinfo",
}
NOT_ON_WINDOWS = {
    os: "fork forkpty kill killpg getuid geteuid getgid getegid getppid mkfifo sysconf uname chown lchown fchmod nice"
    " getpgid setsid O_NONBLOCK O_NOCTTY O_CLOEXEC O_DIRECTORY O_NOFOLLOW posix_spawn readlinkat sync",
    signal: "SIGALRM SIGHUP SIGQUIT SIGPIPE SIGCHLD SIGUSR1 SIGUSR2 setitimer alarm ITIMER_REAL pthread_sigmask sigwait",
}
NO_MODULES = {"windows": ("resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog"), "macos": ()}

system = os.environ["PUBLISHER_ELSEWHERE"]
for missing in (LINUX_ONLY, NOT_ON_WINDOWS if system == "windows" else {}):
    for module, names in missing.items():
        for name in names.split():
            if name not in ("getppid", "kill") and hasattr(module, name):  # Windows has these two in its own way
                delattr(module, name)
sys.modules.update(dict.fromkeys(NO_MODULES[system]))  # None: cannot be imported


def _no_proc(original):
    def called(path, *args, **kwargs):
        if isinstance(path, str | os.PathLike) and os.fspath(path).startswith("/proc"):
            raise FileNotFoundError(2, "there is no /proc here", path)
        return original(path, *args, **kwargs)

    return called


for module, name in ((os, "open"), (os, "stat"), (os, "lstat"), (os, "readlink"), (os, "listdir"), (io, "open")):
    setattr(module, name, _no_proc(getattr(module, name)))
__builtins__["open"] = io.open


class _Popen(subprocess.Popen):
    def __init__(self, *args, **kwargs):
        if system == "windows" and (kwargs.get("pass_fds") or kwargs.get("preexec_fn")):
            raise ValueError("pass_fds and preexec_fn are not supported on Windows platforms")
        super().__init__(*args, **kwargs)


subprocess.Popen = _Popen
