#!/usr/bin/env python3
"""Walks pages in a browser and judges each: errors on the console, failed requests, reports of the policy, axe, sideways
scrolling, weight, and whether the keyboard alone reaches every control.

    walk.py --design FOLDER [--only NAME]          the pages that the design's test wrote
    walk.py --base URL PATH…  [--cookie NAME=VALUE]  pages of a server that runs; every host is this machine
    walk.py URL…              the same of several hosts

The last line, `browser: N passed, N failed`, is for whoever counts.
"""

import argparse
import itertools
import os
import re
import sys
import threading
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import serve

SIZES = {"desktop": (1440, 900), "phone": (360, 740)}
MOST_BYTES = 120_000
PAINT = """() => new Promise((done) => { setTimeout(() => done(0), 1000);
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }); })"""
OVERFLOW = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const box = node.getBoundingClientRect();
  if (box.width === 0 || box.right <= innerWidth + 1 && box.left >= -1) return false;
  for (let up = node.parentElement; up; up = up.parentElement)
    if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return false;
  return getComputedStyle(node).position !== 'fixed' && !node.closest('.sr, .skip');
}).slice(0, 5).map((node) => node.tagName + '.' + node.className)"""
# What can be pressed or filled, is seen, and is not reached another way: roving items of menus, tabs, grids and lists.
CONTROLS = """() => { const seen = [];
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')];
  for (const node of all) {
    const style = getComputedStyle(node);
    if (node.disabled || node.tabIndex < 0 || node.closest('[hidden], dialog:not([open]), [inert]')) continue;
    if (!node.checkVisibility({ visibilityProperty: true }) || node.type === 'hidden' || style.display === 'none') continue;
    if (node.type === 'radio' && !node.checked && document.querySelector(`[name="${CSS.escape(node.name)}"]:checked`)) continue;
    node.dataset.walk = seen.length; seen.push(node.outerHTML.slice(0, 90));
  } return seen; }"""
SMALL = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].filter((node) => {
  if (!node.checkVisibility({ visibilityProperty: true }) || node.disabled || node.closest('p, li.day, .sr, .skip, .crumbs')) return false;
  if (getComputedStyle(node, '::after').position === 'absolute') return false;
  const box = (node.closest('label') ?? node.closest('.input') ?? node).getBoundingClientRect();
  return box.width > 0 && (box.height < 24 || box.width < 24);
}).slice(0, 5).map((node) => node.outerHTML.slice(0, 90))"""


class Visit:
    """A window of one size, theme and language, and what is wrong with the page in it; it may go on to others."""

    def __init__(self, browser, url, size, scheme=None, cookies=(), language=None, most=MOST_BYTES, workers="allow"):
        width, height = SIZES[size]
        self.faults, self.bytes, self.paint, self.url, self.most, self.status = [], 0, 0, url, most, 0
        self.under_way, self.last = 0, 0.0
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, is_mobile=size == "phone", has_touch=size == "phone",
            color_scheme=scheme, locale=language, reduced_motion="reduce", ignore_https_errors=True,
            service_workers=workers)
        # Cookies of a host are for all of it, and secure.
        home = re.sub(r"^https?://([^/:]+).*", r"https://\1/", url)
        self.context.add_cookies(
            [{"name": n, "value": v, "url": home if n.startswith("__Host-") else url} for n, v in cookies])
        self.page = self.context.new_page()
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile))")
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.fault("script", str(error)))
        self.page.on("requestfailed", lambda request: self.fault("request", f"{request.url} {request.failure}"))
        for event, change in (("request", 1), ("requestfinished", -1), ("requestfailed", -1)):
            self.page.on(event, lambda _, change=change: self.moved(change))
        self.page.on("response", lambda response: response.status >= 400 and response.request.resource_type != "document" and self.fault("answer", f"{response.status} {response.url}"))
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        # Each page is weighed as if it were the first.
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.loadingFinished", lambda event: self.weigh(event["encodedDataLength"]))

    def heard(self, message):
        # That the page itself is an error page is no fault of it.
        is_own_status = message.text.startswith("Failed to load resource") and message.location.get("url") == self.url
        is_own_block = message.text == "Service Worker registration blocked by Playwright"
        if message.type in ("error", "warning") and not is_own_status and not is_own_block:
            self.fault("console", message.text)

    def fault(self, kind, text):
        self.faults.append(f"{kind}: {text[:300]}")

    def weigh(self, count):
        self.bytes += count

    def moved(self, change):
        self.under_way, self.last = self.under_way + change, time.monotonic()

    def settle(self, quiet=0.06, most=10):
        """Until nothing has been asked for or answered for a moment: what a page brings later is there as well."""
        ends = time.monotonic() + most
        while time.monotonic() < ends and (self.under_way > 0 or time.monotonic() - self.last < quiet):
            self.page.wait_for_timeout(20)

    def go(self, url):
        """Another page in the same window; what was wrong with the one before is forgotten."""
        self.settle()
        self.faults, self.bytes, self.paint, self.url, self.under_way = [], 0, 0, url, 0
        answer = self.page.goto(url)
        self.status = answer.status if answer else 0
        self.settle()

    def judge(self, axe, keyboard):
        self.go(self.url)
        self.look(axe)
        if keyboard:
            self.tab_through()
        self.context.close()
        return self.faults

    def look(self, axe):
        """Weight, paint, width, targets, and unless there is none, axe."""
        page = self.page
        if self.bytes > self.most and not serve.LIVE:
            self.fault("weight", f"{self.bytes} bytes")
        self.paint = page.evaluate(PAINT)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            self.fault("overflow", f"{wide} px: {page.evaluate(OVERFLOW)}")
        for control in page.evaluate(SMALL):
            self.fault("small target", control)
        for violation in axe.run(page).response["violations"] if axe else ():
            nodes = [node["html"][:140] for node in violation["nodes"][:3]]
            self.fault("axe", f"{violation['id']} ({len(violation['nodes'])}): {nodes}")

    def tab_through(self):
        """Tab reaches every control, and each shows where it is."""
        page = self.page
        page.evaluate("document.querySelector('dialog:modal')?.close()")
        controls = page.evaluate(CONTROLS)
        reached, unseen = set(), []
        for _ in range(len(controls) * 2 + 20):
            page.keyboard.press("Tab")
            at = page.evaluate(
                "(() => { const n = document.activeElement; if (!n || n === document.body) return null; const seen = (e) => e && getComputedStyle(e).outlineStyle !== 'none';"
                " const box = n.closest('.input, label, .drop, .deal, .lead-pick'); return [n.dataset.walk ?? null, seen(n) || seen(box) || seen(n.parentElement) || getComputedStyle(n, '::after').outlineStyle !== 'none', n.outerHTML.slice(0, 90)]; })()")
            if at is None:
                continue
            if at[0] is not None:
                if at[0] in reached and len(reached) >= len(controls):
                    break
                reached.add(at[0])
            if not at[1]:
                unseen.append(at[2])
        missed = [text for index, text in enumerate(controls) if str(index) not in reached]
        if missed:
            self.fault("keyboard", f"{len(missed)} of {len(controls)} not reached: {missed[:3]}")
        if unseen:
            self.fault("focus", f"not shown on {sorted(set(unseen))[:3]}")


