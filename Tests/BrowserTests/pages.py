#!/usr/bin/env python3
"""Walks every page that a house has registered, once for each role: shown and without fault, or properly refused. Themes,
languages and sizes in pairs: every page is seen in four looks that hold each pair of them.

    pages.py < PLAN      port, routes, roles, ids of records, tokens of links, as JSON

A page that no role can open is a fault. The last line, `pages: N passed, N failed`, is for whoever counts.
"""

import collections
import concurrent.futures
import http.client
import json
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from walk import Visit

COOKIE = "__Host-konak-session"
# Each pair of a theme, a language and a size is in one of them.
LOOKS = (("light", "tr", "desktop"), ("dark", "en", "desktop"), ("dark", "tr", "phone"), ("light", "en", "phone"))
PROCESSES = 2
# What answers with a text but is no page of the house.
# The make of a page without its words: what axe has judged in a look is not judged there again.
MAKE = """() => [...document.querySelectorAll("*")].map((node) =>
  node.localName + "." + node.className + [...node.attributes].map((one) => one.name).join()).join()"""
NO_PAGES = {"/outbox/:mail/page": "a letter, which the page of the letter shows in a frame of its own"}


class Role:
    """Somebody who asks, at one host."""

    def __init__(self, name, surface, host, session=None, only=None):
        self.name, self.surface, self.host, self.session, self.only = name, surface, host, session, only

    @property
    def cookies(self):
        return [(COOKIE, self.session)] if self.session else []


class Route:
    def __init__(self, path, surfaces):
        self.path, self.surfaces = path, surfaces


class Asker:
    """Asks as a browser would, without being one: how each route answers each role."""

    def __init__(self, plan):
        self.plan = plan
        self.line = http.client.HTTPConnection("127.0.0.1", plan["port"], timeout=20)

    def address(self, route, role):
        ids = self.plan["ids"] | {"passkey": self.plan["passkeys"].get(role.name, "none")}
        parts = [ids.get(part[1:], "none") if part.startswith(":") else part for part in route.path.split("/")]
        link = self.plan["links"].get(route.path)
        more = self.plan["queries"].get(route.path)
        return "/".join(parts) + (f"?k={link}" if link else f"?{more}" if more else "")

    def answer(self, path, fields):
        """Open routes are held to a pace: who comes too soon comes again."""
        for _ in range(5):
            self.line.request("GET", path, headers=fields)
            answer = self.line.getresponse()
            answer.read()
            if answer.status != 429:
                break
            time.sleep(int(answer.getheader("retry-after", "1")))
        return answer

    def __call__(self, route, role):
        """`page`, `content`, `way`, `refused` or what is wrong, and the status."""
        fields = {"Host": role.host, "Accept": "text/html", "Accept-Language": "tr"}
        if role.session:
            fields["Cookie"] = f"{COOKIE}={role.session}"
        answer = self.answer(self.address(route, role), fields)
        kind, to = answer.getheader("content-type", ""), answer.getheader("location", "")
        if answer.status in (200, 204):
            is_page = kind.startswith("text/html") and route.path not in NO_PAGES
            return "page" if is_page else "content"
        if answer.status in (302, 303):
            return "refused" if to.startswith(("/log-in", "/prove")) else "way"
        return "refused" if answer.status in (401, 403, 404) else f"status {answer.status}"


def survey(plan, routes, roles):
    """How every route answers every role that could ask for it at its host."""
    ask, answers = Asker(plan), {}
    for route in routes:
        for role in roles:
            if role.surface in route.surfaces and (not role.only or route.path.startswith(role.only)):
                answers[route.path, role.surface, role.name] = (route, role, ask(route, role))
    return answers


def closed(answers, surfaces):
    """Routes that stand on a surface and open to nobody at all."""
    opened = {path for (path, _, _), (_, _, outcome) in answers.items() if outcome in ("page", "content", "way")}
    return sorted({path for path, _, _ in answers} - opened)


def visits(answers):
    """What is seen in which look: every page by every role, and each page in all looks; refusals in turn."""
    plan, turn = [], 0
    by_page = collections.defaultdict(list)
    for (path, surface, _), (route, role, outcome) in sorted(answers.items(), key=lambda item: item[0]):
        if path not in NO_PAGES and not path.startswith("/api/") and outcome in ("page", "refused"):
            by_page[path, outcome].append((route, role, outcome))
    for (_, outcome), askers in sorted(by_page.items()):
        turn += 1
        count = max(len(askers), len(LOOKS)) if outcome == "page" else len(askers)
        for step in range(count):
            route, role, _ = askers[step % len(askers)]
            # By the keyboard once, where there are keys.
            plan.append((LOOKS[(turn + step) % len(LOOKS)], route, role, outcome))
    return plan


