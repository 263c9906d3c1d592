"""A crowd of slow clients in one process: `crowd.py MODE PORT COUNT`. Speaks one JSON object a line to its parent: `ready`
once as many are connected, and when its input ends what became of them.

head: a request's head, one byte a second.
body: a body that was promised to be long, one byte a second.
read: many answers asked for, none of them read.
idle: one request and its answer, then nothing.

Whoever is closed by the server comes back at once, so that the crowd stays as large as it was."""

import errno
import http.client
import json
import re
import resource
import select
import socket
import sys
import time

CLOSED = select.EPOLLRDHUP | select.EPOLLHUP | select.EPOLLERR
HEAD = b"GET /bench/plaintext HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: " + b"a" * 4096
BODY = b"POST /bench/body HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000000\r\n\r\n"
ASK = b"GET %s HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"
READ_REQUESTS = 60  # far more of answers than the system takes in for a client that does not read
SMALL_BUFFER = 4096
CONNECTS_AT_ONCE = 100


def style_sheet(port):
    """Where a page has its style sheet: its name changes with its content."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/readyz", headers={"Accept": "text/html"})
    return re.search(rb"/assets/[\w.-]+\.css", connection.getresponse().read())[0]


class Client:
    ask = None

    def __init__(self, mode, port):
        self.mode, self.sent, self.answer, self.began = mode, 0, b"", time.monotonic()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        if mode == "read":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
        fault = self.socket.connect_ex(("127.0.0.1", port))
        if fault not in (0, errno.EINPROGRESS):
            raise OSError(fault, "connect")
        self.connected = False

    def greet(self):
        """What is sent at once."""
        self.connected = True
        at_once = {"head": b"", "body": BODY, "read": Client.ask * READ_REQUESTS, "idle": Client.ask}[self.mode]
        if at_once:
            self.socket.send(at_once)

    def drip(self):
        """One byte more; errors show when the socket is polled."""
        if not self.connected or self.mode in ("read", "idle"):
            return
        byte = HEAD[self.sent : self.sent + 1] if self.mode == "head" else b"a"
        self.sent += 1
        try:
            self.socket.send(byte)
        except OSError:
            pass


class Crowd:
    def __init__(self, mode, port, count):
        self.mode, self.port, self.count = mode, port, count
        self.poll = select.epoll()
        self.clients = {}
        self.ends, self.lives, self.statuses, self.unconnected, self.lowest = 0, [], {}, 0, None

    def connect(self, most):
        for _ in range(min(most, self.count - len(self.clients))):
            try:
                client = Client(self.mode, self.port)
            except OSError:
                self.unconnected += 1
                return
            self.clients[client.socket.fileno()] = client
            self.poll.register(client.socket, select.EPOLLOUT | CLOSED)

    def turn(self, until):
        """Looks after the sockets until then."""
        while (left := until - time.monotonic()) > 0:
            for descriptor, events in self.poll.poll(left):
                client = self.clients[descriptor]
                if events & CLOSED:
                    self.closed(client)
                elif events & select.EPOLLOUT:
                    client.greet()
                    reading = 0 if self.mode == "read" else select.EPOLLIN
                    self.poll.modify(descriptor, reading | CLOSED)
                elif events & select.EPOLLIN:
                    self.read(client)

    def read(self, client):
        try:
            piece = client.socket.recv(65536)
        except OSError:
            piece = b""
        if not client.answer and piece:
            client.answer = piece[:12]
            status = piece[9:12].decode("ascii", "replace")
            self.statuses[status] = self.statuses.get(status, 0) + 1
        if not piece:
            self.closed(client)

    def closed(self, client):
        if self.mode != "read" and not client.answer:
            self.read_last(client)
        self.poll.unregister(client.socket)
        del self.clients[client.socket.fileno()]
        client.socket.close()
        self.ends += 1
        if client.connected:
            self.lives.append(time.monotonic() - client.began)
        else:
            self.unconnected += 1

    def read_last(self, client):
        """An answer that came together with the end."""
        try:
            piece = client.socket.recv(65536)
        except OSError:
            return
        if piece:
            status = piece[9:12].decode("ascii", "replace")
            self.statuses[status] = self.statuses.get(status, 0) + 1
            client.answer = piece[:12]

    def whole(self):
        connected = sum(client.connected for client in self.clients.values())
        answered = self.mode != "idle" or all(client.answer for client in self.clients.values())
        return connected == self.count and answered

    def gather(self):
        ends = time.monotonic() + 120
        while not self.whole():
            if time.monotonic() > ends:
                raise SystemExit(f"the crowd did not gather: {self.report()}")
            self.connect(CONNECTS_AT_ONCE)
            self.turn(time.monotonic() + 0.05)

    def stay(self, until_told):
        """A byte each second; the bytes of a second are spread over it."""
        slices, number = 20, 0
        while not until_told():
            for descriptor in list(self.clients)[number % slices :: slices]:
                self.clients[descriptor].drip()
            number += 1
            self.connect(CONNECTS_AT_ONCE)
            if number > slices:
                self.lowest = min(self.lowest or self.count, len(self.clients))
            self.turn(time.monotonic() + 1 / slices)

    def report(self):
        lives = sorted(self.lives)
        return {
            "open": len(self.clients), "lowest": self.lowest, "ended by the server": self.ends,
            "longest life": round(lives[-1], 1) if lives else None, "shortest life": round(lives[0], 1) if lives else None,
            "statuses": self.statuses, "unconnected": self.unconnected,
        }


def main():
    mode, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    Client.ask = ASK % style_sheet(port)
    crowd = Crowd(mode, port, count)
    crowd.gather()
    print(json.dumps({"ready": len(crowd.clients)}), flush=True)
    told = select.poll()
    told.register(sys.stdin, select.POLLIN | select.POLLHUP)
    crowd.stay(lambda: bool(told.poll(0)))
    print(json.dumps(crowd.report()), flush=True)


main()
