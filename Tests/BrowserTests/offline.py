#!/usr/bin/env python3
# Long: one thing after another that happens to a line, each beside what must hold then.
"""What a browser can do without a connection: read what was read, keep what is sent and send it once when the line is back,
say what was refused, leave nothing to whoever comes next, and take a new deployment.

    offline.py --konak PATH [--only NAME] [--shots FOLDER]

The last line, `browser: N passed, N failed`, is for whoever counts.
"""

import argparse
import os
import re
import sys
import traceback

from playwright.sync_api import expect, sync_playwright

import house as seed
from line import Line

KEPT = "async () => { const all = []; for (const key of await caches.keys()) if (key.startsWith('pages-')) for (const { url } of await (await caches.open(key)).keys()) all.push(new URL(url).pathname + new URL(url).search); return all; }"
FILES = "async () => (await caches.keys()).filter((key) => key.startsWith('files-'))"
WAITING = """() => new Promise((done) => { const asked = indexedDB.open('konak'); asked.onupgradeneeded = () => { asked.transaction.abort(); done(0); };
  asked.onsuccess = () => { const base = asked.result; if (!base.objectStoreNames.contains('waits')) { base.close(); return done(0); }
    const count = base.transaction('waits').objectStore('waits').count(); count.onsuccess = () => { base.close(); done(count.result); }; };
  asked.onerror = () => done(0); })"""


class Reader:
    """Somebody with a browser of their own, at the end of a line."""

    def __init__(self, browser, name, port, shots=None):
        self.name, self.port, self.shots = name, port, shots
        self.context = browser.new_context(locale="tr-TR", reduced_motion="reduce", viewport={"width": 1280, "height": 800})
        self.context.set_default_timeout(10_000)
        seed.enter(self.context, name)
        self.page = self.window()

    def window(self):
        page = self.context.new_page()
        return page

    def url(self, path, name=None):
        return f"http://{seed.host(name or self.name)}:{self.port}{path}"

    def go(self, path, page=None):
        (page or self.page).goto(self.url(path), wait_until="load")

    def installed(self, path="/people"):
        """The first visit: the page, and what comes after it."""
        self.go(path)
        self.page.evaluate("async () => { await navigator.serviceWorker.ready; }")
        self.page.wait_for_function("() => navigator.serviceWorker.controller")
        self.until(lambda: path in self.kept(), "the first page is kept")

    def read(self, *paths):
        for path in paths:
            self.go(path)
            self.until(lambda path=path: path in self.kept(), f"{path} is kept")

    def kept(self):
        return self.page.evaluate(KEPT)

    def waiting(self):
        return self.page.evaluate(WAITING)

    def off(self, is_off=True):
        self.context.set_offline(is_off)

    def until(self, true, what, seconds=8):
        for _ in range(seconds * 10):
            if true():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"never: {what}")

    def shown(self, name):
        if self.shots:
            self.page.wait_for_timeout(300)
            self.page.screenshot(path=os.path.join(self.shots, f"{name}.png"))

    def found_team(self, name, page=None):
        page = page or self.page
        page.locator("#f-name").fill(name)
        page.get_by_role("button", name="Kaydet", exact=True).click()

    def close(self):
        self.context.close()


class Trials:
    def __init__(self, browser, house, line, wish):
        self.browser, self.house, self.line, self.shots, self.only = browser, house, line, wish.shots, wish.only
        self.good = self.bad = 0

    def reader(self, name="owner", port=None):
        return Reader(self.browser, name, port or self.line.port, self.shots)

    def teams(self, name):
        return int(self.house.ask(f"SELECT count(*) FROM kernel.team WHERE name = '{name}'"))

    def __call__(self, work):
        if self.only not in work.__name__:
            return
        try:
            work(self)
            self.good += 1
            print(f"ok      {work.__name__}", flush=True)
        except Exception:  # why: one that fails must not hide the others
            self.bad += 1
            print(f"FAILED  {work.__name__}\n{traceback.format_exc(limit=-3)}", flush=True)
        finally:
            for context in self.browser.contexts:
                context.close()


