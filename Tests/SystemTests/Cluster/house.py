"""A house of its own for one case: a folder, an account, and the binary run as that account."""
# Long: one fixture, read top to bottom; each of its steps uses the folder and account of the one before.

import contextlib
import json
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

START_SECONDS = 60
STOP_SECONDS = 40
BIN = "/usr/lib/postgresql"
BENCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../scripts/bench")
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Failure(Exception):
    """An expectation that did not hold."""


def wait_for(condition, seconds, what):
    ends = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > ends:
            raise Failure(f"{what} within {seconds} s")
        time.sleep(0.01)
    return answer


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    def __init__(self, konak, root, folder, account):
        self.konak, self.root, self.account = konak, root, account
        self.is_root = account.pw_uid == 0
        os.makedirs(os.path.join(root, folder), mode=0o755)
        self.var = os.path.join(root, folder)
        for place, names, _ in os.walk(root):
            os.chown(place, account.pw_uid, account.pw_gid)
        self.to_remove = []
        self.runs = []

    # What is expected, and where things are.

    def expect(self, holds, what):
        if not holds:
            raise Failure(f"expected: {what}")

    def path(self, name):
        return os.path.join(self.root, name)

    @property
    def cluster_account(self):
        if not self.is_root:
            return self.account.pw_name
        names = {entry.pw_name for entry in pwd.getpwall()}
        return next(name for name in ("konak", "postgres", "nobody") if name in names)

    @property
    def data(self):
        return os.path.join(self.var, "postgres", "data")

    # The binary.

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "KONAK_VAR": self.var, **more}

    def as_account(self, words):
        if os.geteuid() == self.account.pw_uid:
            return words
        return ["setpriv", f"--reuid={self.account.pw_uid}", f"--regid={self.account.pw_gid}", "--clear-groups", *words]

    def launch(self):
        process = subprocess.Popen(
            self.as_account([self.konak, "database", "run", "--json"]), env=self.environment(), cwd="/",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        self.runs.append(Run(self, process))
        return self.runs[-1]

    @contextlib.contextmanager
    def running(self):
        run = self.launch()
        run.wait_until_ready()
        yield run
        if run.process.poll() is None:
            self.expect(run.stop() == 0, "it ends with 0")

    def try_run(self):
        process = self.launch().process
        said, _ = process.communicate(timeout=START_SECONDS)
        return process.returncode, said.decode()

    def start_and_kill(self, after):
        run = self.launch()
        time.sleep(after)
        run.kill()

    @contextlib.contextmanager
    def serving(self, **settings):
        port, inner = free_port(), free_port()
        process = subprocess.Popen(
            self.as_account([self.konak, "serve"]), cwd="/",
            env=self.environment(
                KONAK_LISTEN=f"127.0.0.1:{port}", KONAK_METRICS_LISTEN=f"127.0.0.1:{inner}", KONAK_ACCESS_LOG="off",
                **settings),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        self.runs.append(Serve(self, process, port, inner))
        yield self.runs[-1]

    # The server's processes, by the folder they work in.

    def processes(self):
        found = []
        for name in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                folder = os.readlink(f"/proc/{name}/cwd")
                if folder.startswith(os.path.realpath(self.root) + "/") and folder.endswith("/postgres/data"):
                    found.append(int(name))
        return found

    def postmasters(self):
        mine = self.processes()
        return [pid for pid in mine if parent_of(pid) not in mine and is_postmaster(pid)]

    def postmaster(self):
        found = self.postmasters()
        return found[0] if found else None

    def postmaster_account(self):
        return pwd.getpwuid(os.stat(f"/proc/{self.postmaster()}").st_uid).pw_name

    def postmaster_listens_nowhere(self):
        """No internet socket among its files: those in the kernel's tables bear the inode of the file."""
        inodes = set()
        for table in ("tcp", "tcp6"):
            with open(f"/proc/net/{table}", encoding="ascii") as lines:
                inodes |= {line.split()[9] for line in list(lines)[1:] if line.split()[3] == "0A"}
        mine = set()
        for name in os.listdir(f"/proc/{self.postmaster()}/fd"):
            with contextlib.suppress(OSError):
                mine.add(os.readlink(f"/proc/{self.postmaster()}/fd/{name}").removeprefix("socket:[").removesuffix("]"))
        return not inodes & mine

    def kill_postmaster(self):
        pid = self.postmaster()
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: self.postmaster() != pid, 10, "the server dies")

    def session_of(self, pid):
        return os.getsid(pid)

    def state(self):
        """What the cluster says of itself while it is down."""
        version = sorted(os.listdir(BIN), key=int)[-1]
        said = subprocess.run(
            [f"{BIN}/{version}/bin/pg_controldata", "-D", self.data], capture_output=True, text=True, check=True)
        return next(line.split(":")[1].strip() for line in said.stdout.splitlines() if "cluster state" in line)

    # What a case puts in the way.

    def sleeper(self):
        account = pwd.getpwnam(self.cluster_account)
        words = ["sleep", "600"]
        if os.geteuid() != account.pw_uid:
            words = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups", *words]
        return subprocess.Popen(words, cwd="/")

    def write_postmaster_number(self, pid):
        path = os.path.join(self.data, "postmaster.pid")
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join([str(pid)] + lines[1:]))

    def plant(self, path, content):
        folder = os.path.join(self.var, "postgres", os.path.dirname(path))
        os.makedirs(folder, exist_ok=True)
        file = os.path.join(self.var, "postgres", path)
        with open(file, "w", encoding="utf-8") as out:
            out.write(content)
        for place in (os.path.join(self.var, "postgres"), folder, file):
            account = pwd.getpwnam(self.cluster_account)
            os.chown(place, account.pw_uid, account.pw_gid)

    def plant_unfinished_creation(self):
        self.plant("data.new/PG_VERSION", "15\n")

    def plant_alien_data(self):
        self.plant("data/novel.txt", "It was a dark and stormy night.\n")

    def plant_data_of_root(self):
        self.plant("data/PG_VERSION", "15\n")
        os.chown(self.data, 0, 0)

    def remove_later(self, folder):
        self.to_remove.append(folder)

    def clean_up(self):
        for run in self.runs:
            if run.process.poll() is None:
                run.process.kill()
                run.process.wait()
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for folder in self.to_remove:
            shutil.rmtree(folder, ignore_errors=True)