class Walker:
    """One process with one browser: a window for each role and look, used page after page."""

    def __init__(self, plan, browser):
        self.ask, self.browser, self.axe, self.plan = Asker(plan), browser, Axe(), plan
        self.windows, self.faults, self.judged = {}, [], set()
        self.heaviest, self.paints = 0, []

    def window(self, role, look):
        scheme, language, size = look
        key = (role.name, role.host, look)
        if key not in self.windows:
            home = f"http://{role.host}:{self.plan['port']}/"
            cookies = role.cookies + [("__Host-konak-language", language)]
            self.windows[key] = Visit(self.browser, home, size, scheme, cookies, language, workers="block")
        return self.windows[key]

    def walk(self, look, route, role, outcome, by_keyboard):
        visit = self.window(role, look)
        try:
            visit.go(f"http://{role.host}:{self.plan['port']}{self.ask.address(route, role)}")
            self.judge(visit, look, role, outcome, by_keyboard)
        except Exception as error:  # why: one page that breaks must not hide the others
            visit.faults.append(f"walk: {str(error)[:300]}")
        self.heaviest = max(self.heaviest, visit.bytes)
        if self.plan.get("shots"):
            name = "-".join([route.path.strip("/").replace("/", "-").replace(":", "") or "start", role.name, *look])
            visit.page.screenshot(path=f"{self.plan['shots']}/{name}.png", full_page=True)
        for fault in dict.fromkeys(visit.faults):
            self.faults.append(f"{route.path} {role.name}@{role.surface} {' '.join(look)}: {fault}")
        return not visit.faults

    def judge(self, visit, look, role, outcome, by_keyboard):
        make = (look, hash(visit.page.evaluate(MAKE)))
        visit.look(None if make in self.judged else self.axe)
        self.judged.add(make)
        if outcome == "page":
            self.paints.append(visit.paint)
            if visit.status != 200:
                visit.fault("status", str(visit.status))
            if by_keyboard:
                visit.tab_through()
            return
        self.in_frame(visit, role)

    def in_frame(self, visit, role):
        """Who is signed in keeps their menu; everybody else gets a page that leads on."""
        page = visit.page
        if visit.status == 200:
            if "/log-in" not in page.url and "/prove" not in page.url:
                visit.fault("refusal", f"leads to {page.url}")
        elif page.locator(".errorpage h1").count() != 1:
            visit.fault("refusal", f"{visit.status} without words")
        elif role.session and not role.only and page.locator(".shell .side").count() != 1:
            visit.fault("refusal", f"{visit.status} outside the frame")


def work(share):
    """One share of the visits, in a process of its own."""
    plan, steps = share
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        walker = Walker(plan, browser)
        good = sum(walker.walk(*step) for step in steps)
        browser.close()
    return good, len(steps) - good, walker.faults, walker.heaviest, walker.paints


def shares(plan, steps):
    """Roles stay together, as each has windows of their own; a page is gone through by Tab once, on a desktop."""
    tabbed, by_role = set(), collections.defaultdict(list)
    for look, route, role, outcome in steps:
        by_keyboard = outcome == "page" and look[2] == "desktop" and route.path not in tabbed
        if by_keyboard:
            tabbed.add(route.path)
        by_role[role.name, role.surface].append((look, route, role, outcome, by_keyboard))
    parts = [[] for _ in range(PROCESSES)]
    for group in sorted(by_role.values(), key=len, reverse=True):
        min(parts, key=len).extend(group)
    return [(plan, part) for part in parts]


def roles_of(plan):
    strangers = [Role("stranger", surface, host) for surface, host in plan["hosts"].items()]
    surfaces = {host: surface for surface, host in plan["hosts"].items()}
    return strangers + [
        Role(name, surfaces.get(known["host"], "app"), known["host"], known["session"], known.get("only"))
        for name, known in plan["roles"].items()]


def table(answers):
    """How many pages each role was shown, and how many refused it."""
    counts = collections.defaultdict(collections.Counter)
    for (path, surface, name), (_, _, outcome) in answers.items():
        if not path.startswith("/api/"):
            counts[f"{name}@{surface}"][outcome] += 1
    return [f"  {name:<22} {dict(sorted(count.items()))}" for name, count in sorted(counts.items())]


def main():
    plan, began = json.load(sys.stdin), time.monotonic()
    routes = [Route(route["path"], route["surfaces"]) for route in plan["routes"]]
    routes = [route for route in routes if route.path.startswith(plan.get("below", ""))]
    roles = roles_of(plan)
    answers = survey(plan, routes, roles)
    print("\n".join(table(answers)))
    wrong = [f"{path} {name}@{surface}: {outcome}" for (path, surface, name), (_, _, outcome) in answers.items()
             if outcome.startswith("status")]
    wrong += [f"{path}: opens to no role" for path in closed(answers, plan["hosts"])]
    steps = visits(answers)
    pages = {route.path for _, route, _, outcome in steps if outcome == "page"}
    pairs = {(route.path, role.name, role.surface) for _, route, role, _ in steps}
    print(f"survey: {len(routes)} routes, {len(answers)} answers in {time.monotonic() - began:.1f} s", flush=True)
    good, bad, heaviest, paints = len(answers) - len(wrong), len(wrong), 0, []
    with concurrent.futures.ProcessPoolExecutor(PROCESSES) as pool:
        for fine, faulty, faults, weight, drawn in pool.map(work, shares(plan, steps)):
            good, bad, heaviest = good + fine, bad + faulty, max(heaviest, weight)
            wrong, paints = wrong + faults, paints + drawn
    for line in sorted(wrong):
        print(line, flush=True)
    print(f"walk: {len(pages)} pages, {len(roles)} roles, {len(pairs)} pages × roles, {len(steps)} visits"
          f" in {time.monotonic() - began:.0f} s")
    print(f"heaviest first view: {heaviest} bytes; largest paint: median {sorted(paints)[len(paints) // 2]:.0f} ms, last {max(paints):.0f} ms")
    print(f"pages: {good} passed, {bad} failed")
    sys.exit(1 if bad or not good else 0)


if __name__ == "__main__":
    main()