def what_was_read_is_read_again(trials):
    """The first visit brings the worker, its files and the page itself; without a line kept pages open, others say so."""
    reader = trials.reader()
    reader.installed()
    names = reader.page.evaluate("async () => { const [key] = (await caches.keys()).filter((key) => key.startsWith('files-')); return (await (await caches.open(key)).keys()).map(({ url }) => new URL(url).pathname); }")
    for wanted in ("/offline", "queue", "kept", "face", "inter"):
        assert any(wanted in name for name in names), (wanted, names)
    reader.read("/people/teams", f"/people/members/{seed.person('mert')}")
    reader.go("/people/security")
    reader.off()
    reader.go("/people/teams")
    expect(reader.page.get_by_role("heading", name="Ekipler")).to_be_visible()
    expect(reader.page.locator(".banner.offline")).to_contain_text("Bu sayfanın okunduğu an")
    # In its own styles and letters, and its scripts run.
    assert reader.page.evaluate("getComputedStyle(document.body).fontFamily").startswith(("Inter", '"Inter'))
    reader.page.locator(".me-button").click()
    expect(reader.page.locator(".pop:popover-open")).to_be_visible()
    reader.page.keyboard.press("Escape")
    reader.shown("offline-kept")
    reader.go(f"/people/members/{seed.person('mert')}")
    expect(reader.page.locator("h1")).to_have_text("Mert Doğan")
    # What was not kept: not marked, and never read.
    for path in ("/people/security", "/people/why", "/account"):
        reader.go(path)
        expect(reader.page.locator("h1")).to_have_text("Bağlantı yok")
    assert "/people/security" not in reader.kept()
    reader.shown("offline-page")
    reader.page.locator("k-kept").get_by_role("link", name=re.compile("Ekipler")).click()
    expect(reader.page.get_by_role("heading", name="Ekipler")).to_be_visible()
    # The line is back: the same address is fresh again.
    reader.off(False)
    reader.page.reload()
    expect(reader.page.locator(".banner.offline")).to_be_hidden()


def a_server_that_is_gone_is_a_line_that_is_gone(trials):
    reader = trials.reader(port=trials.house.port)
    reader.installed()
    reader.read("/people/teams", "/people/teams/new")
    trials.house.kill()
    try:
        reader.go("/people/teams")
        expect(reader.page.get_by_role("heading", name="Ekipler")).to_be_visible()
        # The browser thinks it has a line; the page knows better.
        expect(reader.page.locator(".banner.offline")).to_be_visible()
        reader.go("/people/keys")
        expect(reader.page.locator("h1")).to_have_text("Bağlantı yok")
        reader.go("/people/teams/new")
        reader.found_team("Gece ekibi")
        expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("1 işlem")
        assert reader.waiting() == 1
    finally:
        trials.house.start()
    reader.go("/people/teams")
    expect(reader.page.locator("#toasts")).to_contain_text("gönderildi")
    assert trials.teams("Gece ekibi") == 1 and reader.waiting() == 0


def what_is_sent_waits_and_counts_once(trials):
    reader = trials.reader()
    reader.installed()
    reader.read("/people/teams/new")
    reader.off()
    reader.page.reload()
    reader.found_team("Kuzey")
    expect(reader.page.locator("#toasts")).to_contain_text("Bağlantı gelince gönderilecek")
    expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("Kuzey")
    reader.shown("offline-waiting")
    assert reader.page.locator("#f-name").input_value() == "" and trials.teams("Kuzey") == 0
    reader.page.reload()
    expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("Kuzey")
    reader.found_team("Güney")
    expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("2 işlem")
    # A second window wakes at the same moment, and the first answer is lost on its way.
    other = reader.window()
    reader.go("/people", other)
    trials.line.changes.clear()
    trials.line.swallows = 1
    reader.off(False)
    reader.until(lambda: trials.teams("Kuzey") == 1, "it is sent")
    reader.until(lambda: any(trials.line.changes), "it is sent over the line")
    reader.page.evaluate("document.querySelector('#waits .waiting button')?.click()")
    reader.until(lambda: reader.waiting() == 0, "all of it is settled", 30)
    sent = [(path, key) for path, key, _ in trials.line.changes if path == "/people/teams/new"]
    assert len(sent) > 2 and len(set(sent)) == 2, sent
    assert trials.teams("Kuzey") == 1 and trials.teams("Güney") == 1
    expect(reader.page.locator("#waits .banner")).to_have_count(0)
    reader.go("/people/teams")
    expect(reader.page.locator("tbody")).to_contain_text("Kuzey")


