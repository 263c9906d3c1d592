#!/usr/bin/python3
"""Proves the edge with the real parts: deploy/Caddyfile in Caddy, an authority of certificates (Pebble), its name server, and
Konak. Proven domains get their certificate, a thousand other names cause no order, and proven domains are still served while
Konak is away, after a restart of Caddy too.

    run.py [--konak PATH] [--caddy PATH]
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile
import time

from place import ROOT, Edge, Failure

UNKNOWN = 1_000
OWNER = "ajans/firma"
PROVEN = ["crm.musteri-bir.test", "www.musteri-iki.test", "xn--mteri-uc-65a.test"]


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    parser.add_argument("--caddy", default=os.path.join(ROOT, "var/python/bin/caddy"))
    chosen = parser.parse_args()
    if not chosen.konak:
        chosen.konak = os.path.join(ROOT, ".build/release/konak")
        subprocess.run([os.path.join(ROOT, "scripts/build")], check=True)
    return chosen


class Count:
    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, condition, what):
        self.passed, self.failed = self.passed + bool(condition), self.failed + (not condition)
        print(f"edge: {what}: {'ok' if condition else 'FAILED'}", flush=True)


def unknown_names():
    """Names that nobody proved: of strangers, beside and below proven ones, wildcards, ones that differ by a letter."""
    names = [f"kunde-{number}.stranger.test" for number in range(UNKNOWN // 2)]
    names += [f"a{number}.{host}" for number in range(UNKNOWN // 10) for host in PROVEN]
    names += [f"{host[:-5]}{number}.test" for number in range(50) for host in PROVEN]
    names += ["*.musteri-bir.test", "crm.musteri-bir.test.stranger.test", "musteri-bir.test", "localhost.test"]
    return names + [f"x{number}.example" for number in range(max(0, UNKNOWN - len(names)))]


def refused(edge, names):
    """How many of the names got no handshake."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return sum(pool.map(lambda name: edge.handshake(name) is None, names))


def proofs(edge, count):
    """Domains are had and proven by the command line, through real questions to a real name server."""
    for host in PROVEN + ["bekleyen.musteri.test", "kapali.musteri.test"]:
        owner = "ajans/kapali" if host.startswith("kapali") else OWNER
        added = edge.konak("domain", "add", host, "--for", owner)["domain"]
        count.expect(added["state"] == "pending", f"{host} waits to be proven")
        if host.startswith("bekleyen"):
            continue
        missing = edge.konak("domain", "verify", host, code=1)
        count.expect(missing["domain"]["state"] == "failed", f"{host} is not believed without its record")
        edge.say_text(added["record"], added["challenge"])
        count.expect(edge.konak("domain", "verify", host)["domain"]["state"] == "verified", f"{host} is proven")
    edge.sql("UPDATE kernel.tenant SET state = 'suspended' WHERE slug = 'kapali'")
    count.expect(edge.comes(lambda: edge.asked("kapali.musteri.test") == 404), "a suspended tenant's domain has no certificate")
    count.expect(edge.comes(lambda: edge.asked(PROVEN[0]) == 200), "a proven one may have one")


def certificates(edge, count):
    began = time.monotonic()
    for host in PROVEN:
        shown = edge.handshake(host, patience=15)
        count.expect(shown == [host], f"{host} gets its certificate ({shown})")
    print(f"edge: {(time.monotonic() - began) / len(PROVEN):.2f} s a certificate")
    count.expect(edge.get(PROVEN[0], "/healthz") == 200, "requests reach Konak through it")
    orders = edge.orders()
    count.expect(orders == len(PROVEN), f"one order each ({orders})")


def strangers(edge, count):
    names = unknown_names()
    began = time.monotonic()
    without = refused(edge, names + ["bekleyen.musteri.test", "kapali.musteri.test"])
    took = time.monotonic() - began
    count.expect(without == len(names) + 2, f"{len(names)} unknown names get nothing ({without}, {took:.1f} s)")
    count.expect(edge.orders() == len(PROVEN), f"and cause no order ({edge.orders()})")


def away(edge, count, how):
    """Konak cannot answer; what is proven is served on, and nothing else is."""
    for host in PROVEN:
        count.expect(edge.handshake(host) == [host], f"{how}: {host} is served")
    edge.restart_caddy()
    for host in PROVEN:
        count.expect(edge.handshake(host, patience=15) == [host], f"{how}, Caddy restarted: {host} is served")
    few = ["bekleyen.musteri.test", "kapali.musteri.test", "*.musteri-bir.test", *unknown_names()[::100]]
    count.expect(refused(edge, few) == len(few), f"{how}: unknown names get nothing")
    count.expect(edge.asked_by_proxy("") == 404 and edge.asked_by_proxy("../tls-hosts") == 404, f"{how}: odd questions are no")
    count.expect(edge.orders() == len(PROVEN), f"{how}: no order ({edge.orders()})")


def control(edge, count):
    """Konak is down and there is no list: were proven domains served even so, the tests above would prove nothing."""
    edge.restart_caddy(hosts="nothing-here")
    count.expect(refused(edge, PROVEN) == len(PROVEN), "without the list nothing is served while Konak is down")


def local(edge, count):
    """What `make edge` starts: the operator's host and those that were given, by an authority of this machine."""
    edge.konak("domain", "add", "firma.localhost", "--for", OWNER)
    count.expect(edge.comes(lambda: edge.asked("firma.localhost") == 200), "a host of the house needs no proof")
    edge.restart_caddy(file="Caddyfile.local")
    for host in ("konak.localhost", "firma.localhost"):
        count.expect(edge.handshake(host, patience=15) == [host], f"{host} is served on a developer's machine")
    count.expect(edge.handshake("nobody.localhost") is None, "and nobody.localhost is not")


def main():
    chosen = options()
    folder, count = tempfile.mkdtemp(prefix="konak-edge-"), Count()
    began = time.monotonic()
    try:
        with Edge(folder, os.path.abspath(chosen.konak), os.path.abspath(chosen.caddy)) as edge:
            proofs(edge, count)
            certificates(edge, count)
            strangers(edge, count)
            edge.freeze_konak()
            away(edge, count, "Konak hangs")
            edge.kill_konak()
            away(edge, count, "Konak is down")
            control(edge, count)
            edge.start_konak()
            edge.restart_caddy()
            edge.konak("domain", "remove", PROVEN[2])
            count.expect(edge.comes(lambda: edge.asked_by_proxy(PROVEN[2]) == 404), "a domain given up is refused")
            struck = edge.comes(lambda: PROVEN[2] not in edge.written_hosts())
            count.expect(struck, "and struck from the list")
            local(edge, count)
    except Failure as failure:
        count.expect(False, str(failure))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"edge: {time.monotonic() - began:.1f} s")
    print(f"edge: {count.passed} passed, {count.failed} failed")
    sys.exit(1 if count.failed else 0)


main()
