"""5,000 connections that rest between two requests, and the memory they cost."""

import time

import load
from server import Server
from slow import Crowd

COUNT = 5_000
MOST_MIB = 64


def run(place, database, report):
    # The server lets them rest for longer than this looks at them.
    server = Server(place, database, idle_timeout="5m").wait()
    load.measure(place, server.port, 5)
    before = server.resident_mib()
    crowd = Crowd("idle", server.port, COUNT)
    place.ends.callback(crowd.kill)
    time.sleep(5)
    during = server.resident_mib()
    others = load.measure(place, server.port, 5)
    what = crowd.end()
    more = during - before
    report.say("idle", f"{before:.1f} MiB before, {more:.1f} MiB more for {COUNT} ({more * 1024 / COUNT:.1f} KiB each)")
    report.hold("idle", more <= MOST_MIB, f"at most {MOST_MIB} MiB more")
    report.hold("idle", what["open"] == COUNT and not what["ended by the server"], f"all of them stay: {what['open']}")
    report.hold("idle", not others.errors, f"others see no error: {others.errors or 'none'}")
    server.stop()
