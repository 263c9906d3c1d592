#!/usr/bin/env python3
"""Uses the pages on people of a server that runs, as an owner does: every control, and what has become of it after loading
anew; one whole way by the keyboard alone; support from the agency's console; then every page walked in both languages.

    people.py --port PORT [--shots FOLDER] < KNOWN      sessions and numbers of people, as JSON

The last line, `browser: N passed, N failed`, is for whoever counts.
"""
# Long: one way through all the pages of a part, each step beside what it must leave behind.

import argparse
import json
import os
import re
import subprocess
import sys
import traceback

from playwright.sync_api import expect, sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
COOKIE = "__Host-konak-session"


class Desk:
    """Somebody at work in a browser of their own."""

    def __init__(self, browser, port, session, host, shots, language="tr-TR"):
        self.port, self.host, self.shots = port, host, shots
        self.context = browser.new_context(locale=language, reduced_motion="reduce", viewport={"width": 1440, "height": 900})
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        # The browser takes such a cookie for names of this machine only when it is set as if over TLS.
        self.context.add_cookies([{"name": COOKIE, "value": session, "url": f"https://{host}/", "secure": True}])
        self.noise = []
        self.page.on("pageerror", lambda error: self.noise.append(f"script: {error}"))
        self.page.on("console", lambda message: message.type == "error" and "Failed to load resource" not in message.text and self.noise.append(message.text))

    def url(self, path):
        return f"http://{self.host}:{self.port}{path}"

    def go(self, path):
        self.page.goto(self.url(path))
        self.page.wait_for_load_state("networkidle")

    def again(self):
        self.page.reload()
        self.page.wait_for_load_state("networkidle")

    def at(self, path):
        self.page.wait_for_url(lambda url: url.split("?")[0].endswith(path))
        self.page.wait_for_load_state("networkidle")

    def shown(self, name):
        if self.shots:
            self.page.wait_for_timeout(250)
            self.page.screenshot(path=os.path.join(self.shots, f"{name}.png"), full_page=True)

    def row(self, name):
        return self.page.locator("tbody tr").filter(has_text=name)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def role(self, value):
        """A built-in role by its word: names stand in the descriptions of others too."""
        return self.page.locator(f"input[type=radio][value={value}]")

    def link(self, name):
        return self.page.locator("main").get_by_role("link", name=name, exact=True)

    def toast(self, text):
        expect(self.page.locator("#toasts .toast").filter(has_text=text).first).to_be_visible()

    def menu(self, name, item):
        self.row(name).locator("k-menu button").first.click()
        self.page.get_by_role("menuitem", name=item).filter(visible=True).click()

    def pick(self, field, name):
        """Chooses in a list with search, as it is typed."""
        box = self.page.locator(f"k-pick:has(select[name={field}])")
        box.locator("input").first.click()
        self.page.keyboard.type(name)
        self.page.wait_for_timeout(150)
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")

    def keys(self, *steps):
        for step in steps:
            match = re.fullmatch(r"<([\w+]+)>", step)
            self.page.keyboard.press(match[1]) if match else self.page.keyboard.type(step)

    def reach(self, name, most=120):
        """Tab until a control of this name has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(
                "(() => { const n = document.activeElement; return n ? (n.getAttribute('aria-label') || n.labels?.[0]?.innerText || n.innerText || '').trim() : ''; })()")
            if at == name or at.startswith(name + "\n"):
                return
        raise AssertionError(f"Tab does not reach “{name}” on {self.page.url}")


class Trials:
    def __init__(self):
        self.good = self.bad = 0

    def __call__(self, name, work):
        try:
            work()
            self.good += 1
            print(f"ok      {name}", flush=True)
        except Exception:  # why: one that fails must not hide the others
            self.bad += 1
            print(f"FAILED  {name}\n{traceback.format_exc(limit=-3)}", flush=True)


def listing(desk, known):
    desk.go("/people")
    desk.shown("people")
    assert desk.page.locator("tbody tr").count() == 8
    desk.keys("/", "ISIK", "<Enter>")
    desk.page.wait_for_url("**q=*")
    assert desk.page.locator("tbody tr").count() == 1 and desk.row("Işık Kaya").is_visible()
    desk.again()
    assert desk.page.locator("tbody tr").count() == 1
    desk.page.get_by_role("link", name="Temizle").click()
    desk.at("/people")
    desk.page.locator(".filters").get_by_role("link", name="Çalışan").click()
    desk.page.wait_for_url("**role=member*")
    assert desk.page.locator("tbody tr").count() == 3
    desk.page.locator(".filters .drop-it").click()
    desk.at("/people")
    assert desk.page.locator("tbody tr").count() == 8


def inviting(desk, known):
    """By the keyboard alone."""
    desk.go("/people")
    desk.keys("n")
    desk.at("/people/invite")
    desk.shown("invite")
    desk.reach("E-posta")
    # Good enough for the browser, and not for the house.
    desk.keys("yok@adres", "<Enter>")
    desk.page.wait_for_selector("[role=alert]")
    desk.shown("invite-refused")
    desk.page.locator("#f-address").focus()
    desk.keys("<Control+a>", "yeni@ege.example", "<Tab>", "Yeni Kişi", "<Enter>")
    desk.at("/people")
    desk.toast("yeni@ege.example")
    desk.again()
    assert "Davetli" in desk.row("Yeni Kişi").inner_text()
    desk.menu("Yeni Kişi", "Daveti yeniden gönder")
    desk.page.wait_for_url("**/people/members/*")
    desk.toast("yeniden gönderildi")
    desk.shown("member-invited")
    desk.button("Daveti geri çek").click()
    desk.at("/people")
    desk.toast("geri çekildi")
    desk.again()
    assert desk.row("Yeni Kişi").count() == 0


def changing(desk, known):
    desk.go(f"/people/members/{known['people']['member']}")
    desk.shown("member")
    desk.role("manager").check()
    desk.button("Kaydet").click()
    desk.toast("kaydedildi")
    desk.again()
    assert desk.role("manager").is_checked()
    desk.button("Askıya al").click()
    desk.toast("askıya alındı")
    desk.page.locator("#toasts .toast button").filter(has_text="Geri al").click()
    desk.toast("yeniden girebilir")
    desk.again()
    assert desk.button("Askıya al").is_visible()
    desk.button("Askıya al").click()
    desk.toast("askıya alındı")
    desk.again()
    desk.button("Yeniden aç").click()
    desk.toast("yeniden girebilir")
    # The last owner stays one, and is told why.
    desk.go(f"/people/members/{known['people']['owner']}")
    desk.role("admin").check()
    desk.button("Kaydet").click()
    desk.page.wait_for_selector("text=en az bir etkin sahip")
    desk.again()
    desk.go(f"/people/members/{known['people']['owner']}")
    assert desk.role("owner").is_checked()


def teams(desk, known):
    desk.go("/people/teams")
    desk.shown("teams-empty")
    desk.keys("n")
    desk.at("/people/teams/new")
    desk.page.locator("#f-name").fill("Saha satış")
    desk.pick("members", "mert")
    desk.pick("members", "selin")
    desk.shown("team")
    desk.button("Kaydet").click()
    desk.at("/people/teams")
    desk.toast("Saha satış")
    desk.again()
    assert desk.row("Saha satış").locator("td.end").inner_text() == "2"
    desk.link("Saha satış").click()
    desk.page.locator("#f-name").fill("Saha")
    desk.button("Kaydet").click()
    desk.at("/people/teams")
    desk.again()
    desk.shown("teams")
    assert desk.row("Saha").count() == 1
    desk.go(f"/people/members/{known['people']['mert']}")
    desk.pick("teams", "saha")
    desk.go("/people/teams")
    desk.link("Saha").click()
    desk.button("Ekibi sil").first.click()
    desk.page.locator("dialog[open]").get_by_role("button", name="Ekibi sil").click()
    desk.at("/people/teams")
    desk.again()
    assert desk.row("Saha").count() == 0


def roles(desk, known):
    desk.go("/people/roles")
    desk.shown("roles")
    desk.menu("Çalışan", "Kopyala")
    desk.at("/people/roles/new")
    desk.page.locator("#f-name").fill("Saha ekibi")
    desk.page.get_by_label("Ekipleri düzenleme").select_option(label="Var")
    desk.shown("role-new")
    desk.button("Kaydet").click()
    desk.at("/people/roles")
    desk.toast("Saha ekibi")
    desk.again()
    desk.link("Saha ekibi").click()
    desk.page.wait_for_load_state("networkidle")
    assert desk.page.get_by_label("Ekipleri düzenleme").input_value().startswith("people.team.manage")
    desk.page.get_by_label("Ekipleri düzenleme").select_option(label="Yok")
    desk.button("Kaydet").click()
    desk.at("/people/roles")
    desk.link("Saha ekibi").click()
    assert desk.page.get_by_label("Ekipleri düzenleme").input_value() == ""
    desk.go(f"/people/members/{known['people']['selin']}")
    desk.page.get_by_role("radio", name="Saha ekibi").check()
    desk.button("Kaydet").click()
    desk.toast("kaydedildi")
    desk.go("/people/roles/owner")
    desk.shown("role-owner")
    desk.go("/people/roles")
    desk.link("Saha ekibi").click()
    desk.button("Sil").click()
    dialog = desk.page.locator("dialog[open]")
    dialog.locator("select").select_option("read_only")
    desk.shown("role-remove")
    dialog.get_by_role("button", name="Rolü sil").click()
    desk.at("/people/roles")
    desk.again()
    assert desk.row("Saha ekibi").count() == 0
    desk.go(f"/people/members/{known['people']['selin']}")
    assert desk.role("read_only").is_checked()


def keys(desk, known):
    desk.go("/people/keys")
    desk.shown("keys-empty")
    desk.link("Anahtar").click()
    desk.at("/people/keys/new")
    desk.page.locator("#f-name").fill("Muhasebe aktarımı")
    desk.pick("permissions", "görme")
    desk.page.locator("#f-addresses").fill("127.0.0.0/8\n::1/128")
    desk.shown("key-new")
    desk.button("Anahtar oluştur").click()
    desk.page.wait_for_selector("code.secret")
    first = desk.page.locator("code.secret").inner_text()
    desk.shown("key-shown")
    assert first.startswith("konak_")
    desk.link("Kopyaladım").click()
    desk.at("/people/keys")
    desk.shown("keys")
    assert first not in desk.page.content()
    row = desk.row("Muhasebe aktarımı").inner_text()
    assert "127.0.0.0/8" in row and "Süresiz" in row, row
    desk.menu("Muhasebe aktarımı", "Yenile")
    desk.button("Anahtarı yenile").click()
    desk.page.wait_for_selector("code.secret")
    assert desk.page.locator("code.secret").inner_text() != first
    desk.go("/people/keys")
    desk.menu("Muhasebe aktarımı", "İptal et")
    desk.page.locator("dialog[open]").get_by_role("button", name="Anahtarı iptal et").click()
    desk.toast("iptal edildi")
    desk.again()
    assert desk.row("Muhasebe aktarımı").count() == 0


def policy(desk, known):
    desk.go("/people/security")
    desk.shown("security")
    desk.page.get_by_role("radio", name="Sahip ve yöneticilere zorunlu").check()
    desk.page.locator("#f-grace").fill("31.12.2030")
    desk.page.keyboard.press("Tab")
    desk.button("Kaydet").first.click()
    desk.toast("kaydedildi")
    desk.again()
    assert desk.page.get_by_role("radio", name="Sahip ve yöneticilere zorunlu").is_checked()
    desk.page.locator("#f-addresses").fill("192.0.2.0/24")
    desk.button("Kaydet").nth(1).click()
    desk.page.wait_for_selector("text=Bu liste sizi dışarıda bırakır")
    desk.shown("security-refused")
    assert desk.page.locator("#f-addresses").input_value() == "192.0.2.0/24"
    desk.page.locator("#f-addresses").fill("127.0.0.0/8\n::1/128")
    desk.button("Kaydet").nth(1).click()
    desk.toast("kaydedildi")
    desk.again()
    assert "127.0.0.0/8" in desk.page.locator("#f-addresses").input_value()


def why(desk, known):
    desk.go("/people/why")
    desk.shown("why-empty")
    desk.pick("person", "zeynep")
    desk.pick("permission", "anahtar")
    desk.button("Sor").click()
    desk.page.wait_for_url("**person=*")
    assert "Hayır, yapamaz." in desk.page.inner_text("main")
    desk.shown("why")
    desk.go(f"/people/why?person={known['people']['owner']}&permission=people.key.manage")
    assert "Evet, yapabilir." in desk.page.inner_text("main")


def leaving(desk, known):
    desk.go(f"/people/members/{known['people']['can']}")
    desk.link("Ayrılışı başlat").click()
    desk.page.wait_for_load_state("networkidle")
    desk.pick("successor", "selin")
    desk.shown("leave")
    desk.button("Ayrılışı tamamla").click()
    desk.at("/people/departures")
    desk.toast("ayrıldı")
    desk.shown("departures")
    desk.go("/people")
    assert desk.row("Can Bulut").count() == 0
    desk.go("/people/departures")
    desk.row("Can Bulut").get_by_role("button", name="Geri al").click()
    desk.toast("geri döndü")
    desk.again()
    assert "Geri alındı" in desk.row("Can Bulut").inner_text()
    desk.go("/people")
    assert desk.row("Can Bulut").count() == 1


def support(desk, known):
    """From the agency's console into the tenant, by links and forms, and out by the banner."""
    desk.go("/support")
    desk.shown("support")
    desk.link("Ege Yapı").click()
    desk.page.wait_for_load_state("networkidle")
    desk.shown("support-people")
    desk.link("Zeynep Öz").click()
    desk.page.wait_for_load_state("networkidle")
    desk.page.locator("#f-reason").fill("kısa")
    desk.button("Erişimi başlat").click()
    desk.page.wait_for_selector("text=En az 10 harf yazın")
    desk.page.locator("#f-reason").fill("Fatura sorusuna birlikte bakılacak")
    desk.page.get_by_text("15 dakika").click()
    desk.shown("support-form")
    desk.button("Erişimi başlat").click()
    desk.page.wait_for_selector("text=Giriş hazır")
    desk.shown("support-way-in")
    desk.link("Ege Yapı firmasına gir").click()
    desk.page.wait_for_url("**/people")
    assert "ege.localhost" in desk.page.url
    assert "Deniz Mavi" in desk.page.locator(".banner").filter(has_text="yerine").inner_text()
    desk.shown("visit-banner")
    desk.page.locator(".banner").get_by_role("button", name="Bitir").click()
    desk.page.wait_for_url("**/log-in*")
    desk.go("/support")
    assert "Fatura sorusuna" in desk.row("Zeynep Öz").inner_text() and "Bitti" in desk.row("Zeynep Öz").inner_text()
    desk.shown("support-after")


