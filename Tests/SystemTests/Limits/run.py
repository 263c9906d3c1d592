#!/usr/bin/python3
"""Proves paces and lists of addresses on real processes: two Konaks that share a redis-server, which is killed, hung, made
to forget its scripts and brought back; and the operator's list of denied addresses on two nodes.

    run.py [--konak PATH] [NAME…]      runs the cases whose name contains one of the NAMEs, else all
"""
# Long: a list of short cases, each read by itself.

import argparse
import contextlib
import http.client
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../Cluster"))

from house import Failure, House, wait_for  # noqa: E402
from redis import PASSWORD, Redis, cell_script  # noqa: E402

CASES = []
MOST = 60
# A minute's refill while a case asks, and what counts alone while an answer is late on a busy machine.
SHARED, ALONE = range(MOST, MOST + 25), range(2 * MOST - 1, 2 * MOST + 40)


def case(test):
    CASES.append(test)
    return test


@case
def the_script_is_right_within_a_hundredth(bench):
    """Under injected time, at ten times the pace, alone and with a second key that is scarcer."""
    redis, script = bench.redis(), cell_script()
    minutes = 4
    for rate, burst in ((600, 20), (6000, 1), (90, 90)):
        interval = 60_000_000 / rate
        steps = rate * 10 * minutes
        moments = [step * minutes * 60_000_000 // steps for step in range(steps)]
        answers = redis.ask_all([
            ("EVAL", script, 1, f"one-{rate}", 100_000_000_000_000 + moment, f"{interval:.3f}",
             f"{interval * (burst - 1):.3f}") for moment in moments])
        allowed = sum(1 for answer in answers if answer[0] == 0)
        ideal = rate * minutes
        bench.expect(ideal * 0.99 <= allowed <= (ideal + burst) * 1.01, f"{allowed} of {ideal} at {rate} a minute")
    now, both = 100_000_000_000_000, []
    for _ in range(50):
        both.append(("EVAL", script, 2, "wide", "narrow", now, "1000.000", "99000.000", "1000.000", "4000.000"))
    answers = redis.ask_all(both)
    bench.expect(sum(1 for answer in answers if answer[0] == 0) == 5, "both or none")
    bench.expect(all(answer[0] in (0, 2) for answer in answers), "the scarcer one refuses")
    ahead = redis.ask("EVAL", script, 1, "wide", now, "1000.000", "99000.000")
    bench.expect(ahead == [0, 6000], f"what the one refused has not used the other up: {ahead}")
    left = redis.ask("PTTL", "wide")
    bench.expect(0 < left <= 1000, f"a full bucket is forgotten: {left}")


@case
def two_processes_share_paces(bench):
    """Shared; alone within moments when Redis dies, is hung or forgets; shared again by itself. Nobody waits for it."""
    redis = bench.redis()
    with bench.nodes(KONAK_REDIS_URL=redis_url(redis)) as nodes:
        bench.wait_for_sharing(nodes, True)
        bench.expect_passed(nodes, SHARED, "shared")
        redis.ask("SCRIPT", "FLUSH")
        bench.expect_passed(nodes, SHARED, "shared though the script was forgotten")
        redis.kill()
        bench.expect_passed(nodes, ALONE, "alone when it is killed")
        bench.wait_for_sharing(nodes, False)
        bench.expect_passed(nodes, ALONE, "alone while it is away")
        redis.start()
        bench.wait_for_sharing(nodes, True)
        bench.expect_passed(nodes, SHARED, "shared again")
        redis.hang()
        bench.expect_passed(nodes, ALONE, "alone when it hangs")
        redis.go_on()
        bench.wait_for_sharing(nodes, True)
        bench.expect_passed(nodes, SHARED, "shared after it hung")
    for log in bench.logs():
        bench.expect("paces are shared with other processes" in log, "sharing is said")
        bench.expect("paces are not shared: each process counts alone" in log, "its end is said")
        bench.expect(PASSWORD not in log and urllib.parse.quote(PASSWORD, safe="") not in log, "no secret is said")


@case
def a_start_without_redis_serves(bench):
    redis = bench.redis()
    redis.kill()
    with bench.nodes(KONAK_REDIS_URL=redis_url(redis)) as nodes:
        bench.expect_passed(nodes, ALONE, "alone from the start")
        redis.start()
        bench.wait_for_sharing(nodes, True)
        bench.expect_passed(nodes, SHARED, "shared once it is there")


@case
def every_way_to_redis_is_gone(bench):
    """By a socket of this machine, and by TLS with an authority of one's own; a wrong password or name opens nothing."""
    files = certificates(bench.folder)
    redis = bench.redis(
        tls_port="0", port="0", tls_cert_file=files["cert"], tls_key_file=files["key"], tls_ca_cert_file=files["ca"],
        tls_auth_clients="no")
    redis.kill()
    redis.options["tls_port"] = str(redis.port)
    redis.start()
    secret = urllib.parse.quote(PASSWORD, safe="")
    ways = {
        f"unix://:{secret}@{urllib.parse.quote(redis.socket_path)}?db=3": True,
        f"rediss://default:{secret}@127.0.0.1:{redis.port}/2?ca={files['ca']}": True,
        f"rediss://:{secret}@127.0.0.1:{redis.port}": False,
        f"unix://:wrong@{urllib.parse.quote(redis.socket_path)}": False,
        f"redis://:{secret}@127.0.0.1:{redis.port}": False,
    }
    for url, is_open in ways.items():
        with bench.nodes(1, KONAK_REDIS_URL=url) as nodes:
            if is_open:
                bench.wait_for_sharing(nodes, True)
            else:
                time.sleep(1)
            bench.expect(bench.shares(nodes[0]) == is_open, f"{redacted(url)}: {is_open}")
            passed, _ = ask_in_turn(nodes, bench.client(), 2 * MOST)
            bench.expect(MOST <= passed <= MOST + 20, f"{redacted(url)}: held either way ({passed})")


@case
def the_doctor_looks_at_redis(bench):
    redis = bench.redis()

    def found(url):
        _, said = bench.konak("doctor", "--json", KONAK_REDIS_URL=url)
        bench.expect(PASSWORD not in said and urllib.parse.quote(PASSWORD, safe="") not in said, "no secret is said")
        report = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
        return [entry for entry in report["findings"] if entry["check"] == "redis"]

    well = found(redis_url(redis))
    bench.expect([entry["level"] for entry in well] == ["ok"] and "script" in well[0]["message"], f"{well}")
    wrong = found(f"redis://:wrong@127.0.0.1:{redis.port}")
    bench.expect([entry["level"] for entry in wrong] == ["warning"] and wrong[0]["mend"], f"{wrong}")
    redis.hang()
    late = found(redis_url(redis))
    bench.expect([entry["level"] for entry in late] == ["warning"], f"{late}")
    redis.go_on()
    redis.kill()
    gone = found(redis_url(redis))
    bench.expect([entry["level"] for entry in gone] == ["warning"] and "KONAK_REDIS_URL" in gone[0]["mend"], f"{gone}")
    _, said = bench.konak("doctor", "--json")
    bench.expect('"redis"' not in said, "nothing is said where none is wanted")


@case
def refusals_say_when_to_come_again(bench):
    with bench.nodes(1) as nodes:
        client = bench.client()
        ask_in_turn(nodes, client, MOST)
        status, fields, body = ask(nodes[0], client)
        bench.expect(status == 429 and fields["content-type"] == "application/problem+json", f"a problem: {status}")
        bench.expect(json.loads(body)["status"] == 429, "with its status")
        bench.expect(re.fullmatch(r'"address";q=60;w=60', fields["ratelimit-policy"]), fields["ratelimit-policy"])
        bench.expect(re.fullmatch(r'"address";r=0;t=(59|60)', fields["ratelimit"]), fields["ratelimit"])
        bench.expect(fields["retry-after"] == "1", fields["retry-after"])
        status, fields, body = ask(nodes[0], client, Accept="application/xhtml+xml,text/html;q=0.9")
        bench.expect(status == 429 and fields["content-type"].startswith("text/html"), "a page for people")
        bench.expect(b"429" in body and fields["retry-after"] == "1", "that says what it is")
        time.sleep(1.1)
        bench.expect(ask(nodes[0], client)[0] == 200, "whoever comes when told to is let in")
        bench.expect('konak_pace_refused_total{pace="address"}' in bench.metrics(nodes[0]), "and counted")


@case
def addresses_are_denied_on_every_node(bench):
    def konak(*words):
        return bench.konak("addresses", *words)

    with bench.nodes() as nodes:
        client = "203.0.113.9"

        def statuses():
            return [ask(node, client)[0] for node in nodes]

        bench.expect(statuses() == [200, 200], "open at first")
        for own in ("127.0.0.1", "0.0.0.0/0", "::1/128"):
            code, said = konak("deny", own, "--json")
            bench.expect(code == 1 and not json.loads(said)["ok"], f"nobody locks himself out with {own}: {code} {said}")
        code, said = bench.konak("addresses", "deny", "198.51.100.0/24", SSH_CONNECTION="198.51.100.7 5 10.0.0.1 22")
        bench.expect(code == 1, f"nor from afar: {code} {said}")
        code, said = konak("deny", "203.0.113.1/24")
        bench.expect(code == 64, f"no block: {code} {said}")
        code, said = konak("deny", "203.0.113.0/24", "--reason", "guesses", "--json")
        bench.expect(code == 0 and json.loads(said)["block"] == "203.0.113.0/24", f"{code} {said}")
        began = time.monotonic()
        wait_for(lambda: statuses() == [403, 403], 5, "both nodes deny")
        took = time.monotonic() - began
        bench.expect(took < 1, f"within a second: {took:.2f} s")
        bench.expect([ask(node, "203.0.114.9")[0] for node in nodes] == [200, 200], "others come in")
        bench.expect([ask(node, client, "/readyz")[0] for node in nodes] == [403, 403], "no door at all is open")
        _, said = konak("list", "--json")
        bench.expect([entry["reason"] for entry in json.loads(said)["denied"]] == ["guesses"], said)
        code, _ = konak("allow", "203.0.113.0/24")
        bench.expect(code == 0, "off the list")
        wait_for(lambda: statuses() == [200, 200], 5, "both nodes let in again")
        bench.expect(konak("allow", "203.0.113.0/24")[0] == 1, "it is not on the list any more")


def redis_url(redis):
    return f"redis://:{urllib.parse.quote(PASSWORD, safe='')}@127.0.0.1:{redis.port}/1"


def redacted(url):
    return re.sub(r"//.*@", "//…@", url)


def certificates(folder):
    """An authority and a server's certificate for 127.0.0.1."""
    files = {name: os.path.join(folder, name + ".pem") for name in ("ca", "ca-key", "cert", "key", "request")}
    extensions = os.path.join(folder, "extensions")
    with open(extensions, "w", encoding="ascii") as file:
        file.write("subjectAltName=IP:127.0.0.1\n")
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *new, "-keyout", files["ca-key"], "-out", files["ca"], "-days", "2", "-subj", "/CN=Test CA")
    openssl("req", *new, "-keyout", files["key"], "-out", files["request"], "-subj", "/CN=redis")
    openssl("x509", "-req", "-in", files["request"], "-CA", files["ca"], "-CAkey", files["ca-key"], "-CAcreateserial",
            "-days", "2", "-extfile", extensions, "-out", files["cert"])
    return files


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def ask(node, client, path="/bench/plaintext", connection=None, **fields):
    """Status, fields and body of one answer to somebody behind the proxy that we pretend to be."""
    own = connection or http.client.HTTPConnection("127.0.0.1", node.port, timeout=10)
    try:
        own.request("GET", path, headers={"X-Forwarded-For": client, **fields})
        answer = own.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        if not connection:
            own.close()


