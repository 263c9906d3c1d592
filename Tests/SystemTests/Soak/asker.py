"""Clients in one process that ask, wait for the answer, and pause for a time of their own before they ask again:
`asker.py WHAT HOST PORT COUNT PAUSE SECONDS`, the pause being 0 to twice PAUSE milliseconds, and longer by what an answer tells
them to wait. Says one JSON object at its end.

row: a row by its key.
log-in: a log-in, each of another person and address.

It sleeps while there is nothing to do, which wrk does not once its requests are delayed: several hundred timers keep it busy
enough to take a core from what is measured."""

import heapq
import json
import random
import select
import socket
import sys
import time

FIRST = select.EPOLLIN | select.EPOLLRDHUP


class Client:
    """One connection, and what has come in of its answer; `wait` is how long it was told to stay away."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.answer, self.asked, self.wait = b"", None, 0

    def ask(self, request):
        self.answer, self.asked = b"", time.perf_counter()
        self.socket.sendall(request)

    def hear(self):
        """The status once the whole answer is there."""
        piece = self.socket.recv(65536)
        if not piece:
            raise ConnectionError
        self.answer += piece
        head, ends, body = self.answer.partition(b"\r\n\r\n")
        if not ends:
            return None
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if b"content-length" in fields:
            whole = len(body) >= int(fields[b"content-length"])
        else:
            whole = fields.get(b"transfer-encoding") != b"chunked" or body.endswith(b"0\r\n\r\n")
        self.wait = int(fields.get(b"retry-after", 0))
        return int(head[9:12]) if whole else None


class Askers:
    def __init__(self, what, host, port, count, pause):
        self.host, self.port, self.pause = host, port, pause / 1000
        self.request = {"row": self.row, "log-in": self.log_in}[what]
        self.turn, self.errors, self.statuses, self.times = 0, 0, {}, []
        self.poll, self.clients = select.epoll(), {}
        now = time.perf_counter()
        self.due = [(now + random.uniform(0, 2 * self.pause), self.connect()) for _ in range(count)]
        heapq.heapify(self.due)

    def connect(self):
        client = Client(self.port)
        self.clients[client.socket.fileno()] = client
        self.poll.register(client.socket, FIRST)
        return client.socket.fileno()

    def row(self):
        return f"GET /bench/row HTTP/1.1\r\nhost: {self.host}.localhost\r\n\r\n".encode()

    def log_in(self):
        self.turn += 1
        body = f"address=nobody{self.turn}%40example.test&password=correct-horse-{self.turn}"
        return (
            f"POST /log-in HTTP/1.1\r\nhost: {self.host}.localhost\r\ncontent-length: {len(body)}\r\n"
            "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n"
            f"origin: http://{self.host}.localhost:{self.port}\r\n"
            f"x-forwarded-for: 198.18.{self.turn // 250 % 250}.{self.turn % 250}\r\n\r\n{body}").encode()

    def run(self, seconds):
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            while self.due and self.due[0][0] <= now:
                self.clients[heapq.heappop(self.due)[1]].ask(self.request())
            until = min(self.due[0][0] if self.due else end, end)
            for descriptor, _ in self.poll.poll(max(0, until - time.perf_counter())):
                self.heard(descriptor)

    def heard(self, descriptor):
        client, wait = self.clients[descriptor], 0
        try:
            status = client.hear()
        except OSError:
            self.errors += client.asked is not None
            self.poll.unregister(client.socket)
            del self.clients[descriptor]
            client.socket.close()
            self.due = [entry for entry in self.due if entry[1] != descriptor]
            heapq.heapify(self.due)
            descriptor = self.connect()
        else:
            if status is None:
                return
            self.times.append(time.perf_counter() - client.asked)
            client.asked, wait = None, client.wait
            self.statuses[status] = self.statuses.get(status, 0) + 1
        heapq.heappush(self.due, (time.perf_counter() + wait + random.uniform(0, 2 * self.pause), descriptor))

    def report(self):
        times = sorted(self.times)
        return {
            "requests": len(times), "errors": self.errors, "statuses": self.statuses,
            "p99": times[min(len(times) - 1, int(len(times) * 0.99))] * 1000 if times else None}


def main():
    what, host = sys.argv[1:3]
    port, count, pause, seconds = (int(word) for word in sys.argv[3:7])
    askers = Askers(what, host, port, count, pause)
    askers.run(seconds)
    print(json.dumps(askers.report()), flush=True)


main()
