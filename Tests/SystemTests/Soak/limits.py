"""What a tenant far above its limits, and five hundred log-ins at once, cost everybody else."""

import contextlib
import http.client
import re
import subprocess

from server import Fault, Server, said, program

TENANTS = {"storm": "00000000-0000-7000-8000-0000000000e1", "calm": "00000000-0000-7000-8000-0000000000e2"}
AGENCY, PLAN = "00000000-0000-7000-8000-0000000000a9", "00000000-0000-7000-8000-0000000000b9"
RATE = 6_000  # a minute
TIMES = 50
STORM_SECONDS, LOG_IN_SECONDS = 60, 30
CALM_RATE = 80  # a second, within what a minute allows
MOST_OF_STORM, MOST_OF_LOG_INS = 1.2, 1.5
LOG_INS = 500

LEVELS = f"""
INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'limits', 'Limits');
INSERT INTO kernel.plan (id, agency_id, key, name_tr, name_en, limits)
VALUES ('{PLAN}', '{AGENCY}', 'limits', 'Sınır', 'Limits', '{{"rate_tenant": {RATE}}}');
""" + "".join(
    f"""
INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
VALUES ('{tenant}', '{AGENCY}', '{name}', '{name}', 'active', '{PLAN}');
INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, challenge)
VALUES ('{name}.localhost', 'app', '{AGENCY}', '{tenant}', 'verified', repeat('x', 52));
"""
    for name, tenant in TENANTS.items()
)

# Each connection asks, waits for its answer, and pauses; log-ins are each of another address and person.
ASK = """
request = function() return wrk.format("GET", "/bench/row", {{["Host"] = "{host}.localhost"}}) end
"""
LOG_IN = """
local turn = 0
request = function()
   turn = turn + 1
   return wrk.format("POST", "/log-in", {{
      ["Host"] = "{host}.localhost", ["Content-Type"] = "application/x-www-form-urlencoded",
      ["Sec-Fetch-Site"] = "same-origin", ["Origin"] = "http://{host}.localhost:{port}",
      ["X-Forwarded-For"] = string.format("198.18.%d.%d", turn / 250 % 250, turn % 250)
   }}, string.format("address=nobody%d%%40example.test&password=correct-horse-%d", turn, turn))
end
"""
REST = """
delay = function() return {pause} end
done = function(summary, latency)
   io.write(string.format("soak %d %d %.3f\\n", summary.requests,
      summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
      latency:percentile(99) / 1000))
end
"""
SAID = re.compile(r"^soak (\d+) (\d+) ([\d.]+)$", re.MULTILINE)
NOT_WELL = re.compile(r"Non-2xx or 3xx responses: (\d+)")


class Load:
    def __init__(self, place, port, script, name, connections, pause, seconds):
        text = (script + REST).format(host=name, port=port, pause=pause)
        path = place.write(f"limits-{name}-{connections}.lua", text)
        self.seconds = seconds
        self.process = subprocess.Popen(
            [program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", path,
             f"http://127.0.0.1:{port}/"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        place.ends.callback(self.end)

    def result(self):
        output = self.process.communicate(timeout=self.seconds + 60)[0]
        found = SAID.search(output)
        if not found:
            raise Fault(f"wrk: {output}")
        refused = NOT_WELL.search(output)
        return Result(int(found[1]), int(found[2]), float(found[3]), int(refused[1]) if refused else 0)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Result:
    def __init__(self, requests, errors, p99, refused):
        self.requests, self.errors, self.p99, self.refused = requests, errors, p99, refused


def run(place, database, report):
    database.sql("postgres", "-c", LEVELS)
    server = Server(
        place, database, rates="address=100000000,tenant=100000000", trusted_proxies="127.0.0.1").wait()
    calm(place, server, 5)
    storm(place, server, report)
    log_ins(place, server, report)
    if server.process.poll() is not None:
        raise Fault(f"the server ended:{said(server)}")
    server.stop()


def calm(place, server, seconds):
    """A neighbour within its limits."""
    return Load(place, server.port, ASK, "calm", CALM_RATE // 5, 200, seconds).result()


def storm(place, server, report):
    alone = calm(place, server, STORM_SECONDS // 2)
    rate = RATE * TIMES // 60
    flood = Load(place, server.port, ASK, "storm", rate // 50, 19, STORM_SECONDS + 2)
    among = calm(place, server, STORM_SECONDS)
    flooded = flood.result()
    tell(report, "storm", alone, among, MOST_OF_STORM)
    passed = flooded.requests - flooded.refused
    seconds = STORM_SECONDS + 2
    report.say("storm", f"{flooded.requests / seconds:,.0f} requests/s at {RATE // 60} a second: {passed:,} let through")
    report.hold("storm", flooded.requests >= 0.8 * rate * seconds, f"at least four fifths of {TIMES} times its rate")
    ideal = RATE / 60 * seconds
    report.hold("storm", 0.99 * ideal <= passed <= 1.01 * (ideal + RATE), "its own limit holds, with one burst")


def log_ins(place, server, report):
    status = first_status(server)
    if status == 404:
        report.hold("log-ins", False, "POST /log-in is a route of the house")
        return
    alone = calm(place, server, LOG_IN_SECONDS)
    crowd = Load(place, server.port, LOG_IN, "storm", LOG_INS, 1_000, LOG_IN_SECONDS + 2)
    among = calm(place, server, LOG_IN_SECONDS)
    tried = crowd.result()
    report.say("log-ins", f"{tried.requests:,} log-ins by {LOG_INS} at once, first answer {status}")
    report.hold("log-ins", tried.requests >= LOG_INS, "each of them tried")
    tell(report, "log-ins", alone, among, MOST_OF_LOG_INS)


def first_status(server):
    fields = {"Host": "storm.localhost", "Sec-Fetch-Site": "same-origin",
              "Content-Type": "application/x-www-form-urlencoded"}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.request("POST", "/log-in", "address=nobody%40example.test&password=correct-horse", fields)
        return connection.getresponse().status


def tell(report, name, alone, among, most):
    ratio = among.p99 / alone.p99
    report.say(name, f"neighbour's p99 {alone.p99:.2f} ms alone, {among.p99:.2f} ms among ({ratio:.2f} times)")
    report.hold(name, ratio <= most, f"the neighbour's p99 at most {most:g} times")
    report.hold(name, not among.errors and not among.refused, f"no error: {among.errors}, {among.refused} refused")