def ask_in_turn(nodes, client, times):
    """How many were let through of so many asked of each node in turn, and the longest that anybody waited."""
    passed, longest = 0, 0.0
    with contextlib.ExitStack() as stack:
        connections = [
            stack.enter_context(contextlib.closing(http.client.HTTPConnection("127.0.0.1", node.port, timeout=10)))
            for node in nodes]
        for number in range(times):
            began = time.monotonic()
            status, _, _ = ask(None, client, connection=connections[number % len(nodes)])
            longest = max(longest, time.monotonic() - began)
            if status not in (200, 429):
                raise Failure(f"an answer of {status}")
            passed += status == 200
    return passed, longest


class Bench:
    """A folder, a house in it, and what a case starts there."""

    def __init__(self, konak, folder, stack):
        self.konak_path, self.folder, self.stack = konak, folder, stack
        os.chmod(folder, 0o755)
        self.house = House(konak, folder, "var", pwd.getpwuid(os.geteuid()))
        self.clients = 0
        self.served = []
        stack.callback(self.house.clean_up)

    def expect(self, holds, what):
        if not holds:
            raise Failure(f"expected: {what}")

    def redis(self, **options):
        redis = Redis(self.folder, **options)
        self.stack.callback(redis.kill)
        return redis

    def client(self):
        """An address of which nothing was counted yet."""
        self.clients += 1
        return f"192.0.2.{self.clients}"

    @contextlib.contextmanager
    def nodes(self, count=2, **settings):
        own = {
            "KONAK_BENCH": "on", "KONAK_RATES": f"address={MOST}", "KONAK_TRUSTED_PROXIES": "127.0.0.1",
            "KONAK_LOOPS": "2", "KONAK_JOBS": "off"} | settings
        with contextlib.ExitStack() as stack:
            nodes = []
            for _ in range(count):
                node = stack.enter_context(self.house.serving(**own))
                node.wait_until_ready()
                nodes.append(node)
            self.served = nodes
            yield nodes
            for node in reversed(nodes):
                self.expect(node.stop() == 0, "a clean end")

    def logs(self):
        return [node.process.stderr.read().decode() for node in self.served]

    def metrics(self, node):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", node.inner, timeout=10)) as connection:
            connection.request("GET", "/metrics")
            return connection.getresponse().read().decode()

    def shares(self, node):
        return "konak_shared_paces_up 1\n" in self.metrics(node)

    def wait_for_sharing(self, nodes, shared):
        wait_for(lambda: all(self.shares(node) == shared for node in nodes), 20, f"paces are shared: {shared}")
        # Each loop has a line of its own; the gauge shows the first that is open.
        time.sleep(0.5)

    def expect_passed(self, nodes, expected, what):
        passed, longest = ask_in_turn(nodes, self.client(), 4 * MOST)
        self.expect(passed in expected, f"{what}: {passed} passed, {expected.start} to {expected.stop - 1} were due")
        self.expect(longest < 1, f"{what}: nobody waits, not {longest:.2f} s")

    def konak(self, *words, **variables):
        done = subprocess.run(
            [self.konak_path, *words], capture_output=True, text=True, check=False, cwd="/", timeout=60,
            env=self.house.environment(**variables))
        return done.returncode, done.stdout + done.stderr


def run_case(test, konak):
    folder = tempfile.mkdtemp(prefix="konak-limits-")
    try:
        with contextlib.ExitStack() as stack:
            test(Bench(konak, folder, stack))
        return None
    except Failure as failure:
        return str(failure)
    except Exception:  # pylint: disable=broad-except
        return traceback.format_exc()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", default=os.path.join(HERE, "../../../.build/debug/konak"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    konak = os.path.realpath(options.konak)
    passed = failed = 0
    for test in CASES:
        if options.names and not any(word in test.__name__ for word in options.names):
            continue
        fault = run_case(test, konak)
        passed, failed = passed + (fault is None), failed + (fault is not None)
        print(f"limits: {'ok  ' if fault is None else 'FAIL'} {test.__name__}{': ' + fault if fault else ''}", flush=True)
    print(f"limits: {passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
