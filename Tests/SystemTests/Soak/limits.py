"""What a tenant far above its limits, and five hundred log-ins at once, cost everybody else: about seven minutes, on a
machine that has nothing else to do. The p99 of a neighbour is held against what it is alone, before and after, or in turns. The crowds are of this machine too, so they are nice: what is measured is what the server does with the cores, and
not how long the neighbour's own client waits for one."""

import contextlib
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time

from server import HERE, Fault, Server, said, program

TENANTS = {name: f"00000000-0000-7000-8000-0000000000e{number}" for number, name in enumerate(("storm", "calm", "doors"))}
# Nobody's plan: its log-ins are held to nothing but the door's own paces.
FREE = {"doors"}
AGENCY = "00000000-0000-7000-8000-0000000000a9"
PLAN, NO_PLAN = "00000000-0000-7000-8000-0000000000b9", "00000000-0000-7000-8000-0000000000ba"
RATE = 6_000  # a minute
TIMES = 50
STORM_SECONDS, LOG_IN_SECONDS, ALONE_SECONDS = 60, 20, 25
ROUNDS = 5  # a p99 of some seconds is at the mercy of whatever else the machine's host does: the middle one counts
CALM_RATE = 80  # a second, within what a minute allows
MOST_OF_STORM, MOST_OF_LOG_INS = 1.2, 1.5
LOG_INS = 500
CROWD = 200  # connections
QUEUE_SECONDS = 10
NICE = 19

LEVELS = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'limits', 'Limits');
INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en, limits)
VALUES ('{PLAN}', '{AGENCY}', 'limits', 'Sınır', 'Limits', '{{"rate_tenant": {RATE}}}'),
    ('{NO_PLAN}', '{AGENCY}', 'free', 'Serbest', 'Free', '{{}}');
""" + "".join(
    f"""
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
VALUES ('{tenant}', '{AGENCY}', '{name}', '{name}', 'active', '{NO_PLAN if name in FREE else PLAN}');
INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, challenge)
VALUES ('{name}.localhost', 'app', '{AGENCY}', '{tenant}', 'verified', repeat('x', 52));
"""
    for name, tenant in TENANTS.items()
)

# Each connection asks, waits for its answer, and pauses for a time of its own: in step they would be one burst after the
# other.
ASK = """
request = function() return wrk.format("GET", "/bench/row", {{["Host"] = "{host}.localhost"}}) end
"""
REST = """
local threads = {{}}
setup = function(thread) table.insert(threads, thread) end
init = function() well, early, full, other = 0, 0, 0, 0 end
response = function(status)
   if status == 429 then early = early + 1 elseif status == 503 then full = full + 1
   elseif status < 400 or status == 422 then well = well + 1 else other = other + 1 end
end
delay = function() return math.random(0, 2 * {pause}) end
done = function(summary, latency)
   local count = {{well = 0, early = 0, full = 0, other = 0}}
   for _, thread in ipairs(threads) do
      for name, sum in pairs(count) do count[name] = sum + thread:get(name) end
   end
   io.write(string.format("soak %d %d %.3f %d %d %d %d\\n", summary.requests,
      summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
      latency:percentile(99) / 1000, count.well, count.early, count.full, count.other))
