"""`make soak`: builds the release binary, and runs the named trials against it, or all."""

import argparse
import datetime
import os
import platform
import resource
import subprocess
import sys

import addresses
import drill
import idle
import jobs
import limits
import oracle
import restarts
import slow
import sse
from server import ROOT, Fault, Place, prepare

SOAKS = {
    "slow": (slow.run, "2,000 slow clients of each kind: slow heads, slow bodies, unread answers"),
    "idle": (idle.run, "5,000 idle connections"),
    "restarts": (restarts.run, "20 restarts under load, behind haproxy and nginx"),
    "sse": (sse.run, "10,000 idle event streams"),
    "drill": (drill.run, "1,000,000 requests across tenants"),
    "jobs": (jobs.run, "100,000 jobs with 200 kills of workers"),
    "limits": (limits.run, "a tenant at 50 times its limits, and 500 log-ins at once"),
    "addresses": (addresses.run, "3,000 pairs of an address that somebody has and one that nobody has"),
    "oracle": (oracle.run, "2,000 pairs of a foreign and an unknown id"),
}
RECORD = os.path.join(ROOT, "docs", "soak.md")


class Report:
    """What was seen, said at once and kept for the record."""

    def __init__(self):
        self.lines, self.passed, self.failed = [], 0, 0

    def say(self, name, text):
        self._note(f"{name}: {text}")

    def hold(self, name, holds, text):
        self.passed += bool(holds)
        self.failed += not holds
        self._note(f"{name}: {'ok' if holds else 'FAILED'}: {text}")

    def _note(self, line):
        self.lines.append(line)
        print(f"soak: {line}", flush=True)

    def record(self, words):
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
        day = datetime.date.today().isoformat()
        with open(RECORD, "a", encoding="utf-8") as file:
            file.write(f"\n## {day}: `scripts/soak {' '.join(words)}`\n\n")
            file.write(f"Commit {commit or 'unknown'}, {os.cpu_count()} cores, Linux {platform.release()}.\n\n```\n")
            file.writelines(line + "\n" for line in self.lines)
            file.write("```\n")


def parse():
    trials = "\n".join(f"  {word:<10}{what}" for word, (_, what) in SOAKS.items())
    options = argparse.ArgumentParser(
        prog="scripts/soak", description=__doc__, epilog=f"trials:\n{trials}",
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--record", action="store_true", help="add the figures to docs/soak.md")
    options.add_argument("words", nargs="*", metavar="TRIAL", help="which to run, all when none is named")
    chosen = options.parse_args()
    for word in chosen.words:
        if word not in SOAKS:
            options.error(f"there is no trial {word}: {', '.join(SOAKS)}")
    return chosen


def main():
    chosen = parse()
    words = chosen.words or list(SOAKS)
    if subprocess.run([os.path.join(ROOT, "scripts", "build")], check=False).returncode != 0:
        sys.exit(1)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report()
    for word in words:
        try:
            with Place() as place:
                trial, _ = SOAKS[word]
                trial(place, prepare(place), report)
        except Fault as fault:
            report.hold(word, False, str(fault))
    print(f"soak: {report.passed} passed, {report.failed} failed")
    if chosen.record:
        report.record(words)
    sys.exit(1 if report.failed else 0)


main()
