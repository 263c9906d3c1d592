#!/usr/bin/env python3
"""Visits every page that shows names, reasons, labels or letters, in a house where each of them is one of sixty script
payloads, and shows that none runs and none has become markup; first, that the detector sees one that does.

    hostile.py < PLAN      port, sessions, kinds of records, as JSON

The last line, `payloads: N passed, N failed`, is for whoever counts.
"""

import concurrent.futures
import http.client
import json
import re
import sys
import time
import urllib.parse

from playwright.sync_api import sync_playwright

from payloads import ALIVE, PAYLOADS, PLACES, Watch

COOKIE = "__Host-konak-session"
ALL = set(range(1, len(PAYLOADS) + 1))
PROCESSES = 2
# What each role opens in the hostile house: once, or for every record; `{person}` and its like are the ids of the record.
LISTS = {
    "boss": (
        "/", "/people", "/people/invite", "/people/teams", "/people/teams/new", "/people/roles", "/people/roles/new",
        "/people/keys", "/people/keys/new", "/people/security", "/people/why", "/people/departures", "/account",
        "/account/security", "/account/sessions", "/account/passkeys", "/trial/records", "/none"),
    "foe": ("/", "/support", "/account", "/support/tenants/{home}"), "operator": ("/support", "/outbox", "/support/tenants/{home}"),
}
RECORDS = {
    "boss": (
        "/people/members/{person}", "/people/members/{person}/edit", "/people/members/{person}/leave", "/people/teams/{team}",
        "/people/roles/{role}", "/people/roles/{role}/edit", "/people/roles/{role}/remove", "/people/roles/new?from={role}",
        "/people/keys/{key}/rotate", "/account/passkeys/{passkey}/rename", "/trial/records/{record}/edit"),
    "foe": ("/support/tenants/{tenant}", "/support/tenants/{home}/{person}"),
    "operator": ("/support/tenants/{tenant}", "/outbox/{mail}"),
}
# Addresses that carry a payload themselves; the payloads take turns on the second ones.
ECHOES = {"boss": ("/people?q={text}", "/search?q={text}"), "stranger": ("/log-in?to={text}",)}
IN_TURN = (
    ("boss", "/people?role={text}&state={text}"), ("boss", "/people/why?person={text}&permission={text}"),
    ("boss", "/people/roles/new?from={text}"), ("boss", "/{text}"), ("boss", "/prove?to={text}"),
    ("stranger", "/invitation?k={text}"), ("stranger", "/{text}"))
# On these no word of a record stands; all others must show each payload, or nothing was tried.
SILENT = {"/", "/people/invite", "/people/roles/new", "/people/security", "/people/keys/new", "/account", "/account/security",
          "/account/passkeys", "/none", "/people/teams/new", "/support/tenants/{tenant}", "/people/why"}


class Trier:
    """One process with one browser: a page for each role, opened on address after address."""

    def __init__(self, plan, browser):
        self.plan, self.browser, self.watches = plan, browser, {}
        self.faults, self.shown, self.visits = [], {}, 0

    def watch(self, role):
        if role not in self.watches:
            context = self.browser.new_context(reduced_motion="reduce", service_workers="block", locale="tr-TR")
            context.set_default_timeout(10_000)
            if session := self.plan["foes"].get(role):
                host = self.host(role)
                context.add_cookies([{"name": COOKIE, "value": session, "url": f"https://{host}/", "secure": True}])
            self.watches[role] = Watch(context.new_page())
        return self.watches[role]

    def host(self, role):
        return {"boss": "x01.localhost", "foe": "foes.localhost", "operator": "konak.localhost",
                "stranger": "x01.localhost"}.get(role, role)

    def url(self, role, path):
        return f"http://{self.host(role)}:{self.plan['port']}{path}"

    def ids(self, index):
        kinds = self.plan["foes"]["kinds"]
        return {kind: f"01900000-0000-7000-8{number}-{index:012d}" for kind, number in kinds.items()} | {
            "home": f"01900000-0000-7000-8{kinds['tenant']}-{1:012d}"}

    def open(self, role, template, index):
        """One page, and what it shows; lists are followed to their end."""
        text = urllib.parse.quote(PAYLOADS[index - 1], safe="")
        path = template.format(text=text, **self.ids(index))
        watch, url = self.watch("stranger" if role.endswith(".localhost") else role), self.url(role, path)
        for _ in range(10):
            answer = watch.page.goto(url, wait_until="load")
            if answer and answer.status == 429:
                # Open routes are held to a pace.
                watch.page.wait_for_timeout(1_000 * int(answer.headers.get("retry-after", "1")))
                watch.page.goto(url, wait_until="load")
            self.visits += 1
            url = self.note(role, template, url, watch)
            if not url or "{" in template.replace("{home}", ""):
                return

    def note(self, role, template, url, watch):
        signs, shown, following = watch.look()
        self.shown.setdefault(template, set()).update(shown)
        for sign in signs:
            self.faults.append(f"{role} {url[:160]}: {sign}")
        if watch.page.url.split("?")[0].split("#")[0] != url.split("?")[0] and "{text}" not in template:
            self.faults.append(f"{role} {url[:160]}: went to {watch.page.url[:160]}")
        return following

    def attempt(self, name, work, *arguments):
        try:
            work(*arguments)
        except Exception as error:  # why: one page that breaks must not hide the others
            self.faults.append(f"{name}: {str(error)[:300]}")

    def flash(self, index):
        """Saved under its name, which the next page says in a toast."""
        watch = self.watch("boss")
        page, team = watch.page, self.ids(index)["team"]
        page.goto(self.url("boss", f"/people/teams/{team}"))
        page.locator("form:has(#f-name) button[type=submit]").first.click()
        page.locator("#toasts .toast").first.wait_for()
        self.note("boss", "flash {n}", page.url, watch)
        self.visits += 2

    def refused(self, index):
        """A form that is refused has what was typed again."""
        watch = self.watch("boss")
        page = watch.page
        page.goto(self.url("boss", "/people/teams/new"))
        page.locator("#f-name").fill(PAYLOADS[index - 1])
        page.locator("form:has(#f-name) button[type=submit]").first.click()
        page.locator("[role=alert], .error").first.wait_for()
        self.note("boss", "refused {n}", page.url, watch)
        self.visits += 2

    def palette(self, number):
        """The palette finds records by what they are called."""
        watch = self.watch("boss")
        page = watch.page
        page.goto(self.url("boss", "/people"))
        page.keyboard.press("Control+k")
        # What is typed before it stands open is a shortcut of the page.
        page.locator("k-palette input").wait_for()
        page.keyboard.type(number, delay=5)
        page.locator("k-palette [role=option]").first.wait_for()
        page.wait_for_timeout(400)
        self.note("boss", "palette {n}", page.url, watch)
        self.visits += 1