class Process:
    def __init__(self, house, process):
        self.house, self.process = house, process

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.ended()

    def interrupt_group(self):
        os.killpg(self.process.pid, signal.SIGINT)
        return self.ended()

    def ended(self):
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired as cause:
            raise Failure(f"it did not end within {STOP_SECONDS} s") from cause

    def kill(self):
        self.process.kill()
        self.process.wait()


class Run(Process):
    """`konak database run`, and the addresses it printed."""

    addresses = {}

    def wait_until_ready(self):
        line = b""
        ends = time.monotonic() + START_SECONDS
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, ends - time.monotonic()))
            part = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not part:
                self.process.kill()
                raise Failure(f"it was not ready: {self.process.stderr.read().decode()}")
            line += part
        self.addresses = json.loads(line)
        if self.addresses.get("errors"):
            raise Failure(f"it was not ready: {line.decode()}")

    def psql(self, role, statement, user=None):
        address = self.addresses[role]
        if user:
            address = address.replace(f"user=konak_{role}", f"user={user}")
        return ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", address, "-c", statement]

    def sql(self, role, statement, user=None):
        done = subprocess.run(
            self.house.as_account(self.psql(role, statement, user)), cwd="/", capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(f"{role}: {statement}: {done.stderr}")
        return done.stdout.strip()

    def sql_as(self, account, role, user=None):
        words = self.psql(role, "SELECT 1", user)
        if account:
            entry = pwd.getpwnam(account)
            words = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups", *words]
        else:
            words = self.house.as_account(words)
        done = subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.strip()

    def sql_in_background(self, role, statement):
        process = subprocess.Popen(
            self.house.as_account(self.psql(role, statement)), cwd="/", stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        return process

    def make_bench_rows(self, customers):
        """So many customers for each tenant that the bench's routes may draw."""
        self.script("owner", "schema.sql")
        # The superuser stands above the walls and may fill all tenants at once.
        self.script("owner", "data.sql", user="postgres", tenants=1000, customers=customers)

    def script(self, role, name, user=None, **variables):
        words = self.psql(role, "", user)[:-2] + [part for item in variables.items() for part in ("-v", "%s=%s" % item)]
        with open(os.path.join(BENCH, name), "rb") as script:
            done = subprocess.run(
                self.house.as_account(words), cwd="/", stdin=script, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(f"{name}: {done.stderr}")

    def keep(self, word):
        """Commits a word where the next start can look for it; in a table of the house, which knows no walls."""
        self.sql(
            "owner",
            "CREATE TABLE IF NOT EXISTS kernel.kept (word text); COMMENT ON TABLE kernel.kept IS 'control: words';"
            f" INSERT INTO kernel.kept VALUES ('{word}')")

    def kept(self):
        return self.sql("owner", "SELECT word FROM kernel.kept").splitlines()

    def socket_folder(self):
        return self.sql("superuser", "SHOW unix_socket_directories").strip('"')


class Serve(Process):
    """`konak serve`."""

    def __init__(self, house, process, port, inner):
        super().__init__(house, process)
        self.port, self.inner = port, inner

    def wait_until_ready(self, changed_from=None):
        wait_for(lambda: self.is_ready() and self.house.postmaster() != changed_from, START_SECONDS, "/readyz answers")

    def is_ready(self):
        if self.process.poll() is not None:
            raise Failure(f"it ended: {self.process.stderr.read().decode()}")
        try:
            with DIRECT.open(f"http://127.0.0.1:{self.port}/readyz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


def parent_of(pid):
    with contextlib.suppress(OSError):
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return int(stat.read().rpartition(")")[2].split()[1])
    return None


def is_postmaster(pid):
    """Children rename themselves to `postgres: …`."""
    with contextlib.suppress(OSError):
        with open(f"/proc/{pid}/cmdline", "rb") as line:
            return not line.read().startswith(b"postgres:")
    return False
