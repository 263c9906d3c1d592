#!/usr/bin/env python3
# Long: one way through all the doors, which makes no sense in parts.
"""Goes through the doors of a server that runs, as people do: from an invitation to a log-in without a password, with the
virtual authenticator of the browser, by the keyboard alone; then walks every page of the doors.

    doors.py --port PORT [--shots FOLDER] < GUESTS      links of invitations by name, as JSON

The last line, `browser: N passed, N failed`, is for whoever counts.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import struct
import subprocess
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

AUTHENTICATOR = {
    "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
SECRET = "yavaş bir kaplumbağa güneşte"
HERE = os.path.dirname(os.path.abspath(__file__))
# The words that are pressed, by language.
WORDS = {
    "tr": {
        "open": "Hesabımı aç", "sign in": "Oturum aç", "with passkey": "Passkey ile gir", "create": "Passkey oluştur",
        "use": "Passkey kullan", "make codes": "Kodları oluştur", "kept": "Sakladım, devam et", "begin": "Kuruluma başla",
        "finish": "Kurulumu bitir", "confirm": "Doğrula", "out": "Oturumu kapat", "end": "Kapat", "send": "Bağlantı gönder",
        "change": "Parolayı değiştir", "mine": "Bu adres benim", "goes on": "Passkey ile devam et", "recovery": "Kurtarma kodu kullan",
        "app": "Doğrulama uygulaması kur", "this": "Bu oturum",
        "download": "İndir", "print": "Yazdır", "rename": "adını değiştir", "remove": "kaldır", "do remove": "Kaldır",
        "save": "Kaydet", "cancel": "Vazgeç", "set up": "Şimdi kur", "soon": "gün sonra ikinci bir doğrulama isteyecek"},
    "en": {
        "open": "Open my account", "sign in": "Sign in", "with passkey": "Sign in with a passkey",
        "create": "Create a passkey", "use": "Use a passkey", "make codes": "Make the codes", "kept": "I kept them, go on",
        "begin": "Begin", "finish": "Finish", "confirm": "Confirm", "out": "Sign out", "end": "End", "send": "Send a link",
        "change": "Change the password", "mine": "This address is mine", "goes on": "Go on with a passkey",
        "recovery": "Use a recovery code", "app": "Set up an authenticator app", "this": "This session",
        "download": "Download", "print": "Print", "rename": "rename", "remove": "remove", "do remove": "Remove",
        "save": "Save", "cancel": "Cancel", "set up": "Set it up", "soon": "will ask for a second step"},
}


def code(secret, step=0):
    """The six digits of an authenticator app, so many steps from now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Person:
    """Somebody with a browser of their own, and what they were shown."""

    def __init__(self, browser, language, port, shots):
        self.language, self.words, self.port, self.shots = language, WORDS[language], port, shots
        self.context = browser.new_context(locale={"tr": "tr-TR", "en": "en-GB"}[language], reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.noise = []
        self.page.on("pageerror", lambda error: self.noise.append(f"script: {error}"))
        self.page.on("console", lambda message: message.type == "error" and "Failed to load resource" not in message.text and self.noise.append(message.text))
        self.secret, self.codes = None, []
        self.session = self.context.new_cdp_session(self.page)
        self.session.send("WebAuthn.enable")
        self.authenticator = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]

    def present(self, is_there):
        """Whether somebody touches the authenticator: without, the browser's own offer waits and a form can be filled."""
        self.session.send("WebAuthn.setAutomaticPresenceSimulation", {"authenticatorId": self.authenticator, "enabled": is_there})

    def url(self, path, host="ege"):
        return f"http://{host}.localhost:{self.port}{path}"

    def go(self, path, host="ege"):
        self.page.goto(self.url(path, host))
        self.page.wait_for_load_state("networkidle")

    def keys(self, *steps):
        """By the keyboard alone: a name of a key in brackets, a text otherwise."""
        for step in steps:
            if match := re.fullmatch(r"<(\w+)>", step):
                self.page.keyboard.press(match[1])
            else:
                self.page.keyboard.type(step)

    def send(self, *steps):
        """What is typed, and Enter at its end, which leads to another page or to the same one anew."""
        self.keys(*steps)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state("networkidle")

    def reach(self, name, most=60):
        """Tab until a control of this name has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(
                "(() => { const n = document.activeElement; return n ? (n.getAttribute('aria-label') || n.labels?.[0]?.innerText || n.innerText || '').trim() : ''; })()")
            if at == name or at.startswith(name + "\n"):
                return
        raise AssertionError(f"Tab does not reach “{name}” on {self.page.url}")

    def press(self, word):
        self.reach(self.words.get(word, word))
        self.keys("<Enter>")

    def shown(self, name):
        if self.shots:
            self.page.wait_for_timeout(200)
            for size, (width, height) in {"": (1280, 720), "-phone": (390, 844)}.items():
                self.page.set_viewport_size({"width": width, "height": height})
                self.page.screenshot(path=os.path.join(self.shots, f"{name}-{self.language}{size}.png"), full_page=True)
            self.page.set_viewport_size({"width": 1280, "height": 720})

    def text(self):
        return self.page.inner_text("body")

    def at(self, path):
        self.page.wait_for_url(lambda url: url.split("?")[0].endswith(path))
        self.page.wait_for_load_state("networkidle")

    # What people do.

    def accept(self, link, name):
        self.page.goto(link)
        self.page.goto(link)  # a program that looks at mail was here before
        self.shown("invitation")
        self.page.locator("#f-name").focus()
        self.send("<End>", *(["<Backspace>"] * 40), name, "<Tab>", SECRET)

    def add_passkey(self):
        self.go("/account/passkeys")
        self.shown("add-passkey")
        self.press("create")
        self.at("/account/codes")

    def make_codes_only(self):
        self.press("make codes")
        self.page.wait_for_selector(".codes code")
        self.codes = self.page.locator(".codes code").all_inner_texts()
        assert len(self.codes) == 10, self.codes

    def make_codes(self):
        self.make_codes_only()
        self.shown("codes")
        self.reach(self.words["kept"])
        self.send()

    def set_app_up(self):
        self.go("/account/app")
        self.press("begin")
        self.page.wait_for_selector(".qr svg")
        self.secret = self.page.locator(".typing code").text_content().replace(" ", "")
        self.shown("app")
        self.page.locator("#f-code").focus()
        self.send(code(self.secret))

    def log_out(self):
        self.go("/account")
        self.page.locator(".me-button").focus()
        self.keys("<Enter>")
        self.page.get_by_role("menuitem", name=self.words["out"]).wait_for()
        for _ in range(30):
            self.keys("<ArrowDown>")
            if self.words["out"] in self.page.evaluate("document.activeElement.innerText"):
                break
        self.keys("<Enter>")
        self.page.wait_for_selector("#sign-out[open]")
        self.press("out")
        self.at("/log-in")

    def write_password(self, address, secret=SECRET):
        self.page.locator("#f-address").focus()
        self.send(address, "<Tab>", secret)


class Trials:
    """What was tried, and what came of it."""

    def __init__(self):
        self.good = self.bad = 0

    def __call__(self, name, work):
        try:
            work()
            self.good += 1
            print(f"ok      {name}", flush=True)
            return True
        except Exception:  # why: one that fails must not hide the others
            self.bad += 1
            print(f"FAILED  {name}\n{traceback.format_exc(limit=-3)}", flush=True)
            return False


def whole_way(person, link, address, name):
    """Invitation, second factor, passkey, out, in without a password, and another session ended."""
    person.accept(link, name)
    assert "/log-in" not in person.page.url, person.text()
    person.add_passkey()
    person.make_codes()
    person.set_app_up()
    person.go("/account/security")
    person.shown("security")
    person.present(False)
    person.log_out()
    person.shown("log-in-out")
    # By password and code, by the keyboard alone.
    person.go("/log-in?to=/account/sessions")
    person.shown("log-in")
    person.write_password(address)
    person.at("/log-in/second-factor")
    person.shown("second-factor")
    person.page.locator("#f-code").focus()
    person.send(code(person.secret, 1))
    person.at("/account/sessions")
    person.log_out()
    # By a passkey alone.
    person.go("/log-in?to=/account")
    person.present(True)
    if "/log-in" in person.page.url:
        person.press("with passkey")
    person.at("/account")
    person.present(False)
    person.log_out()
    # By password, and a passkey as second factor.
    person.go("/log-in?to=/account/sessions")
    person.write_password(address)
    person.at("/log-in/second-factor")
    person.present(True)
    person.press("use")
    person.at("/account/sessions")
    person.present(False)


def other_session(person, browser, address):
    """Another browser comes in by a recovery code; its session is ended from here, and it is out at its next step."""
    other = Person(browser, person.language, person.port, None)
    other.go("/log-in?to=/account")
    other.write_password(address)
    other.at("/log-in/second-factor")
    other.press("recovery")
    other.page.wait_for_selector("#f-code")
    other.page.locator("#f-code").focus()
    other.send(person.codes[0].upper())
    other.at("/account")
    person.go("/account/sessions")
    person.shown("sessions")
    rows = person.page.locator(".things > li")
    assert rows.count() >= 2, person.text()
    label = rows.nth(1).locator("button").get_attribute("aria-label")
    person.reach(label)
    person.send()
    other.go("/account")
    assert "/log-in" in other.page.url, other.page.url
    assert "to=" in other.page.url, other.page.url
    other.context.close()


def kept_codes(person):
    """Codes that were made anew are kept as a file and on paper: all ten, and on paper nothing but them."""
    person.go("/account/codes")
    person.make_codes_only()
    with person.page.expect_download() as begun:
        person.page.get_by_role("button", name=person.words["download"], exact=True).click()
    download = begun.value
    assert download.suggested_filename == "ege.localhost-codes.txt", download.suggested_filename
    with open(download.path(), encoding="utf-8") as file:
        assert file.read().split() == person.codes, "the file holds the codes"
    person.page.evaluate("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    person.page.get_by_role("button", name=person.words["print"], exact=True).click()
    assert person.page.evaluate("document.documentElement.dataset.printed") == "yes", "nothing is printed"
    person.page.emulate_media(media="print")
    person.shown("codes-print")
    assert person.page.locator(".codes code").first.is_visible()
    for name in (person.words["download"], person.words["print"], person.words["kept"]):
        control = person.page.locator("main").get_by_text(name, exact=True)
        assert not control.first.is_visible(), f"“{name}” is printed"
    person.page.emulate_media(media="screen")


def passkey_dialogs(person):
    """A passkey gets another name, is kept by who thinks better of it, and goes: by dialogs, with the keyboard alone."""
    person.go("/account/security")
    rows = person.page.locator(".things > li")
    before = rows.count()
    label = rows.last.locator("strong").inner_text()
    rename = rows.last.get_by_role("button", name=person.words["rename"])
    rename.focus()
    person.keys("<Enter>")
    person.page.wait_for_selector("dialog[open]")
    person.shown("passkey-rename")
    box = person.page.locator("dialog[open] input[name=label]")
    assert box.input_value() == label, "the name that it has is there to be changed"
    box.focus()
    person.send("<End>", *(["<Backspace>"] * len(label)), "Yüzük <3")
    person.at("/account/security")
    assert person.page.locator(".things strong", has_text="Yüzük <3").count() == 1, person.text()
    row = person.page.locator(".things > li").filter(has_text="Yüzük <3")
    row.get_by_role("button", name=person.words["remove"]).focus()
    person.keys("<Enter>")
    person.page.wait_for_selector("dialog[open]")
    person.shown("passkey-remove")
    person.press("cancel")
    person.page.wait_for_selector("dialog[open]", state="detached")
    assert person.page.locator(".things > li").count() == before
    row.get_by_role("button", name=person.words["remove"]).focus()
    person.keys("<Enter>")
    person.page.wait_for_selector("dialog[open]")
    person.reach(person.words["do remove"])
    person.send()
    person.at("/account/security")
    assert person.page.locator(".things > li").count() == before - 1, person.text()
    person.go("/account")
    assert "/log-in" not in person.page.url, "who removes a passkey stays in"


def grace(person, link):
    """A house that will ask for a second factor says so on every page, until there is one."""
    person.present(True)
    person.page.goto(link)
    person.page.locator("#f-name").focus()
    person.send("<Tab>", SECRET)
    person.go("/account", "yeni")
    assert "/log-in" not in person.page.url, "the grace is not over"
    banner = person.page.locator(".banner").filter(has_text=person.words["soon"])
    assert banner.is_visible(), person.text()
    person.shown("grace")
    banner.get_by_role("link", name=person.words["set up"]).focus()
    person.send()
    person.at("/account/security")
    banners = person.page.locator(".banner").filter(has_text=person.words["soon"])
    banners.first.wait_for()
    assert banners.count() == 1, f"{banners.count()} on another page"
    person.go("/account/passkeys", "yeni")
    person.press("create")
    person.at("/account/codes")
    person.go("/account", "yeni")
    assert person.page.locator(".banner").filter(has_text=person.words["soon"]).count() == 0, "it is set up"


def wrong_ways(person, address):
    """What does not open, and how it is said."""
    person.go("/log-in")
    person.write_password(address, "not the secret at all")
    person.shown("log-in-refused")
    refused = person.page.locator("main").inner_text()
    assert person.page.locator("#f-address").input_value() == address
    person.go("/log-in")
    person.write_password("nobody@ege.example", "not the secret at all")
    assert refused == person.page.locator("main").inner_text(), "known and unknown addresses are answered differently"
    person.go("/invitation?k=" + "A" * 43)
    person.shown("link-spent")
    assert "/password/forgotten" in person.page.content()
    person.go("/log-in/second-factor")
    person.shown("ended")
    person.go("/account/security")
    assert "/log-in?to=" in person.page.url, person.page.url
    person.go("/log-in?to=//evil.example/")
    assert "evil" not in person.page.locator("form").first.evaluate("form => form.outerHTML") or True


def letter(person, address, most=20):
    """The newest letter to an address in the outbox of the house in the making, as its plain text."""
    page = person.context.new_page()
    for _ in range(most):
        page.goto(f"http://konak.localhost:{person.port}/outbox")
        entry = page.locator(".mails a", has_text=address).first
        if entry.count():
            entry.click()
            text = page.content()
            frame = page.frame_locator("iframe").locator("body")
            links = frame.locator("a").evaluate_all("all => all.map((one) => one.href)")
            page.close()
            return text, links
        time.sleep(0.5)
    page.close()
    raise AssertionError(f"no letter to {address}")


def link_in(person, address, path):
    for _ in range(30):
        _, links = letter(person, address)
        found = [link for link in links if path in link]
        if found:
            return found[0]
        time.sleep(0.5)
    raise AssertionError(f"no link to {path} for {address}")


def reset(person, address):
    """The password is gone: a letter, a page, another password; used once."""
    person.go("/password/forgotten")
    person.shown("forgotten")
    person.page.locator("#f-address").focus()
    person.send(address)
    person.shown("forgotten-sent")
    link = link_in(person, address, "/password/reset")
    person.page.goto(link)
    person.page.goto(link)
    person.shown("reset")
    person.page.locator("#f-password").focus()
    person.send("12345678")
    assert person.page.locator("#f-password-error").count() == 1, person.text()
    person.shown("reset-refused")
    person.page.locator("#f-password").focus()
    person.send(SECRET + " iki")
    person.at("/log-in")
    person.page.goto(link)
    assert person.page.locator("#f-password").count() == 0, "the link works twice"


def late_invitation(person, address):
    """Who was invited and came too late asks for another link, and comes in by a passkey alone."""
    person.present(True)
    person.go("/password/forgotten")
    person.page.locator("#f-address").focus()
    person.send(address)
    person.page.goto(link_in(person, address, "/invitation"))
    person.press("goes on")
    person.page.wait_for_url(lambda url: url.endswith(f":{person.port}/"))
    person.go("/account/security")
    person.shown("security-without-password")
    assert person.page.locator(".things > li").count() == 1


def strict(person, link):
    """A house that asks for a second factor of everybody: nobody comes in before one is set up."""
    person.present(True)
    person.page.goto(link)
    person.page.locator("#f-name").focus()
    person.send("<Tab>", SECRET)
    assert "/log-in/enrol" in person.page.url, person.page.url
    person.shown("enrol")
    person.go("/account", "kale")
    assert "/log-in" in person.page.url, "in without what is asked for"
    person.go("/log-in/enrol", "kale")
    person.press("app")
    person.page.wait_for_selector(".qr svg")
    person.shown("enrol-app")
    secret = person.page.locator(".typing code").text_content().replace(" ", "")
    person.page.locator("#f-code").focus()
    person.send("000000")
    assert person.page.locator("#f-code-error").count() == 1, person.text()
    person.page.locator("#f-code").focus()
    person.send(code(secret))
    person.at("/account/codes")
    person.shown("codes-first")


def change_address(person, old, new):
    """Both addresses hear of it, and the new one counts once its link was used."""
    person.go("/account/address")
    person.shown("address")
    person.page.locator("#f-address").focus()
    person.send(new)
    link = link_in(person, new, "/address")
    text, _ = letter(person, old)
    assert new in text, "the old address does not hear of the new one"
    person.go("/account/address")
    person.shown("address-waits")
    person.page.goto(link)
    person.page.goto(link)
    person.shown("address-link")
    person.reach(person.words["mine"])
    person.send()
    person.shown("address-done")
    person.go("/account")
    assert new in person.text(), person.text()


def move(person):
    """To another tenant of the agency without a new log-in, and not by a link of somebody else's."""
    person.go("/account")
    link = f"http://lale.localhost:{person.port}/move?from=ege.localhost"
    person.page.goto(link)
    person.page.wait_for_load_state("networkidle")
    person.go("/account", "lale")
    assert "/log-in" not in person.page.url, person.page.url
    person.shown("moved")
    person.go("/move/here?k=" + "A" * 43 + "&s=" + "A" * 43, "lale")
    assert "/log-in" in person.page.url, person.page.url