def an_answer_lost_while_the_line_is_there_counts_once(trials):
    """The form was sent and saved, and nobody heard so: what goes again is the same sending."""
    reader = trials.reader()
    reader.installed("/people/teams/new")
    reader.page.reload()
    trials.line.changes.clear()
    # The browser itself tries once more on another connection.
    trials.line.swallows = 99
    reader.found_team("Doğu")
    expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("Doğu")
    trials.line.swallows = 0
    reader.page.get_by_role("button", name="Şimdi gönder").click()
    reader.until(lambda: reader.waiting() == 0, "it is sent", 30)
    assert len(trials.line.changes) > 1 and trials.teams("Doğu") == 1, trials.line.changes
    expect(reader.page.locator("#waits .banner.bad")).to_have_count(0)


def what_is_refused_is_said_and_tried_again(trials):
    reader = trials.reader()
    reader.installed("/people/teams/new")
    trials.house.ask(f"INSERT INTO kernel.team (tenant_id, id, name) VALUES ('{seed.tenant('ege')}', gen_random_uuid(), 'Batı')")
    reader.off()
    reader.page.reload()
    reader.found_team("Batı")
    expect(reader.page.locator("#waits .banner.waiting")).to_contain_text("Batı")
    reader.off(False)
    refused = reader.page.locator("#waits .banner.bad")
    expect(refused).to_contain_text("Bu adda bir ekip var")
    reader.shown("offline-refused")
    reader.go("/people")
    expect(refused).to_contain_text("Bu adda bir ekip var")
    # The name is free only once the second try has had its answer.
    answered = trials.line.answered
    refused.get_by_role("button", name="Tekrar dene").click()
    reader.until(lambda: trials.line.answered > answered, "it is tried again")
    expect(refused).to_contain_text("Bu adda bir ekip var")
    trials.house.ask("UPDATE kernel.team SET name = 'Eski batı' WHERE name = 'Batı'")
    refused.get_by_role("button", name="Tekrar dene").click()
    reader.until(lambda: reader.waiting() == 0, "it is sent")
    expect(refused).to_have_count(0)
    assert trials.teams("Batı") == 1
    # And given up where it is not wanted any more.
    reader.go("/people/teams/new")
    reader.off()
    reader.found_team("Batı")
    expect(reader.page.locator("#waits .banner.waiting")).to_have_count(1)
    reader.off(False)
    refused.get_by_role("button", name="Vazgeç").click()
    expect(reader.page.locator("#waits .banner")).to_have_count(0)
    assert reader.waiting() == 0