def design_urls(folder, only):
    for inner in sorted(os.listdir(folder)):
        if not re.fullmatch(r"(tr|en)-(light|dark)", inner):
            continue
        for name in sorted(os.listdir(os.path.join(folder, inner))):
            if name.endswith(".html") and (not only or only in f"{inner}/{name}"):
                yield f"/{inner}/{name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--design", help="the folder that DESIGN_FOLDER named")
    parser.add_argument("--base", help="the address of a server that runs")
    parser.add_argument("--only", default="", help="only pages whose address holds this")
    parser.add_argument("--cookie", action="append", default=[], help="NAME=VALUE, sent with every request")
    parser.add_argument("--language", help="the language that the browser asks for")
    parser.add_argument("--scheme", action="append", help="only this theme")
    parser.add_argument("--most", type=int, default=MOST_BYTES, help="bytes of a first view")
    parser.add_argument("--no-keyboard", action="store_true")
    parser.add_argument("paths", nargs="*")
    wish = parser.parse_args()
    if wish.design:
        server = serve.serve(wish.design)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base, paths = f"http://127.0.0.1:{server.server_address[1]}", list(design_urls(".", wish.only))
        schemes = [None]
    else:
        base, paths, schemes = wish.base or "", wish.paths, wish.scheme or ["light", "dark"]
    cookies = [tuple(cookie.split("=", 1)) for cookie in wish.cookie]
    good = bad = heaviest = 0
    paints = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        axe = Axe()
        for path, scheme, size in itertools.product(paths, schemes, SIZES):
            visit = Visit(browser, base + path, size, scheme, cookies, wish.language, wish.most)
            try:
                faults = visit.judge(axe, keyboard=size == "desktop" and not wish.no_keyboard)
            except Exception as error:  # why: one page that breaks must not hide the others
                faults = visit.faults + [f"walk: {error}"]
            heaviest = max(heaviest, visit.bytes)
            paints.append(visit.paint)
            good, bad = good + (not faults), bad + bool(faults)
            for fault in dict.fromkeys(faults):
                print(f"{path} {wish.language or ''} {size} {scheme or ''}: {fault}", flush=True)
        browser.close()
    print(f"heaviest first view: {heaviest} bytes; largest paint: median {sorted(paints)[len(paints) // 2]:.0f} ms, last {max(paints):.0f} ms")
    print(f"browser: {good} passed, {bad} failed")
    sys.exit(1 if bad or not good else 0)


if __name__ == "__main__":
    main()
