#!/usr/bin/env python3
"""Pictures of pages: `shoot.py BASE OUT NAME=PATH@SIZE[@theme] …`, SIZE like 1440x900; quantised when Pillow's tool is there."""

import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright


def main():
    base, out, wishes = sys.argv[1], sys.argv[2], sys.argv[3:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for wish in wishes:
            name, _, rest = wish.partition("=")
            path, size, *more = rest.split("@")
            width, height = map(int, size.rstrip("+").split("x"))
            phone = width < 500
            context = browser.new_context(
                viewport={"width": width, "height": height}, has_touch=phone, is_mobile=phone, reduced_motion="reduce",
                service_workers="block")
            page = context.new_page()
            page.goto(base + path)
            page.wait_for_load_state("networkidle")
            for step in more:
                act(page, step)
            page.wait_for_timeout(350)
            file = f"{out}/{name}.png"
            page.screenshot(path=file, full_page=size.endswith("+"))
            if shutil.which("pngquant"):
                subprocess.run(["pngquant", "--force", "--skip-if-larger", "--quality=60-92", "--output", file, file], check=False)
            context.close()
        browser.close()


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


main()
