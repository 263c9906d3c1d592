#!/usr/bin/python3
"""Walks the pages of a real server in a browser: tenants' own brands, errors, a closed site, a host nobody has, the state,
the living page and the samples; both languages, both themes, desktop and phone. Then uses every element of the design, by
pointer, keys and finger; loses the line and finds it again; and looks whether what a reader wishes for stays.

    run.py [--konak PATH]
"""

import argparse
import os
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Place, run  # noqa: E402

AGENCY, PLAN = "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000f"
# Name, hue, chroma and state of each tenant, by its host.
TENANTS = {
    "ege.localhost": ("Ege Yapı", 155, 170, "active"),
    "lale.localhost": ("Lale & Oğulları Gayrimenkul Danışmanlık", 20, 190, "trial"),
    "kapali.localhost": ("Kapalı Emlak", 300, 150, "suspended"),
}
SAMPLES = ["board", "list", "record", "form", "empty", "dashboard", "signin", "error", "closed"]
PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")


def levels():
    script = f"""
        INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi Ajans');
        INSERT INTO kernel.plan (id, key, name_tr, name_en, modules) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic', '{{}}');"""
    for number, (host, (name, hue, chroma, state)) in enumerate(TENANTS.items(), 1):
        tenant = f"01900000-0000-7000-8000-{number:012d}"
        slug = host.partition(".")[0]
        script += f"""
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
                VALUES ('{tenant}', '{AGENCY}', '{slug}', '{name}', '{state}', '{PLAN}');
            INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma)
                VALUES ('{tenant}', '{AGENCY}', '{tenant}', '{name}', {hue}, {chroma});
            INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
                VALUES ('{host}', 'app', '{AGENCY}', '{tenant}', 'verified', true, repeat('x', 52));"""
    return script


def pages(port):
    """What is walked in every language, theme and size; the samples of the design itself stand in its own walk."""
    site = "http://ege.localhost:%d" % port
    all_of_them = [site + path for path in ("/", "/none", "/readyz", "/offline", "/design/list.html")]
    hosts = ("lale.localhost", "kapali.localhost", "niemand.localhost")
    return all_of_them + ["http://%s:%d/" % (host, port) for host in hosts]


def walk(urls, *options):
    program = os.path.join(ROOT, "Tests", "BrowserTests", "walk.py")
    return subprocess.run([PYTHON, program, *options, *urls], check=False).returncode


def elements():
    """The pages that the design's own test writes, used by pointer and keyboard."""
    folder = os.path.join(ROOT, "var", "design")
    command = ["swift", "test", "--skip-build", "--filter", "DesignFilesTests"]
    written = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"DESIGN_FOLDER": folder}, stdout=subprocess.DEVNULL, check=False)
    program = os.path.join(ROOT, "Tests", "BrowserTests", "elements.py")
    return written.returncode or subprocess.run([PYTHON, program, folder], check=False).returncode


def program(name, konak):
    """Brings a server of its own."""
    path = os.path.join(ROOT, "Tests", "BrowserTests", name)
    return subprocess.run([PYTHON, path, "--konak", konak], check=False).returncode


def binary():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    chosen = parser.parse_args().konak
    if not chosen:
        run([os.path.join(ROOT, "scripts", "build")])
    return os.path.abspath(chosen or os.path.join(ROOT, ".build", "release", "konak"))


def main():
    konak = binary()
    with Place() as place:
        database = Database(place, konak, 1, 1)
        database.sql("postgres", "-c", levels())
        server = Konak(place, database, konak, environment={"KONAK_DESIGN": "on"}).wait()
        print(f"memory at start: {server.status('VmRSS') / 1024:.1f} MiB", flush=True)
        failed = [walk(pages(server.port), "--language", language) for language in ("tr", "en")]
        # The living pages show everything at once, to developers only.
        living = [f"http://ege.localhost:{server.port}/design{page}" for page in ("", "/fields.html")]
        failed.append(walk(living, "--language", "tr"))
        samples = [f"http://lale.localhost:{server.port}/design/{name}.html" for name in SAMPLES]
        failed.append(walk(samples, "--scheme", "dark", "--no-keyboard"))
        print(f"memory after the walk: {server.status('VmRSS') / 1024:.1f} MiB", flush=True)
        server.stop()
    failed.append(elements())
    failed += [program(name, konak) for name in ("offline.py", "wishes.py")]
    sys.exit(1 if any(failed) else 0)


main()
