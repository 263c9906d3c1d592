#!/usr/bin/env python3
"""When a browser that knows nothing yet has painted the largest part of a page, and of one that is a line of plain text:
`paint.py URL PLAIN SESSION`. The last line, `largest paint: MS MS`, gives the medians of visits in turn."""

import re
import statistics
import sys

from playwright.sync_api import sync_playwright

VISITS = 9
PAINT = """() => new Promise((done) => { setTimeout(() => done(0), 3000);
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }); })"""


def visit(browser, url, session):
    context = browser.new_context(locale="tr-TR", viewport={"width": 1440, "height": 900}, service_workers="block")
    # The browser takes such a cookie for names of this machine only when it is set as if over TLS.
    home = re.sub(r"^https?://([^/:]+).*", r"https://\1/", url)
    context.add_cookies([{"name": "__Host-konak-session", "value": session, "url": home, "secure": True}])
    page = context.new_page()
    page.goto(url, wait_until="load")
    if "/log-in" in page.url:
        sys.exit("the session is not known")
    page.wait_for_timeout(300)
    paint = page.evaluate(PAINT)
    context.close()
    return paint


def main():
    url, plain, session = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        # The first starts parts of the browser itself.
        visits = [(visit(browser, url, session), visit(browser, plain, session)) for _ in range(VISITS + 1)][1:]
        browser.close()
    paints = [statistics.median(paints) for paints in zip(*visits)]
    if min(paints) <= 0:
        sys.exit("nothing was painted")
    print("largest paint: " + " ".join(f"{paint:.1f}" for paint in paints))


main()
