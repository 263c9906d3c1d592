#!/usr/bin/python3
"""The doors of a real server, in a browser with an authenticator: from the invitation to the log-in without a password, in
both languages and by the keyboard alone; letters from the outbox; moving between tenants; then every page is walked.

    run.py [--konak PATH] [--shots FOLDER] [--no-guesses]
"""

import argparse
import json
import os
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "bench"))

from database import Database  # noqa: E402
from konak import Konak  # noqa: E402
from place import Place, plain_environment, run  # noqa: E402

AGENCY, PLAN = "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000f"
TENANTS = {"ege": ("Ege Yapı", 155, 170), "lale": ("Lale Danışmanlık", 20, 190), "kale": ("Kale Sigorta", 262, 190),
           "yeni": ("Yeni Mimarlık", 60, 160)}
PYTHON = os.path.join(ROOT, "var", "python", "bin", "python")


def levels():
    script = f"""
        INSERT INTO kernel.agency (id, slug, name) VALUES ('{AGENCY}', 'mavi', 'Mavi Ajans');
        INSERT INTO kernel.plan (id, key, name_tr, name_en, modules) VALUES ('{PLAN}', 'temel', 'Temel', 'Basic', '{{}}');
        INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
            VALUES ('mavi.localhost', 'agency', '{AGENCY}', NULL, 'verified', true, repeat('x', 52));"""
    for number, (slug, (name, hue, chroma)) in enumerate(TENANTS.items(), 1):
        tenant = f"01900000-0000-7000-8000-{number:012d}"
        script += f"""
            INSERT INTO kernel.tenant (id, agency_id, slug, name, state, plan_id)
                VALUES ('{tenant}', '{AGENCY}', '{slug}', '{name}', 'active', '{PLAN}');
            INSERT INTO kernel.brand (id, agency_id, tenant_id, name, hue, chroma)
                VALUES ('{tenant}', '{AGENCY}', '{tenant}', '{name}', {hue}, {chroma});
            INSERT INTO kernel.domain (host, surface, agency_id, tenant_id, state, is_primary, challenge)
                VALUES ('{slug}.localhost', 'app', '{AGENCY}', '{tenant}', 'verified', true, repeat('x', 52));"""
    # In one house everybody must show a second factor, and has no time left to set one up; in another there are days.
    return script + """
        INSERT INTO security.tenant_policy (tenant_id, second_factor)
            SELECT id, 'required' FROM kernel.tenant WHERE slug = 'kale';
        INSERT INTO security.tenant_policy (tenant_id, second_factor, grace_ends_at)
            SELECT id, 'required', now() + interval '5 days' FROM kernel.tenant WHERE slug = 'yeni';"""


class Doors:
    """A server with its database, and the command that asks people in."""

    def __init__(self, place, konak):
        self.konak = konak
        self.database = Database(place, konak, 1, 1)
        self.database.sql("postgres", "-c", levels())
        self.server = Konak(place, self.database, konak)
        self.environment = plain_environment() | self.database.environment | {
            "KONAK_LISTEN": f"127.0.0.1:{self.server.port}", "KONAK_VAR": place.path("var")}
        self.server.wait()

    def invite(self, address, name, to, role="owner", language="tr"):
        command = [self.konak, "person", "invite", address, "--name", name, "--to", to, "--role", role]
        answer = run([*command, "--language", language, "--json"], environment=self.environment)
        return json.loads(answer).get("link")


def guesses():
    """Ten thousand guesses at one account, under the clock of a test."""
    command = ["swift", "test", "--skip-build", "--filter", "LogInTests"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"KONAK_GUESSES": "10000"}, check=False).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", help="the binary; without it the tree is built first")
    parser.add_argument("--shots", help="where pictures of the pages go")
    parser.add_argument("--no-guesses", action="store_true", help="leaves the ten thousand guesses out")
    wish = parser.parse_args()
    if not wish.konak:
        run([os.path.join(ROOT, "scripts", "build")])
    konak = os.path.abspath(wish.konak or os.path.join(ROOT, ".build", "release", "konak"))
    with Place() as place:
        doors = Doors(place, konak)
        # Of two invitations of somebody the later counts.
        doors.invite("ayse@ege.example", "Ayşe", "mavi/lale", "member")
        guests = {
            "tr": doors.invite("ayse@ege.example", "Ayşe", "mavi/ege"),
            "en": doors.invite("john@ege.example", "John", "mavi/ege", "member", "en"),
            "bare": doors.invite("can@ege.example", "Can", "mavi/ege", "member"),
            "strict": doors.invite("eda@kale.example", "Eda", "mavi/kale"),
            "grace": doors.invite("su@yeni.example", "Su", "mavi/yeni"),
            "agency": doors.invite("mert@mavi.example", "Mert Doğan", "mavi"),
            "operator": doors.invite("ece@konak.example", "Ece", "operator"),
        }
        command = [PYTHON, os.path.join(ROOT, "Tests", "BrowserTests", "doors.py"), "--port", str(doors.server.port)]
        if wish.shots:
            command += ["--shots", os.path.abspath(wish.shots)]
        status = subprocess.run(command, input=json.dumps(guests), text=True, check=False).returncode
        doors.server.stop()
    sys.exit(status or (0 if wish.no_guesses else guesses()))


main()
