#!/usr/bin/env python3
"""Sends every case of the framing corpus to a server: run.py HOST PORT [METRICS_URL] (see README.md)."""

import argparse
import re
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import corpus
import exchange
import verdict


def main():
    options = arguments()
    cases = [case for case in corpus.load(options.cases) if case["id"].startswith(options.only)]
    meter = Meter(options.metrics_url, options.counter) if options.metrics_url else None
    address = (options.host, options.port)
    with ThreadPoolExecutor(min(options.jobs, 8)) as pool:
        results = list(pool.map(lambda case: (case, *check(address, case)), cases))
    failed = sum(report(case, faults) for case, faults, _ in results)
    responses = sum(reply.status >= 200 for _, _, outcome in results if outcome for reply in outcome.replies)
    failed += report({"id": "metrics"}, list(meter.faults(responses))) if meter else 0
    resets = sum(outcome.reset for _, _, outcome in results if outcome)
    print(f"responses={responses} resets={resets}")
    print(f"framing: checked={len(cases)} failed={failed}")
    return 1 if failed or not cases else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("metrics_url", nargs="?", help="text metrics of the server, read before and after")
    parser.add_argument("--counter", default="konak_http_requests_total", help="its counter of requests")
    parser.add_argument("--cases", default=corpus.CASES)
    parser.add_argument("--only", default="", help="only cases whose id begins with this")
    parser.add_argument("--jobs", type=int, default=8, help="connections at once, at most 8")
    return parser.parse_args()


def check(address, case):
    wanted = case["requests"] + (case["expect"] == "refuse")
    wants_end = case["close"] in (True, "eof")
    try:
        connection = exchange.Exchange(address, case.get("head", []), wants_end, wanted)
        outcome = connection.run(corpus.writes(case), case.get("pause", exchange.PAUSE * 1000) / 1000)
    except OSError as error:
        return [f"no connection: {error}"], None
    return verdict.faults(case, outcome), outcome


def report(case, faults):
    if faults:
        print(f"{case['id']}: {'; '.join(faults)}")
    return bool(faults)


class Meter:
    """The server's own count of requests: a request parsed but answered to nobody shows up here."""

    def __init__(self, url, counter):
        self.url, self.counter = url, counter
        first, self.before = self.read()[0], self.read()[0]
        self.own = (self.before or 0) - (first or 0)

    def read(self):
        with urllib.request.urlopen(self.url, timeout=3) as response:
            text = response.read().decode("utf-8", "replace")
        samples = re.findall(rf"^{re.escape(self.counter)}(?:\{{.*\}})? (\S+)", text, re.MULTILINE)
        return (sum(float(value) for value in samples) if samples else None), text

    def faults(self, responses):
        after, text = self.read()
        if "/canary-" in text:
            yield "the metrics name a canary path"
        if after is None:
            yield f"no counter {self.counter} in the metrics"
        elif after - (self.before or 0) - self.own > responses:
            yield f"{after - (self.before or 0) - self.own:.0f} requests counted, {responses} responses seen"


if __name__ == "__main__":
    sys.exit(main())
