"""A real redis-server for one test, and as much of its protocol as it takes to ask it something."""

import os
import re
import signal
import socket
import subprocess

from house import Failure, free_port, wait_for

PASSWORD = "a pass word/%"
HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = os.path.join(HERE, "../../../Sources/Kernel/RateLimits/Redis/CellScript.swift")


class Redis:
    def __init__(self, folder, **options):
        self.port = free_port()
        self.folder = folder
        self.options = options
        self.process = None
        self.start()

    def start(self):
        words = ["redis-server", "--bind", "127.0.0.1", "--requirepass", PASSWORD, "--save", "", "--appendonly", "no",
                 "--dir", self.folder, "--unixsocket", os.path.join(self.folder, "redis.sock")]
        options = {"port": str(self.port)} | self.options
        for name, value in options.items():
            words += ["--" + name.replace("_", "-"), value]
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        wait_for(self._answers, 20, "redis-server answers")

    def _answers(self):
        if self.process.poll() is not None:
            raise Failure("redis-server ended")
        try:
            return self.ask("PING") == "PONG"
        except OSError:
            return False

    @property
    def socket_path(self):
        return os.path.join(self.folder, "redis.sock")

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()

    def hang(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def ask(self, *words):
        return self.ask_all([words])[0]

    def ask_all(self, questions):
        """The answers to many questions, asked in one go."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(60)
            connection.connect(self.socket_path)
            reader = connection.makefile("rb")
            answers = []
            connection.sendall(encode(["AUTH", PASSWORD]))
            read(reader)
            for start in range(0, len(questions), 1000):
                part = questions[start:start + 1000]
                connection.sendall(b"".join(encode(words) for words in part))
                answers += [read(reader) for _ in part]
            return answers


def encode(words):
    parts = [str(word).encode() for word in words]
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)


def read(reader):
    line = reader.readline()[:-2]
    kind, rest = line[:1], line[1:].decode()
    if kind == b"+":
        return rest
    if kind == b":":
        return int(rest)
    if kind == b"$":
        return None if rest == "-1" else reader.read(int(rest) + 2)[:-2].decode()
    if kind == b"*":
        return [read(reader) for _ in range(int(rest))]
    raise Failure(f"redis-server says {line!r}")


def cell_script():
    """The text that Konak sends, out of its source."""
    with open(SCRIPT, encoding="utf-8") as file:
        return re.search(r'static let text = """\n(.*?)\n {8}"""', file.read(), re.DOTALL)[1]
