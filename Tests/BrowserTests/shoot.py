#!/usr/bin/env python3
"""Pictures of pages, quantised when pngquant is there.

    shoot.py BASE OUT NAME=PATH@SIZE[@step] …      of a server that runs; SIZE like 1440x900, with + the whole page
    shoot.py --house KONAK [--out FOLDER] [--only NAME]   the pages on people and doors, of a server with people in it
"""

import argparse
import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

import house as seed

DESK, PHONE, LONG = "1440x900", "390x844", "1440x900+"
MERT, SUKRU = seed.person("mert"), seed.person("sukru")
EXPLAINED = f"/people/why?person={seed.person('reader')}&permission=people.key.manage"
# Name, whose eyes, path, size, theme, and what is done before.
SCREENS = [
    ("login-light", None, "/log-in", DESK, "light"), ("login-dark-phone", None, "/log-in", PHONE, "dark"),
    ("login-wrong-light", None, "/log-in", DESK, "light", "type:kim@ege.example", "press:Tab", "type:yanlış parola", "press:Enter", "wait:1200"),
    ("app-setup-light", "owner", "/account/app", DESK, "light", "click:main button.primary", "wait:600"),
    ("app-setup-phone", "owner", "/account/app", PHONE, "dark"),
    ("account-light", "owner", "/account", DESK, "light"), ("account-dark-phone", "owner", "/account", PHONE, "dark"),
    ("security-dark", "owner", "/account/security", DESK, "dark"), ("sessions-phone", "owner", "/account/sessions", PHONE, "light"),
    ("people-light", "owner", "/people", DESK, "light"), ("people-dark", "owner", "/people", DESK, "dark"),
    ("people-phone", "owner", "/people", PHONE, "light"),
    ("member-light", "owner", f"/people/members/{MERT}", DESK, "light"),
    ("member-dark-phone", "owner", f"/people/members/{SUKRU}", PHONE, "dark"),
    ("teams-light", "owner", "/people/teams", DESK, "light"),
    ("roles-light", "owner", "/people/roles", DESK, "light"), ("roles-phone", "owner", "/people/roles", PHONE, "light"),
    ("role-light", "owner", "/people/roles/new?from=member", DESK, "light"),
    ("role-dark-phone", "owner", "/people/roles/new?from=member", PHONE, "dark"),
    ("why-light", "owner", EXPLAINED, DESK, "light"), ("why-dark-phone", "owner", EXPLAINED, PHONE, "dark"),
    ("keys-empty-light", "owner", "/people/keys", DESK, "light"),
    ("key-new-light", "owner", "/people/keys/new", DESK, "light"),
    ("policy-light", "owner", "/people/security", DESK, "light"), ("policy-dark-phone", "owner", "/people/security", PHONE, "dark"),
    ("support-light", "chief", f"/support/tenants/{seed.tenant('ege')}/{MERT}", DESK, "light"),
    ("support-people-dark", "chief", f"/support/tenants/{seed.tenant('ege')}", DESK, "dark"),
    ("menu-light", "owner", "/people", DESK, "light", "click:.me-button", "wait:300"),
    ("zone-phone", "owner", "/people", PHONE, "light", "click:.bottombar button", "wait:400"),
    ("long-names-phone", "lale", "/people", PHONE, "light"),
]


class Studio:
    def __init__(self, browser, base, out):
        self.browser, self.base, self.out = browser, base, out

    def shoot(self, name, path, size, steps, theme=None, who=None):
        width, height = map(int, size.rstrip("+").split("x"))
        phone = width < 500
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, has_touch=phone, is_mobile=phone, reduced_motion="reduce",
            service_workers="block", color_scheme=theme, locale="tr-TR")
        if who:
            seed.enter(context, who)
        page = context.new_page()
        page.goto(self.base + path)
        page.wait_for_load_state("networkidle")
        for step in steps:
            act(page, step)
        page.wait_for_timeout(350)
        file = os.path.join(self.out, f"{name}.png")
        page.screenshot(path=file, full_page=size.endswith("+"))
        if shutil.which("pngquant"):
            command = ["pngquant", "--force", "--skip-if-larger", "--strip", "--quality=60-92", "--output", file, file]
            subprocess.run(command, check=False)
        context.close()


def act(page, step):
    """`click:SELECTOR`, `press:KEYS`, `type:TEXT`, `wait:MS`, `scroll:SELECTOR`, `y:PIXELS`."""
    kind, _, rest = step.partition(":")
    if kind == "click":
        page.locator(rest).first.click()
    elif kind == "press":
        page.keyboard.press(rest)
    elif kind == "type":
        page.keyboard.type(rest)
    elif kind == "wait":
        page.wait_for_timeout(int(rest))
    elif kind == "y":
        page.evaluate(f"scrollTo(0, {int(rest)})")
    elif kind == "scroll":
        page.locator(rest).first.scroll_into_view_if_needed()


def shoot_house(browser, konak, out, only):
    with seed.House(konak, with_teams=True) as house:
        for name, who, path, size, theme, *steps in SCREENS:
            if only in name:
                host = seed.host(who or "owner")
                Studio(browser, f"http://{host}:{house.port}", out).shoot(name, path, size, steps, theme, who)
                print(name, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--house", help="the binary of a server")
    parser.add_argument("--out", default=os.path.join(seed.ROOT, "docs", "screens"))
    parser.add_argument("--only", default="")
    parser.add_argument("wishes", nargs="*")
    wish = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**seed.BROWSER)
        if wish.house:
            shoot_house(browser, wish.house, wish.out, wish.only)
        elif len(wish.wishes) < 3:
            parser.print_usage()
            sys.exit(64)
        else:
            studio = Studio(browser, wish.wishes[0], wish.wishes[1])
            for text in wish.wishes[2:]:
                name, _, rest = text.partition("=")
                path, size, *steps = rest.split("@")
                studio.shoot(name, path, size, steps)
        browser.close()


main()
