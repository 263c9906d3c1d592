"""Clients that ask without pause over kept connections, and keep an account of every answer."""

import collections
import contextlib
import http.client
import json
import threading
import time

Answer = collections.namedtuple("Answer", "status fault seconds ended")


def ask(port, path, **fields):
    """Status, fields and body of one answer."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=fields)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


class Crowd:
    """Used with `with`: it asks until the block ends."""

    def __init__(self, port, path, clients, patience, rows):
        self.port, self.path, self.patience, self.rows = port, path, patience, rows
        self.answers = []
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self._ask) for _ in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def _ask(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        with contextlib.closing(connection):
            while not self.stopped.is_set():
                # Appending is one step of the interpreter: the threads need no lock.
                self.answers.append(self._one(connection))
                if self.answers[-1].status != 200:
                    # As Retry-After asks, only less patiently: a refused client that spins would measure itself.
                    time.sleep(0.02)

    def _one(self, connection):
        began = time.monotonic()
        try:
            connection.request("GET", self.path)
            answer = connection.getresponse()
            status, fault = answer.status, fault_of(answer, answer.read(), self.rows)
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            status, fault = 0, repr(error)
        ended = time.monotonic()
        return Answer(status, fault, ended - began, ended)

    def count(self, status):
        return sum(1 for answer in list(self.answers) if answer.status == status)

    def faults(self):
        return [answer for answer in self.answers if answer.fault]

    def longest(self):
        return max(answer.seconds for answer in self.answers)


def fault_of(answer, body, rows):
    """What is wrong with an answer; a database that is away is no reason for any other than these two."""
    if answer.status == 200:
        return None if len(json.loads(body)) == rows else f"200 without the rows: {body}"
    if answer.status != 503:
        return f"{answer.status}: {body}"
    if answer.getheader("content-type") != "application/problem+json" or json.loads(body)["status"] != 503:
        return f"503 that is no problem: {body}"
    if not (answer.getheader("retry-after") or "").isdecimal():
        return "503 without Retry-After"
    return None
