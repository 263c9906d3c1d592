"""Requests a second of the routes of the bench beside what yardsticks do with the same, all started here.

A run is cut into slices of two seconds, and all who are measured take each of them in turn, forwards and backwards: the
machine's mood changes within seconds and must meet everybody alike. What counts is the median of the runs."""

import statistics

import http_client
import table
from bare import Bare
from konak import Konak
from nginx import Nginx

TENANTS = CUSTOMERS = 1_000  # what the routes under Sources/konak/Bench draw from
SLICE = 2


class Rates:
    def __init__(self, place, database, options, say):
        self.place, self.database, self.options, self.say = place, database, options, say
        self.nginx, self.bare = Nginx(place), Bare(place, database)
        self.server = Konak(place, database, options.binary).wait()
        self.inserted = 0

    def lines(self, names):
        lines = [line for name in names for line in self._route(name)]
        held = self.server.status("VmHWM") / 1024
        self.server.stop()
        return [*lines, table.Line("memory under load", held, table.MEMORY_MIB, most=True, unit="MiB")]

    def _route(self, name):
        course = Course(self, name)
        rates, more = course.measured()
        line = table.Line(name, rates["ours"], table.FLOORS[name], rates["yardstick"], more=more)
        self.say(f"{name}: {line.figure:,.0f}/s, {line.value:.2f} of {line.yardstick:,.0f}/s; {more['cpu_us']} µs of "
                 f"processor a request; p50 {more['p50_ms']:.1f} ms, p99 {more['p99_ms']:.1f} ms")
        return [line, *self._beside(line, rates)] if "bare" in rates else [line]

    def _beside(self, line, rates):
        return [
            table.Line(f"{line.name} against pgbench without BEGIN", line.figure, None, rates["implicit"]),
            table.Line(f"{line.name} against bare C", line.figure, None, rates["bare"]),
            table.Line(f"{line.name}, bare C against pgbench", rates["bare"], None, line.yardstick),
        ]


class Course:
    """One route: who is measured, and what they did."""

    def __init__(self, rates, name):
        self.rates, self.name, self.options = rates, name, rates.options
        self.method = "POST" if name == "insert" else "GET"
        self.loads, self.spent = [], 0.0
        self.entrants = {"ours": self._ours, "yardstick": self._nginx}
        if name in table.DATABASE:
            self.entrants |= {"yardstick": self._begun, "implicit": self._implicit, "bare": self._bare}

    def measured(self):
        for entrant in self.entrants.values():
            entrant(self.options.warm)
        self.loads, self.spent = [], 0.0
        runs = [self._run() for _ in range(self.options.runs)]
        return {who: statistics.median(run[who] for run in runs) for who in self.entrants}, self._facts(runs)

    def _run(self):
        taken = {who: [] for who in self.entrants}
        for number, seconds in enumerate(slices(self.options.seconds)):
            for who in list(taken)[:: -1 if number % 2 else 1]:
                taken[who].append((self.entrants[who](seconds), seconds))
        return {who: sum(rate * seconds for rate, seconds in parts) / self.options.seconds for who, parts in taken.items()}

    def _facts(self, runs):
        requests = sum(load.requests for load in self.loads)
        return {
            "runs": [round(run["ours"]) for run in runs],
            "cpu_us": round(self.spent * 1e6 / requests, 1),
            "p50_ms": statistics.median(load.latency["50"] for load in self.loads),
            "p99_ms": statistics.median(load.latency["99"] for load in self.loads),
        }

    def _ours(self, seconds):
        before = self.rates.server.processor_seconds()
        self.loads.append(self._load(self.rates.server.port, seconds))
        self.spent += self.rates.server.processor_seconds() - before
        return self.loads[-1].rate

    def _nginx(self, seconds):
        return self._load(self.rates.nginx.port, seconds).rate

    def _bare(self, seconds):
        return self.rates.bare.load(self.name, seconds, self.method).rate

    def _begun(self, seconds):
        return self._pgbench(seconds, begun=True)

    def _implicit(self, seconds):
        return self._pgbench(seconds, begun=False)

    def _load(self, port, seconds):
        return http_client.load(self.rates.place, port, f"/bench/{self.name}", seconds, self.method)

    def _pgbench(self, seconds, begun):
        variables = {"tenants": TENANTS, "customers": CUSTOMERS}
        if self.name == "insert":
            self.rates.inserted += 1
            variables |= {"n": 0, "first": 1_000_000_000_000_000 + self.rates.inserted * 1_000_000_000}
        return self.rates.database.load(self.name, seconds, begun=begun, **variables)


def slices(seconds):
    """The seconds in pieces of two, and what is left of them in a last one."""
    whole, rest = divmod(seconds, SLICE)
    return [SLICE] * whole + [rest] * (rest > 0)
