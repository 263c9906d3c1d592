"""`make soak`: each word is a soak test of its own, no word means all. With --record the figures go to docs/soak.md."""

import argparse
import datetime
import os
import platform
import resource
import subprocess
import sys

import idle
import oracle
import restarts
import slow
import sse
from server import BINARY, ROOT, Fault, Place, prepare

SOAKS = {"slow": slow.run, "idle": idle.run, "restarts": restarts.run, "sse": sse.run, "oracle": oracle.run}
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


def main():
    options = argparse.ArgumentParser(prog="scripts/soak", description=__doc__)
    options.add_argument("--record", action="store_true", help="add the figures to docs/soak.md")
    options.add_argument("words", nargs="*", choices=[*SOAKS, []], help="which to run")
    chosen = options.parse_args()
    words = chosen.words or list(SOAKS)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report()
    for word in words:
        try:
            if not os.access(BINARY, os.X_OK):
                raise Fault(f"{BINARY} is not there: run scripts/build")
            with Place() as place:
                SOAKS[word](place, prepare(place), report)
        except Fault as fault:
            report.hold(word, False, str(fault))
    print(f"soak: {report.passed} passed, {report.failed} failed")
    if chosen.record:
        report.record(words)
    sys.exit(1 if report.failed else 0)


main()