end
"""
SAID = re.compile(r"^soak (\d+) (\d+) ([\d.]+) (\d+) (\d+) (\d+) (\d+)$", re.MULTILINE)


class Crowd:
    """What asker.py does, in a process of its own."""

    def __init__(self, place, port, what, name, connections, pause, seconds, nice=0):
        self.seconds = seconds
        self.process = subprocess.Popen(
            ["nice", "-n", str(nice), sys.executable, os.path.join(HERE, "asker.py"), what, name, str(port),
             str(connections), str(pause), str(seconds)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        place.ends.callback(self.end)

    def result(self):
        said = json.loads(self.process.communicate(timeout=self.seconds + 60)[0])
        statuses = {int(status): count for status, count in said["statuses"].items()}
        early, full = statuses.pop(429, 0), statuses.pop(503, 0)
        well = sum(count for status, count in statuses.items() if status < 400 or status == 422)
        return Result(said["p99"], said["requests"], said["errors"], well, early, full, sum(statuses.values()) - well)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Load:
    """wrk, for what is more than Python can do."""

    def __init__(self, place, port, script, name, connections, pause, seconds, nice=0):
        text = (script + REST).format(host=name, port=port, pause=pause)
        path = place.write(f"limits-{name}-{connections}.lua", text)
        self.seconds = seconds
        self.process = subprocess.Popen(
            ["nice", "-n", str(nice), program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", path,
             f"http://127.0.0.1:{port}/"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        place.ends.callback(self.end)

    def result(self):
        output = self.process.communicate(timeout=self.seconds + 60)[0]
        found = SAID.search(output)
        if not found:
            raise Fault(f"wrk: {output}")
        return Result(float(found[3]), *(int(found[place]) for place in (1, 2, 4, 5, 6, 7)))

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Result:
    def __init__(self, p99, requests, errors, well, early, full, other):
        self.p99, self.requests, self.errors = p99, requests, errors
        self.well, self.early, self.full, self.other = well, early, full, other


def run(place, database, report):
    database.sql("postgres", "-c", LEVELS)
    server = Server(
        place, database, rates="address=100000000,tenant=100000000", trusted_proxies="127.0.0.1").wait()
    first_status(server)
    calm(place, server, 5)
    alone = [calm(place, server, ALONE_SECONDS)]
    among_storm = storm(place, server, report)
    alone.append(calm(place, server, ALONE_SECONDS))
    tell(report, "storm", alone, [among_storm], MOST_OF_STORM)
    rounds = [(calm(place, server, LOG_IN_SECONDS), log_ins(place, server, report)) for _ in range(ROUNDS)]
    tell(report, "log-ins", [alone for alone, _ in rounds], [among for _, among in rounds], MOST_OF_LOG_INS)
    if server.process.poll() is not None:
        raise Fault(f"the server ended:{said(server)}")
    server.stop()


def calm(place, server, seconds):
    """A neighbour within its limits."""
    return Crowd(place, server.port, "row", "calm", CALM_RATE // 5, 200, seconds).result()


def storm(place, server, report):
    rate = RATE * TIMES // 60
    seconds = STORM_SECONDS + 2
    before = server.processor_seconds()
    # A millisecond is what an answer takes.
    flood = Load(place, server.port, ASK, "storm", CROWD, CROWD * 1_000 // rate - 1, seconds, NICE)
    among = calm(place, server, STORM_SECONDS)
    flooded = flood.result()
    spent = server.processor_seconds() - before
    report.say("storm", f"{flooded.requests / seconds:,.0f} requests/s at {RATE // 60} a second: {flooded.well:,} let "
               f"through, {spent / flooded.requests * 1e6:.0f} µs of a core each")
    report.hold("storm", flooded.requests >= 0.8 * rate * seconds, f"at least four fifths of {TIMES} times its rate")
    ideal = RATE / 60 * seconds
    report.hold("storm", 0.99 * ideal <= flooded.well <= 1.01 * (ideal + RATE), "its own limit holds, with one burst")
    report.hold("storm", flooded.well + flooded.early == flooded.requests and not flooded.errors,
                f"all others are told to wait: {flooded.full} full, {flooded.other} else, {flooded.errors} errors")
    return among


def log_ins(place, server, report):
    crowd = Crowd(place, server.port, "log-in", "doors", LOG_INS, 1_000, LOG_IN_SECONDS + 2, NICE)
    among = calm(place, server, LOG_IN_SECONDS)
    tried = crowd.result()
    # Those that were let in are still evaluated.
    time.sleep(QUEUE_SECONDS)
    report.say("log-ins", f"{tried.requests:,} log-ins by {LOG_INS} at once: {tried.well:,} evaluated, "
               f"{tried.full:,} told to come again, {tried.early:,} too early, {tried.errors} errors")
    report.hold("log-ins", tried.requests >= LOG_INS and tried.well >= LOG_IN_SECONDS, "each tried, one a second evaluated")
    report.hold("log-ins", not tried.other, f"nothing else is answered: {tried.other}")
    return among


def first_status(server):
    """The first log-in waits for the hasher to be measured; none other should."""
    fields = {"Host": "doors.localhost", "Sec-Fetch-Site": "same-origin",
              "Content-Type": "application/x-www-form-urlencoded"}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.request("POST", "/log-in", "address=nobody%40example.test&password=correct-horse", fields)
        status = connection.getresponse().status
    if status != 422:
        raise Fault(f"POST /log-in answers {status}:{said(server)}")


def tell(report, name, alone, among, most):
    ratio = middle(among) / middle(alone)
    report.say(name, f"neighbour's p99 {said_each(among)} ms among, {said_each(alone)} ms alone")
    report.hold(name, ratio <= most, f"the neighbour's p99 at most {most:g} times: {ratio:.2f}")
    refused = sum(result.requests - result.well for result in among)
    errors = sum(result.errors for result in among)
    report.hold(name, not errors and not refused, f"no error: {errors}, {refused} refused")


def middle(results):
    return statistics.median(result.p99 for result in results)


def said_each(results):
    return ", ".join(f"{result.p99:.2f}" for result in results)