def reading(desk, known):
    """Who may only read is shown no way to change anything."""
    desk.go("/people")
    assert desk.link("Davet et").count() == 0 and desk.page.locator("tbody k-menu").count() == 0
    desk.go(f"/people/members/{known['people']['mert']}")
    assert desk.button("Kaydet").count() == 0 and desk.button("Askıya al").count() == 0
    desk.page.goto(desk.url("/people/keys"))
    assert "403" in desk.page.inner_text("body")


def walk(port, session, host, paths, language):
    command = [sys.executable, os.path.join(HERE, "walk.py"), "--base", f"http://{host}:{port}", "--language", language]
    done = subprocess.run([*command, "--cookie", f"{COOKIE}={session}", *paths], check=False)
    if done.returncode:
        raise AssertionError(f"the walk found something at {host}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--shots")
    parser.add_argument("--only", default="")
    wish = parser.parse_args()
    known = json.load(sys.stdin)
    if wish.shots:
        os.makedirs(wish.shots, exist_ok=True)
    trials, sessions, people = Trials(), known["sessions"], known["people"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        owner = Desk(browser, wish.port, sessions["owner"], "ege.localhost", wish.shots)
        chief = Desk(browser, wish.port, sessions["chief"], "mavi.localhost", wish.shots)
        reader = Desk(browser, wish.port, sessions["reader"], "ege.localhost", wish.shots)
        steps = [
            (owner, listing), (owner, inviting), (owner, changing), (owner, teams), (owner, roles), (owner, keys),
            (owner, policy), (owner, why), (owner, leaving), (chief, support), (reader, reading)]
        for desk, step in steps:
            if wish.only in step.__name__:
                trials(step.__name__, lambda desk=desk, step=step: step(desk, known))
        noise = owner.noise + chief.noise + reader.noise
        trials("quiet console", lambda: None if not noise else (_ for _ in ()).throw(AssertionError(noise[:5])))
        browser.close()
    pages = [
        "/people", "/people/invite", f"/people/members/{people['mert']}", "/people/teams", "/people/teams/new",
        "/people/roles", "/people/roles/new?from=member", "/people/roles/owner", "/people/keys", "/people/keys/new",
        "/people/security", "/people/why", "/people/departures", f"/people/members/{people['mert']}/leave"]
    if not wish.only or wish.only == "walk":
        trials("walk of the owner", lambda: walk(wish.port, sessions["owner"], "ege.localhost", pages, "tr"))
        trials("walk of the console", lambda: walk(
            wish.port, sessions["chief"], "mavi.localhost",
            ["/support", f"/support/tenants/{known['tenant']}", f"/support/tenants/{known['tenant']}/{people['mert']}"], "en"))
    print(f"browser: {trials.good} passed, {trials.bad} failed")
    sys.exit(1 if trials.bad or not trials.good else 0)


if __name__ == "__main__":
    main()
