"""10,000 event streams that rest: the memory they cost, how soon a broadcast reaches the last of them, what the others
notice of it, and how soon a stop ends them all."""

import json
import os
import subprocess
import sys
import time
import urllib.request

import load
from server import HERE, Fault, Server

COUNT = 10_000
PROCESSES = 2
MOST_MIB = 100
BROADCASTS = 20
MOST_MS = 250
MOST_STOP = 5


class Streams:
    """A process of streams.py."""

    def __init__(self, port, count):
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "streams.py"), str(port), str(count)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise Fault("the event streams ended by themselves")
        return json.loads(line)

    def kill(self):
        self.process.kill()
        self.process.wait()


def run(place, database, report):
    server = Server(place, database, max_connections=COUNT + 1_000).wait()
    load.measure(place, server.port, 5)
    before = server.resident_mib()
    crowd = [Streams(server.port, COUNT // PROCESSES) for _ in range(PROCESSES)]
    for streams in crowd:
        place.ends.callback(streams.kill)
    begun = sum(streams.hear()["ready"] for streams in crowd)
    report.hold("sse", begun == COUNT, f"{begun} streams have begun")
    time.sleep(5)
    more = server.resident_mib() - before
    report.say("sse", f"{before:.1f} MiB before, {more:.1f} MiB more for {COUNT} ({more * 1024 / COUNT:.1f} KiB each)")
    report.hold("sse", more <= MOST_MIB, f"at most {MOST_MIB} MiB more")
    broadcasts(server, crowd, report)
    # Long enough for a heartbeat of each.
    others = load.measure(place, server.port, 20)
    report.hold("sse", not others.errors, f"others see no error: {others.errors or 'none'}; their p99 {others.p99:.1f} ms")
    after = server.resident_mib() - before
    report.hold("sse", after <= MOST_MIB, f"at most {MOST_MIB} MiB more after heartbeats and broadcasts: {after:.1f}")
    stop(server, crowd, report)


def broadcasts(server, crowd, report):
    times = []
    for number in range(BROADCASTS):
        start = time.monotonic()
        urllib.request.urlopen(f"http://127.0.0.1:{server.port}/bench/events", data=str(number).encode(), timeout=10)
        heard = [streams.hear() for streams in crowd]
        if any(one.get("event") != str(number) for one in heard):
            raise Fault(f"a broadcast did not reach all: {heard}")
        times.append((max(one["last"] for one in heard) - start) * 1000)
        time.sleep(0.5)
    times.sort()
    report.say("sse", f"a broadcast reaches all in {times[len(times) // 2]:.0f} ms (median), {times[-1]:.0f} ms (longest)")
    report.hold("sse", times[-1] <= MOST_MS, f"each of {BROADCASTS} broadcasts within {MOST_MS} ms")


def stop(server, crowd, report):
    start = time.monotonic()
    server.process.terminate()
    server.process.wait(60)
    took = time.monotonic() - start
    ended = sum(streams.hear()["ended"] for streams in crowd)
    report.hold("sse", ended == COUNT, f"{ended} streams were ended")
    report.hold("sse", server.process.returncode == 0 and took <= MOST_STOP, f"the stop took {took:.2f} s")