def who_signs_out_takes_everything_along(trials):
    reader = trials.reader("admin")
    reader.installed()
    reader.read("/people/teams", "/people/teams/new")
    reader.off()
    reader.page.reload()
    reader.found_team("Sahipsiz")
    expect(reader.page.locator("#waits .banner.waiting")).to_have_count(1)
    # The line is there again, but nothing gets through but the way out.
    reader.context.route("**/people/teams/new", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    trials.line.changes.clear()
    reader.off(False)
    reader.page.locator(".me-button").click()
    reader.page.get_by_role("menuitem", name="Oturumu kapat").click()
    expect(reader.page.locator("#sign-out")).to_contain_text("gönderilmeden silinir")
    reader.page.locator("#sign-out").get_by_role("button", name="Oturumu kapat").click()
    reader.page.wait_for_url("**/log-in*")
    reader.until(lambda: not reader.kept() and not reader.waiting(), "nothing is left")
    assert reader.page.evaluate("localStorage.length") == 0
    # The next person at this browser: neither sees nor sends anything of the first.
    seed.enter(reader.context, "reader")
    reader.go("/people")
    reader.page.wait_for_timeout(600)
    assert trials.teams("Sahipsiz") == 0 and not [one for one in trials.line.changes if one[0] == "/people/teams/new"]
    reader.until(lambda: reader.kept() == ["/people"], "only what the second reads is kept")


def one_after_another_without_a_word(trials):
    """A session ends by itself and another person comes: what was kept for the first is gone."""
    reader = trials.reader("manager")
    reader.installed()
    reader.read("/people/teams")
    seed.enter(reader.context, "member")
    reader.go("/people")
    reader.until(lambda: reader.kept() == ["/people"], "the first one's pages are gone")
    reader.off()
    reader.go("/people")
    expect(reader.page.locator(".me-button")).to_contain_text("Işık Kaya")
    reader.go("/people/teams")
    expect(reader.page.locator("h1")).to_have_text("Bağlantı yok")
    reader.off(False)
    # At the door nobody is signed in: nothing is kept.
    reader.context.clear_cookies()
    reader.go("/people")
    reader.page.wait_for_url("**/log-in*")
    reader.until(lambda: not reader.kept(), "nothing is kept at the door")


def every_host_has_its_own(trials):
    reader = trials.reader()
    reader.installed()
    seed.enter(reader.context, "lale")
    page = reader.window()
    page.goto(reader.url("/people", "lale"))
    page.wait_for_function("() => navigator.serviceWorker.controller")
    reader.until(lambda: page.evaluate(KEPT) == ["/people"], "it has pages of its own")
    page.goto(reader.url("/people/teams", "lale"))
    reader.until(lambda: "/people/teams" in page.evaluate(KEPT), "and more of them")
    assert reader.kept() == ["/people"]
    reader.off()
    page.reload()
    expect(page.locator(".side .brand")).to_contain_text("Lale")
    reader.go("/people/teams")
    expect(reader.page.locator("h1")).to_have_text("Bağlantı yok")


def a_visit_leaves_nothing(trials):
    """Anybody's page that is not theirs to keep: the door, and what is not marked."""
    reader = trials.reader()
    reader.context.clear_cookies()
    reader.go("/log-in")
    reader.page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    reader.page.wait_for_timeout(500)
    assert reader.kept() == [] and reader.page.locator("meta[name=reader]").count() == 0


def a_deployment_takes_the_place_of_the_last(trials):
    line = Line(trials.house.port)
    try:
        reader = trials.reader(port=line.port)
        reader.installed()
        reader.read("/people/teams")
        seen = [reader.page.evaluate(FILES)]
        for generation in (1, 2):
            line.generation = generation
            reader.go("/people")
            reader.page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
            reader.until(lambda: len(set(reader.page.evaluate(FILES)) - set(seen[-1])) == 1, "the new worker has its files")
            reader.until(lambda: reader.page.evaluate("async () => { const r = await navigator.serviceWorker.getRegistration(); return !r.installing && !r.waiting && r.active.state === 'activated'; }"), "it is at work")
            reader.page.wait_for_timeout(300)
            seen.append(reader.page.evaluate(FILES))
            reader.read("/people")
        assert len(seen[0]) == 1 and len(seen[1]) == 2 and len(seen[2]) == 2, seen
        assert seen[0][0] not in seen[2], "the first deployment's files are still there"
        # The page of the first deployment went with its files, that of the last opens in its own.
        assert "/people/teams" not in reader.kept() and "/people" in reader.kept()
        reader.off()
        reader.page.reload()
        expect(reader.page.locator("h1")).to_have_text("Kişiler")
        style = reader.page.locator("link[rel=stylesheet]").get_attribute("href")
        assert style in line.true_names and reader.page.evaluate("getComputedStyle(document.body).fontFamily").startswith(("Inter", '"Inter'))
    finally:
        line.close()


TRIALS = [
    what_was_read_is_read_again, what_is_sent_waits_and_counts_once, an_answer_lost_while_the_line_is_there_counts_once,
    what_is_refused_is_said_and_tried_again, who_signs_out_takes_everything_along, one_after_another_without_a_word,
    every_host_has_its_own, a_visit_leaves_nothing, a_deployment_takes_the_place_of_the_last,
    a_server_that_is_gone_is_a_line_that_is_gone]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--konak", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--shots")
    wish = parser.parse_args()
    with seed.House(wish.konak) as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**seed.BROWSER)
        line = Line(house.port)
        trials = Trials(browser, house, line, wish)
        for work in TRIALS:
            trials(work)
        browser.close()
        line.close()
    print(f"browser: {trials.good} passed, {trials.bad} failed")
    sys.exit(1 if trials.bad or not trials.good else 0)


main()
