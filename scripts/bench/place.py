"""Where a measurement happens: a folder of its own, free ports, and processes that end with it."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


class Fault(Exception):
    """The measurement cannot be made; the text says why."""


class Place:
    """Used with `with`: whatever was started is ended, last first, and the folder goes."""

    def __init__(self, keep=False):
        self.keep = keep

    def __enter__(self):
        # Short, because the path of a Unix socket may have 107 bytes; open to the database's own user.
        self.folder = tempfile.mkdtemp(prefix="konak-")
        os.chmod(self.folder, 0o755)
        self.ends = contextlib.ExitStack()
        return self

    def __exit__(self, *_):
        self.ends.close()
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def start(self, name, command, environment=None, user=None, end=signal.SIGTERM):
        """Starts a long-lived process; its output goes to <name>.log in the folder."""
        with open(self.path(name + ".log"), "ab") as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, user=user,
                start_new_session=True,
            )
        self.ends.callback(stop, process, end)
        return process

    def log_of(self, name):
        with open(self.path(name + ".log"), encoding="utf-8", errors="replace") as log:
            return "\n" + "".join(log.readlines()[-20:])


def stop(process, kind=signal.SIGTERM, seconds=20):
    """Ends a process politely, and its whole session when it does not listen."""
    if process.poll() is None:
        process.send_signal(kind)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def plain_environment():
    """Nothing of the operator's own KONAK_* may change what is measured."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KONAK_")}


def unprivileged_user():
    """PostgreSQL refuses to run as root; nobody else needs to change."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Fault("no user for PostgreSQL: neither postgres nor nobody is known here")


def wait_until(true, seconds, what, process=None, said=lambda: "", nap=0.02):
    ends = time.monotonic() + seconds
    while not true():
        if process is not None and process.poll() is not None:
            raise Fault(f"{what}: it ended with status {process.returncode}{said()}")
        if time.monotonic() > ends:
            raise Fault(f"{what}: nothing within {seconds} s{said()}")
        time.sleep(nap)


def program(name, *folders):
    found = shutil.which(name, path=os.pathsep.join([*folders, os.environ.get("PATH", ""), "/usr/sbin"]))
    if not found:
        raise Fault(f"{name} is not installed: run scripts/setup")
    return found


def run(command, user=None, environment=None, **options):
    """Runs a program to its end and answers its output; a failure shows what it said."""
    result = subprocess.run(
        command, stdin=options.pop("stdin", subprocess.DEVNULL), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, user=user, env=environment, check=False, **options,
    )
    if result.returncode != 0:
        raise Fault(f"{os.path.basename(command[0])} failed with status {result.returncode}:\n{result.stdout[-2000:]}")
    return result.stdout
