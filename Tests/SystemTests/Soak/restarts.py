"""20 restarts by SIGTERM under load, seen from behind a proxy: two servers renewed in turn, and one alone."""

import signal
import time

import proxies
from load import Load
from server import Fault, Server, said

RESTARTS = 20
PAUSE = 0.5
STOP_SECONDS = 30
# name, servers, proxy
VARIANTS = (("two behind haproxy", 2, proxies.haproxy), ("two behind nginx", 2, proxies.nginx),
            ("one behind haproxy", 1, proxies.haproxy))


def run(place, database, report):
    for number, (name, count, proxy) in enumerate(VARIANTS):
        servers = [Server(place, database, f"konak-{number}-{which}").wait() for which in range(count)]
        port = proxy(place, [server.port for server in servers])
        renew(place, database, report, name, servers, port)


def renew(place, database, report, name, servers, port):
    # Longer than the restarts can take; it is ended with them by asking wrk for its figures at its own end.
    gap = PAUSE + 3
    load = Load(place, port, int(RESTARTS * gap) + 10)
    place.ends.callback(load.end)
    time.sleep(1)
    began, stops = time.monotonic(), []
    for turn in range(RESTARTS):
        which = turn % len(servers)
        stops.append(end(servers[which]))
        servers[which] = Server(place, database, servers[which].name, servers[which].port).wait()
        time.sleep(PAUSE)
    took = time.monotonic() - began
    result = load.result()
    report.say(name, f"{RESTARTS} restarts in {took:.0f} s, a stop took {min(stops):.1f} to {max(stops):.1f} s; "
                     f"{result.requests} requests, longest {result.longest:.0f} ms")
    report.hold(name, took < load.seconds, "the load lasted as long as the restarts")
    report.hold(name, not result.errors, f"no 5xx, no reset: {result.errors or 'none'}")
    for server in servers:
        server.stop()


def end(server):
    """Seconds to the end of the process, which must be a clean one."""
    began = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    status = server.process.wait(STOP_SECONDS)
    if status != 0:
        raise Fault(f"{server.name} ended with status {status} on SIGTERM:{said(server)}")
    return time.monotonic() - began
