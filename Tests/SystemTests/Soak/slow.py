"""2,000 slow clients of each kind, and what the others notice of them."""

import json
import os
import statistics
import subprocess
import sys

import load
from server import HERE, Fault, Server, said

COUNT = 2_000
RUNS, SECONDS = 3, 10
MOST_TIMES = 2.0
# When the server must have ended a client of a kind, by the limits in docs/operations.md and a little for its clock.
LONGEST = {"head": 10 + 3, "body": 20 + 5, "read": 20 + 5}


class Crowd:
    """The process of crowd.py."""

    def __init__(self, mode, port, count):
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "crowd.py"), mode, str(port), str(count)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._hear()

    def _hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise Fault("the crowd of slow clients ended by itself")
        return json.loads(line)

    def end(self):
        self.process.stdin.close()
        report = self._hear()
        self.process.wait(20)
        return report

    def kill(self):
        self.process.kill()
        self.process.wait()


def run(place, database, report):
    server = Server(place, database).wait()
    load.measure(place, server.port, 3)
    for mode, longest in LONGEST.items():
        alone = runs(place, server)
        crowd = Crowd(mode, server.port, COUNT)
        place.ends.callback(crowd.kill)
        among = runs(place, server)
        memory = server.resident_mib()
        what = crowd.end()
        if server.process.poll() is not None:
            raise Fault(f"the server ended:{said(server)}")
        tell(report, mode, longest, alone, among, what, memory)
        load.measure(place, server.port, 3)
    server.stop()


def runs(place, server):
    return [load.measure(place, server.port, SECONDS) for _ in range(RUNS)]


def tell(report, mode, longest, alone, among, what, memory):
    before, during = (statistics.median(one.p99 for one in several) for several in (alone, among))
    errors = [one.errors for one in among if one.errors]
    report.say(f"slow {mode}", f"p99 {before:.2f} ms alone, {during:.2f} ms among {COUNT} ({during / before:.2f} times)")
    report.say(f"slow {mode}", f"clients: {json.dumps(what)}, memory {memory:.0f} MiB")
    report.hold(f"slow {mode}", during <= MOST_TIMES * before, f"others' p99 at most {MOST_TIMES:g} times")
    report.hold(f"slow {mode}", not errors, f"others see no error: {errors or 'none'}")
    report.hold(f"slow {mode}", (what["lowest"] or 0) >= COUNT // 2, "the crowd stayed a crowd")
    lives = what["longest life"]
    report.hold(f"slow {mode}", lives is not None and lives <= longest, f"each was ended within {longest} s: {lives} s")