def steps():
    """All that is visited, in two halves of about the same length."""
    whole = [("open", role, path, 1) for role, paths in LISTS.items() for path in paths]
    for index in sorted(ALL):
        whole += [("open", role, path, index) for kind in (RECORDS, ECHOES) for role, paths in kind.items() for path in paths]
        whole += [("open", *IN_TURN[(index + turn) % len(IN_TURN)], index) for turn in (0, 3)]
        whole += [("open", f"x{index:02d}.localhost", "/log-in" if index % 2 else "/password/forgotten", index), ("flash", index)]
        whole += [("refused", index)] * (index % 3 == 0)
    whole += [("palette", text) for text in ("ran(", "script", "onload", "href", "/x")]
    return [whole[part::PROCESSES] for part in range(PROCESSES)]


def work(share):
    plan, part = share
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        trier = Trier(plan, browser)
        for kind, *arguments in part:
            trier.attempt(" ".join(map(str, (kind, *arguments))), getattr(trier, kind), *arguments)
        browser.close()
    return trier.faults, trier.shown, trier.visits


def raw(plan, playwright):
    """Each payload as a page would have it that forgot to escape, in every place: which of them the detector sees; and one
    within a page of the house, with its policy."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
    page = browser.new_context(service_workers="block").new_page()
    watch, unseen = Watch(page), []
    body = {}
    page.route("**/raw", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=body["now"]))
    base = f"http://konak.localhost:{plan['port']}"
    for text in ALIVE:
        seen = False
        for place in PLACES:
            body["now"] = "<!doctype html><meta charset=utf-8><body>" + place.replace("{}", text.replace("{n}", "7"))
            try:
                page.goto(f"{base}/raw", wait_until="commit")
                seen = bool(watch.look()[0])
            except Exception:  # why: a payload that leads away takes the page along, which is seen as well
                seen = True
            if seen:
                break
        if not seen:
            unseen.append(text)
    page.unroute("**/raw")
    watch.look()
    page.route("**/readyz", lambda route: route.fulfill(**spoiled(plan["port"])))
    page.goto(f"{base}/readyz")
    page.wait_for_timeout(200)
    signs = watch.look()[0]
    browser.close()
    return unseen, signs


def spoiled(port):
    """A page of the house with its policy, and in it a payload as it is."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    line.request("GET", "/readyz", headers={"Host": "konak.localhost", "Accept": "text/html"})
    answer = line.getresponse()
    text = answer.read().decode()
    fields = {name: value for name, value in answer.getheaders() if name.lower() in ("content-type", "content-security-policy")}
    body = re.sub("<main[^>]*>", lambda tag: tag[0] + "<img src=x onerror=ran(7)>", text, count=1)
    return {"status": 200, "headers": fields, "body": body}


def missing(shown):
    """Pages that were to show a payload and did not, in any of their records."""
    faults = []
    for template, numbers in sorted(shown.items()):
        if template in SILENT or "{text}" in template or template.startswith(("palette", "refused", "/log-in", "/password")):
            continue
        if lacking := ALL - numbers:
            faults.append(f"{template}: {len(lacking)} payloads were not shown: {sorted(lacking)[:8]}")
    return faults


def main():
    plan, began = json.load(sys.stdin), time.monotonic()
    with sync_playwright() as playwright:
        unseen, signs = raw(plan, playwright)
    faults = [f"the detector does not see {text!r}" for text in unseen]
    if not any("policy" in sign for sign in signs) or not any("handler" in sign for sign in signs):
        faults.append(f"one within a page of the house is not seen: {signs}")
    print(f"detector: {len(ALIVE) - len(unseen)} of {len(ALIVE)} seen where nothing is escaped, in {time.monotonic() - began:.0f} s;"
          f" within a page of the house: {len(signs)} signs", flush=True)
    shown, visits = {}, 0
    with concurrent.futures.ProcessPoolExecutor(PROCESSES) as pool:
        for wrong, seen, count in pool.map(work, [(plan, part) for part in steps()]):
            faults, visits = faults + wrong, visits + count
            for template, numbers in seen.items():
                shown.setdefault(template, set()).update(numbers)
    faults += missing(shown)
    for fault in faults[:200]:
        print(fault, flush=True)
    print(f"payloads: {len(PAYLOADS)} payloads, {len(shown)} kinds of pages, {visits} visits in {time.monotonic() - began:.0f} s")
    print(f"payloads: {visits - len(faults)} passed, {len(faults)} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
