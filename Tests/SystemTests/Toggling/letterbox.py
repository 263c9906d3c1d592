"""A mail server on this machine that ends whoever sends to it, in the one moment in which a mail goes out twice."""

import contextlib
import glob
import os
import signal
import socket
import threading

from place import wait_until

# Seconds in which what is under way must end.
QUIET = 90


class Letterbox:
    """A mail server on this machine. Of the mails that it is told to, it takes one, says so, and ends who sent it before
    that word is heard: the sender is frozen while it is said, and killed frozen."""

    def __init__(self):
        self.mails, self.victim, self.took, self.is_open = [], None, threading.Event(), threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            peer, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(peer,), daemon=True).start()

    def serve(self, peer):
        with contextlib.suppress(OSError, ValueError), peer, peer.makefile("rwb", buffering=0) as stream:
            stream.write(b"220 there.test\r\n")
            while line := stream.readline():
                if line.upper().startswith(b"DATA"):
                    self.is_open.wait(QUIET)
                    stream.write(b"354 go on\r\n")
                    self.take(stream)
                elif line.upper().startswith(b"QUIT"):
                    stream.write(b"221 bye\r\n")
                    return
                else:
                    stream.write(b"250 fine\r\n")

    def take(self, stream):
        message = b"".join(iter(stream.readline, b".\r\n")).decode()
        head = dict(line.split(": ", 1) for line in message.split("\r\n\r\n")[0].split("\r\n") if ": " in line)
        victim, self.victim = self.victim, None
        if victim:
            os.kill(victim.pid, signal.SIGSTOP)
            wait_until(lambda: is_stopped(victim.pid), 10, "the sender is frozen")
        self.mails.append((head["To"], head["Message-ID"]))
        stream.write(b"250 taken\r\n")
        if victim:
            os.kill(victim.pid, signal.SIGKILL)
            self.took.set()


def is_stopped(pid):
    """True once every thread of a process is."""
    for path in glob.glob(f"/proc/{pid}/task/*/stat"):
        # A thread may end meanwhile.
        with contextlib.suppress(FileNotFoundError), open(path, encoding="ascii") as stat:
            if stat.read().rsplit(")", 1)[1].split()[0] != "T":
                return False
    return True