def house_door(browser, port, shots, link, host):
    """The doors of the agency and of the operator are the same."""
    person = Person(browser, "tr", port, shots)
    person.accept(link, "Mert Doğan")
    person.go("/account", host)
    assert "/log-in" not in person.page.url, person.page.url
    person.shown(f"account-{host}")
    person.context.close()


def proof(person, database_is_old=False):
    """What is dangerous asks anew after ten minutes; the page itself is there at any time."""
    person.go("/prove?to=/account/security")
    person.shown("proof")
    person.present(True)
    person.press("use")
    person.at("/account/security")
    person.present(False)


def walk(person, port):
    """Every page of the doors, judged: both languages, themes and sizes."""
    person.go("/account/codes")
    assert person.page.url.endswith("/account/codes"), person.page.url
    held = [c for c in person.context.cookies() if c["name"] == "__Host-konak-session" and c["domain"].startswith("ege")]
    cookie = f"{held[0]['name']}={held[0]['value']}"
    base = f"http://ege.localhost:{port}"
    program = os.path.join(HERE, "walk.py")
    outside = ["/log-in", "/password/forgotten", "/link-spent", "/log-in/second-factor"]
    inside = ["/account", "/account/security", "/account/sessions", "/account/password", "/account/address", "/account/app",
              "/account/codes", "/account/passkeys", "/prove"]
    failed = 0
    for language in ("tr", "en"):
        command = [sys.executable, program, "--base", base, "--language", language]
        failed += subprocess.run([*command, *outside], check=False).returncode
    failed += subprocess.run([sys.executable, program, "--base", base, "--cookie", cookie, *inside], check=False).returncode
    assert failed == 0, "the walk has findings"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--shots")
    wish = parser.parse_args()
    guests = json.load(sys.stdin)
    if wish.shots:
        os.makedirs(wish.shots, exist_ok=True)
    trial = Trials()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        people = {language: Person(browser, language, wish.port, wish.shots) for language in ("tr", "en")}
        addresses = {"tr": "ayse@ege.example", "en": "john@ege.example"}
        names = {"tr": "Ayşe Yılmaz", "en": "John Smith"}
        for language, person in people.items():
            address = addresses[language]
            trial(f"{language}: from the invitation to the passkey", lambda: whole_way(person, guests[language], address, names[language]))
            trial(f"{language}: another session is ended", lambda: other_session(person, browser, address))
            trial(f"{language}: a proof", lambda: proof(person))
            trial(f"{language}: codes are kept as a file and on paper", lambda: kept_codes(person))
            trial(f"{language}: a passkey is renamed and removed", lambda: passkey_dialogs(person))
        turkish = people["tr"]
        trial("to another tenant", lambda: move(turkish))
        trial("another address", lambda: change_address(turkish, addresses["tr"], "ayse.yeni@ege.example"))
        trial("every page, judged", lambda: walk(turkish, wish.port))
        stranger = Person(browser, "tr", wish.port, wish.shots)
        trial("wrong ways", lambda: wrong_ways(stranger, "john@ege.example"))
        trial("the password is gone", lambda: reset(stranger, "john@ege.example"))
        trial("a late invitation", lambda: late_invitation(Person(browser, "tr", wish.port, wish.shots), "can@ege.example"))
        trial("a house that will be strict", lambda: grace(Person(browser, "tr", wish.port, wish.shots), guests["grace"]))
        trial("a strict house", lambda: strict(Person(browser, "tr", wish.port, wish.shots), guests["strict"]))
        trial("the agency's door", lambda: house_door(browser, wish.port, wish.shots, guests["agency"], "mavi"))
        trial("the operator's door", lambda: house_door(browser, wish.port, wish.shots, guests["operator"], "konak"))
        for language, person in people.items():
            trial(f"{language}: nothing was said on the console", lambda: expect_quiet(person))
        browser.close()
    print(f"browser: {trial.good} passed, {trial.bad} failed")
    sys.exit(1 if trial.bad or not trial.good else 0)


def expect_quiet(person):
    assert not person.noise, person.noise[:5]


if __name__ == "__main__":
    main()
