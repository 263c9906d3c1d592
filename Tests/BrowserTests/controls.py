#!/usr/bin/env python3
"""Uses every control of every page. First a list is made of all that stands on any page, for each role, by what it is and
where it leads: each must have a case, here or in the stage that is named. Then the cases of this stage, with what must have
become of each after loading anew.

    controls.py < PLAN      as pages.py

The last line, `controls: N passed, N failed`, is for whoever counts.
"""
# Long: one list of cases, each beside what it must leave behind.

import json
import re
import sys

from playwright.sync_api import expect, sync_playwright

from doors import code
from pages import Asker, NO_PAGES, Route, roles_of, survey
from people import COOKIE, Desk, Trials

# By what a control sends: who uses it. Cases of this file stand as functions below.
SENT = {
    **dict.fromkeys((
        "/people/invite", "/people/members/:person/resend", "/people/members/:person/withdraw"), "people.py inviting"),
    **dict.fromkeys((
        "/people/members/:person/edit", "/people/members/:person/suspend", "/people/members/:person/reactivate"), "people.py changing"),
    **dict.fromkeys(("/people/teams/new", "/people/teams/:team", "/people/teams/:team/remove"), "people.py teams"),
    **dict.fromkeys(("/people/roles/new", "/people/roles/:role/edit", "/people/roles/:role/remove"), "people.py roles"),
    **dict.fromkeys(("/people/keys/new", "/people/keys/:key/rotate", "/people/keys/:key/revoke"), "people.py keys"),
    **dict.fromkeys(("/people/security", "/people/security/addresses"), "people.py policy"),
    **dict.fromkeys(("/people/members/:person/leave", "/people/departures/:departure/undo"), "people.py leaving"),
    **dict.fromkeys(("/support/tenants/:tenant/:person", "/impersonation/end"), "people.py support"),
    **dict.fromkeys((
        "/invitation", "/log-in", "/log-in/second-factor", "/account/password", "/account/app", "/account/app/begin",
        "/account/codes", "/account/sessions/:session/end", "/sign-out"), "doors.py whole_way"),
    **dict.fromkeys(("/log-in/enrol", "/log-in/enrol/app"), "doors.py strict"),
    **dict.fromkeys(("/password/forgotten", "/password/reset"), "doors.py reset"),
    **dict.fromkeys(("/account/address", "/address"), "doors.py change_address"), "/prove": "doors.py proof",
    "/account": "profile", "/account/app/remove": "app", "/account/passkeys/:passkey/rename": "passkeys",
    "/account/passkeys/:passkey/remove": "passkeys", "/account/address/cancel": "address", "/verify": "verify",
    "/account/address/verify": "verify", "/account/sessions/end-others": "sessions", "/people/visits/:visit/end": "visits_of_tenant",
    "/support/visits/:visit/end": "visits_of_console", "/trial/records/new": "records", "/trial/records/:record/edit": "records",
    "/trial/records/:record/removal": "records", "/trial/records/:record/return": "records",
    "/preferences": "wishes.py a_zone_moves_the_hours",
    **dict.fromkeys((
        "/people/views/new", "/people/views/:view/edit", "/people/views/:view/first", "/people/views/:view/last",
        "/people/views/:view/state", "/people/views/:view/removal"), "views"),
}
# Forms that only ask.
ASKED = {"/people": "people.py listing", "/people/why": "people.py why", "/search": "search", "/support": "support_lists",
         "/support/tenants/:tenant": "support_lists"}
# What acts within the page.
INNER = {
    "opens": "dialogs", "closes": "dialogs", "set theme": "user_menu", "set density": "user_menu", "set side": "side_bar",
    "copy": "doors.py whole_way", "print": "dialogs", "menu": "dialogs", "k-passkey": "doors.py whole_way", "summary": "outbox",
    "k-secret": "secret", "k-pick": "profile", "k-date": "people.py policy", "k-save": "doors.py whole_way",
    "k-table": "elements.py rows_are_chosen_and_cells_edited", "k-palette": "palette",
}
STANDING = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((node) => !node.disabled).map((node) => {
  const form = node.form, text = node.outerHTML.slice(0, 100), at = (name) => node.getAttribute(name) ?? "";
  const inner = node.closest("k-passkey, k-secret, k-pick, k-date, k-save, k-palette, k-table")
    ?? (form ? null : node.closest(".door")?.querySelector("k-passkey"));
  if (node.localName === "a") return { kind: "link", to: node.getAttribute("href"), text };
  for (const verb of ["get", "post", "put", "patch", "delete"]) if (at("hx-" + verb)) return { kind: verb === "get" ? "asks" : "sends", to: at("hx-" + verb), text };
  if (node.localName === "summary") return { kind: "summary", text };
  for (const kind of ["opens", "closes", "copy", "print"]) if (kind in node.dataset) return { kind, to: node.dataset[kind], text };
  if (node.dataset.set) return { kind: "set " + node.dataset.set.split(":")[0], text };
  if (node.getAttribute("aria-haspopup") === "menu") return { kind: "menu", text };
  if (inner && !(form && node.type === "submit")) return { kind: inner.localName, text };
  if (form) return { kind: form.method === "post" ? "sends" : "asks", to: form.getAttribute("action") ?? location.pathname, text };
  return { kind: "nothing", text };
})"""


class Guard:
    """All that stands on the pages, and whether anything uses it."""

    def __init__(self, plan, browser):
        self.plan, self.browser, self.ask = plan, browser, Asker(plan)
        self.templates = sorted({route["path"] for route in plan["routes"]} | set(SENT), key=lambda path: path.count(":"))
        self.faults, self.count, self.links, self.cases = [], 0, {}, {}

    def template(self, address):
        """The route that an address belongs to; the most literal one."""
        path = re.sub(r"^https?://[^/]*", "", address).split("?")[0].split("#")[0] or "/"
        for template in self.templates:
            if re.fullmatch(re.sub(r":\w+", "[^/]+", template), path):
                return template
        return path

    def look(self, page, url, role):
        page.goto(url)
        page.wait_for_load_state("load")
        for control in page.evaluate(STANDING):
            self.count += 1
            self.judge(control, url, role)

    def judge(self, control, url, role):
        kind, to = control["kind"], control.get("to") or ""
        if kind == "link":
            # Of the records of a list one is as good as all.
            self.links.setdefault((role.name, role.surface, self.template(to), "?" in to), (url, role, to))
            return
        known = SENT.get(self.template(to)) if kind == "sends" else ASKED.get(self.template(to)) if kind == "asks" else INNER.get(kind)
        where = self.template(to) if kind in ("sends", "asks") else kind
        if known:
            self.cases[where] = known
        else:
            self.faults.append(f"{role.name} {url}: no case for {kind} {to}: {control['text']}")

    def walk(self):
        routes = [Route(route["path"], route["surfaces"]) for route in self.plan["routes"]]
        by_role = {}
        for (path, _, _), (route, role, outcome) in survey(self.plan, routes, roles_of(self.plan)).items():
            if outcome == "page" and path not in NO_PAGES:
                by_role.setdefault((role.name, role.surface), (role, []))[1].append(route)
        for role, pages in by_role.values():
            context = self.browser.new_context(locale="tr-TR", service_workers="block", reduced_motion="reduce")
            if role.session:
                context.add_cookies([{"name": COOKIE, "value": role.session, "url": f"https://{role.host}/", "secure": True}])
            page = context.new_page()
            for route in pages:
                self.look(page, f"http://{role.host}:{self.plan['port']}{self.ask.address(route, role)}", role)
            context.close()
        self.follow()

    def follow(self):
        """Each address that a link names leads to something, for whom it is shown to."""
        for url, role, to in self.links.values():
            if to.startswith(("#", "mailto:", "https://")):
                continue
            host = re.match(r"^https?://([^/:]+)", to)
            path = re.sub(r"^https?://[^/]*", "", to)
            path = url.split("?")[0].split(str(self.plan["port"]))[1] + path if path.startswith("?") else path
            fields = {"Host": host[1] if host else role.host, "Accept": "text/html"}
            if role.session and not host:
                fields["Cookie"] = f"{COOKIE}={role.session}"
            answer = self.ask.answer(path.split("#")[0], fields)
            if answer.status not in (200, 204, 303):
                self.faults.append(f"{role.name} {url}: the link {to} leads to {answer.status}")

    def check(self):
        """That every case that is named is there."""
        for case in {*SENT.values(), *ASKED.values(), *INNER.values()}:
            file, _, name = case.rpartition(" ")
            with open(f"{sys.path[0]}/{file or 'controls.py'}", encoding="utf-8") as source:
                if f"def {name}(" not in source.read():
                    self.faults.append(f"there is no case {case}")
        assert not self.faults, "\n" + "\n".join(dict.fromkeys(self.faults))


def user_menu(desk):
    desk.go("/people")
    for name, value, back in (("theme", "dark", "system"), ("density", "compact", "comfortable")):
        for wish in (value, back):
            desk.page.locator(".me-button").click()
            desk.page.locator(f".me [data-set='{name}:{wish}']").click()
            desk.again()
            assert desk.page.evaluate(f"document.documentElement.dataset.{name}") == wish
    for language, word in (("en", "English"), ("tr", "Türkçe")):
        desk.page.locator(".me-button").click()
        desk.page.locator(".me").get_by_role("menuitemradio", name=word).click()
        desk.at("/people")
        desk.again()
        assert desk.page.evaluate("document.documentElement.lang") == language
    desk.page.locator(".me-button").click()
    desk.page.locator(".me").get_by_role("menuitem", name="Ayarlar").click()
    desk.at("/account")


def side_bar(desk):
    desk.go("/people")
    desk.page.locator("[data-set='side:toggle']").click()
    desk.again()
    assert desk.page.evaluate("document.documentElement.dataset.side") == "narrow"
    desk.keys("[")
    desk.again()
    assert desk.page.evaluate("document.documentElement.dataset.side") in (None, "wide")


def phone_bar(desk):
    desk.page.set_viewport_size({"width": 360, "height": 740})
    desk.go("/people")
    for wish in ("dark", "system"):
        desk.page.locator(".bottombar [data-opens=places]").click()
        desk.page.locator(f"#places [data-set='theme:{wish}']").click()
        desk.again()
        assert desk.page.evaluate("document.documentElement.dataset.theme") == wish
    desk.page.locator(".bottombar [data-opens=places]").click()
    desk.page.locator("#places .sheetnav").get_by_role("link", name="Deneme kayıtları").click()
    desk.at("/trial/records")
    desk.page.set_viewport_size({"width": 1440, "height": 900})


def dialogs(desk):
    """Every dialog and menu of every page of an owner opens by its button and closes by its own and by Esc."""
    count = 0
    for path in ("/people", "/people/roles", "/people/keys", "/people/security", "/account/security", "/account/sessions", "/trial/records"):
        desk.go(path)
        for button in desk.page.locator("[data-opens]").filter(visible=True).all():
            dialog = desk.page.locator(f"dialog#{button.get_attribute('data-opens')}")
            for way in ("close", "Escape"):
                button.click()
                expect(dialog).to_be_visible()
                closing = dialog.locator("[data-closes]").filter(visible=True)
                closing.first.click() if way == "close" and closing.count() else desk.page.keyboard.press("Escape")
                expect(dialog).to_be_hidden()
            count += 1
        for menu in desk.page.locator("k-menu").filter(visible=True).all()[:4]:
            menu.locator("button").first.click()
            expect(menu.locator("[role=menu]")).to_be_visible()
            desk.page.keyboard.press("Escape")
            expect(menu.locator("[role=menu]")).to_be_hidden()
            count += 1
    assert count > 20, count


def palette(desk):
    """A place, a command and a record, each by what it is called."""
    for words, name, path in (
            ("deneme", "Deneme kayıtları", "/trial/records"), ("yeni den", "Yeni deneme kaydı", "/trial/records/new"),
            ("Yazlık", "Yazlık depo sayımı", "/edit")):
        desk.go("/people")
        desk.keys("<Control+k>", words)
        expect(desk.page.locator("k-palette [role=option][aria-selected=true]").filter(has_text=name)).to_be_visible()
        desk.page.keyboard.press("Enter")
        desk.at(path)


def search(desk):
    desk.go("/search")
    desk.page.locator("main input[name=q]").fill("yangın")
    desk.page.locator("main form button[type=submit]").click()
    desk.page.wait_for_url("**q=yang*")
    desk.again()
    desk.link("Yangın tatbikatı").click()
    desk.at("/edit")
    assert desk.page.locator("#f-title").input_value() == "Yangın tatbikatı"


def records(desk):
    desk.go("/trial/records")
    desk.keys("n")
    desk.at("/trial/records/new")
    desk.page.locator("#f-title").fill("Tutanak")
    desk.button("Kaydet").click()
    desk.at("/trial/records")
    desk.toast("Tutanak")
    desk.again()
    desk.link("Tutanak").click()
    desk.page.locator("#f-note").fill("Depo")
    desk.button("Kaydet").click()
    desk.at("/trial/records")
    desk.again()
    assert "Depo" in desk.row("Tutanak").inner_text()
    desk.menu("Tutanak", "Sil")
    desk.toast("silindi")
    desk.page.locator("#toasts .toast button").filter(has_text="Geri al").click()
    desk.toast("geri geldi")
    desk.again()
    assert desk.row("Tutanak").count() == 1


def views(desk):
    """A list as it is narrowed, kept under a name, opened first, named anew, changed, removed and had back."""
    def act(name):
        desk.page.get_by_role("button", name="Görünüm seçenekleri").first.click()
        desk.page.get_by_role("menuitem", name=name).filter(visible=True).click()

    def tab(name):
        return desk.page.locator("nav.views a").filter(has_text=name)

    desk.go("/people?state=active")
    act("Yeni görünüm olarak kaydet")
    desk.at("/people/views/new")
    desk.page.locator("#f-name").fill("Çalışanlar")
    desk.button("Kaydet").click()
    desk.toast("Görünüm kaydedildi")
    desk.again()
    assert tab("Çalışanlar").get_attribute("aria-current") == "page"
    act("İlk bunu göster")
    desk.toast("Artık ilk bu görünüm açılır")
    desk.go("/people")
    assert tab("Çalışanlar").get_attribute("aria-current") == "page"
    act("Artık ilk bunu gösterme")
    desk.toast("Artık ilk tüm liste açılır")
    desk.go("/people")
    assert tab("Tümü").get_attribute("aria-current") == "page"
    tab("Çalışanlar").click()
    desk.page.wait_for_url("**view=*")
    act("Adını ve paylaşımını değiştir")
    desk.at("/edit")
    desk.page.locator("#f-name").fill("Bizimkiler")
    desk.button("Kaydet").click()
    desk.toast("Görünüm değişti")
    desk.again()
    assert tab("Bizimkiler").count() == 1 and tab("Çalışanlar").count() == 0
    act("Sütunlar ve yoğunluk")
    desk.page.locator("dialog[open]").get_by_text("Sıkı", exact=True).click()
    desk.page.locator("dialog[open]").get_by_role("button", name="Göster").click()
    desk.page.wait_for_url("**density=compact*")
    act("Değişiklikleri görünüme kaydet")
    desk.toast("Görünüm değişti")
    desk.again()
    assert desk.page.locator("main [data-density=compact] table").count() == 1
    act("Görünümü sil")
    desk.toast("Görünüm silindi")
    desk.page.locator("#toasts .toast button").filter(has_text="Geri al").click()
    desk.toast("Görünüm geri geldi")
    desk.again()
    assert tab("Bizimkiler").count() == 1
    act("Görünümü sil")
    desk.toast("Görünüm silindi")
    desk.go("/people")
    assert tab("Bizimkiler").count() == 0


def profile(desk):
    for name, zone, language in (("Ayşe Kara", "Europe/Berlin", "en"), ("Ayşe Yılmaz", "Europe/Istanbul", "tr")):
        desk.go("/account")
        desk.page.locator("#f-name").fill(name)
        desk.page.locator("k-pick:has(select[name=zone]) input").first.fill(zone.rpartition("/")[2])
        desk.page.wait_for_timeout(150)
        desk.page.keyboard.press("Enter")
        desk.page.locator(f"input[name=language][value={language}], select[name=language]").first.evaluate(
            "(node, language) => node.localName === 'select' ? node.value = language : node.click()", language)
        desk.page.locator("form:has(#f-name) button[type=submit]").click()
        desk.page.locator("#toasts .toast").first.wait_for()
        desk.again()
        assert desk.page.locator("#f-name").input_value() == name
        assert desk.page.locator("k-pick select[name=zone]").evaluate("n => n.value") == zone
        checked = desk.page.locator(f"input[name=language][value={language}]:checked").count()
        assert checked or desk.page.locator("select[name=language]").evaluate("n => n.value") == language


def secret(desk):
    """What was typed is shown and hidden again."""
    desk.go("/account/password")
    field = desk.page.locator("k-secret input").first
    field.fill("görünür")
    desk.page.locator("k-secret button").first.click()
    assert field.get_attribute("type") == "text"
    desk.page.locator("k-secret button").first.click()
    assert field.get_attribute("type") == "password"


def passkeys(desk):
    desk.go("/account/security")
    desk.page.get_by_role("button", name="Telefonum: adını değiştir").click()
    desk.page.locator("dialog[open] input[name=label]").fill("Yeni telefonum")
    desk.page.locator("dialog[open]").get_by_role("button", name="Kaydet").click()
    desk.toast("Ad değişti")
    desk.again()
    desk.page.get_by_role("button", name="Yeni telefonum: kaldır").click()
    desk.page.locator("dialog[open]").get_by_role("button", name="Kaldır").click()
    desk.toast("kaldırıldı")
    desk.again()
    assert desk.page.get_by_role("button", name="Yeni telefonum: kaldır").count() == 0


def app(desk):
    desk.go("/account/app")
    desk.button("Kuruluma başla").click()
    typed = desk.page.locator(".typing code").text_content().replace(" ", "")
    desk.page.locator("#f-code").fill(code(typed))
    desk.page.locator("form:has(#f-code) button[type=submit]").click()
    desk.at("/account/codes")
    desk.go("/account/security")
    desk.page.locator("[data-opens=remove-app]").click()
    desk.page.locator("dialog[open]").get_by_role("button", name="Kaldır").click()
    desk.page.locator("#toasts .toast").first.wait_for()
    desk.again()
    assert desk.page.locator("[data-opens=remove-app]").count() == 0


def address(desk):
    desk.go("/account/address")
    desk.page.locator("#f-address").fill("baska@ege.example")
    desk.button("Bağlantı gönder").click()
    desk.page.locator("#toasts .toast").first.wait_for()
    desk.go("/account/address")
    assert "baska@ege.example" in desk.page.inner_text("main")
    desk.button("Değişiklikten vazgeç").click()
    desk.page.locator("#toasts .toast").first.wait_for()
    desk.go("/account/address")
    assert "baska@ege.example" not in desk.page.inner_text("main")


def verify(desk):
    """By the link of a letter, which then is spent; and by asking for another."""
    desk.go("/account")
    desk.button("Doğrulama bağlantısı gönder").click()
    desk.toast("gönderdik")
    desk.go(f"/verify?k={desk.links['/verify']}")
    desk.page.locator("main form button[type=submit]").click()
    desk.page.wait_for_load_state("load")
    desk.go(f"/verify?k={desk.links['/verify']}")
    assert desk.page.locator("main form button[type=submit]").count() == 0, desk.page.inner_text("main")


def sessions(desk):
    desk.go("/account/sessions")
    before = desk.page.locator(".things > li").count()
    assert before > 1
    desk.page.locator(".things > li").filter(has_text="iPhone").get_by_role("button").click()
    desk.toast("kapandı")
    desk.again()
    assert desk.page.locator(".things > li").count() == before - 1
    desk.button("Diğerlerini kapat").click()
    desk.page.locator("dialog[open]").get_by_role("button", name="Kapat", exact=True).last.click()
    desk.page.locator("#toasts .toast").first.wait_for()
    desk.again()
    assert desk.page.locator(".things > li").count() == 1


def visits_of_tenant(desk):
    desk.go("/people/security")
    row = desk.row("Raporlara birlikte bakılacak")
    row.get_by_role("button", name="Bitir").click()
    desk.page.locator("#toasts .toast").first.wait_for()
    desk.again()
    assert row.get_by_role("button", name="Bitir").count() == 0


def visits_of_console(desk):
    desk.go("/support")
    row = desk.row("Fatura sorusuna birlikte bakıldı")
    row.get_by_role("button", name="Bitir").click()
    desk.toast("bitirildi")
    desk.again()
    assert row.get_by_role("button", name="Bitir").count() == 0


def support_lists(desk):
    """Companies and their people, found by words."""
    desk.go("/support")
    desk.page.locator("input[name=q]").fill("ege yapı")
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url("**q=ege*")
    desk.again()
    desk.link("Ege Yapı").click()
    desk.page.locator("input[name=q]").fill("mert")
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url("**q=mert*")
    desk.again()
    assert desk.page.locator("tbody tr").count() == 1
    desk.link("Mert Doğan").click()
    assert desk.page.locator("#f-reason").count() == 1


def switcher(desk):
    """To the other company of the same person, and back."""
    desk.go("/people")
    desk.page.locator("button.brand").click()
    desk.page.get_by_role("menuitemradio", name="Lale Danışmanlık").click()
    desk.page.wait_for_url(lambda url: url.startswith("http://lale.localhost"))
    desk.page.goto(desk.url("/account").replace("ege.", "lale."))
    assert "/log-in" not in desk.page.url, desk.page.url


def outbox(desk):
    desk.go("/outbox")
    desk.page.get_by_role("link", name="Yenile", exact=True).click()
    desk.at("/outbox")
    desk.page.locator(".mails a").filter(has_text="Parolanızı yenileyin").first.click()
    assert desk.page.frame_locator("iframe.letter").locator("h1").count() == 1
    for summary in desk.page.locator("summary").all():
        summary.click()
    assert desk.page.locator("details[open]").count() == 2


def languages(desk):
    """Pages without a menu lead to themselves in the other language."""
    for word, language in (("English", "en"), ("Türkçe", "tr")):
        desk.go("/log-in")
        desk.page.get_by_role("link", name=word).click()
        desk.at("/log-in")
        desk.again()
        assert desk.page.evaluate("document.documentElement.lang") == language


def main():
    plan, trials = json.load(sys.stdin), Trials()
    known = plan["roles"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"])
        guard = Guard(plan, browser)
        trials("the list of controls is made", guard.walk)
        trials("every control has a case", guard.check)
        print(f"controls: {guard.count} controls, {len(guard.cases)} kinds, {len(guard.links)} links", flush=True)

        def desk(name, host="ege.localhost"):
            made = Desk(browser, plan["port"], known.get(name, {}).get("session", "none"), known.get(name, {}).get("host", host), None)
            made.links = plan["links"]
            return made

        owner, agency, operator, stranger = desk("owner"), desk("agency"), desk("operator"), desk("nobody")
        steps = [(owner, one) for one in (
            views, user_menu, side_bar, phone_bar, dialogs, palette, search, records, profile, secret, passkeys, app, address,
            verify, visits_of_tenant, switcher, sessions)]
        steps += [(agency, visits_of_console), (agency, user_menu_of_console), (agency, support_lists)]
        steps += [(operator, support_lists), (operator, user_menu_of_console), (operator, outbox), (stranger, languages)]
        for who, step in steps:
            trials(f"{step.__name__} {who.host}", lambda who=who, step=step: step(who))
        noise = [line for who in (owner, agency, operator, stranger) for line in who.noise]
        trials("quiet console", lambda: quiet(noise))
        browser.close()
    print(f"controls: {trials.good} passed, {trials.bad} failed")
    sys.exit(1 if trials.bad or not trials.good else 0)


def user_menu_of_console(desk):
    desk.go("/support")
    for wish in ("dark", "system"):
        desk.page.locator(".me-button").click()
        desk.page.locator(f".me [data-set='theme:{wish}']").click()
        desk.again()
        assert desk.page.evaluate("document.documentElement.dataset.theme") == wish
    desk.page.locator(".me-button").click()
    desk.page.locator(".me").get_by_role("menuitem", name="Ayarlar").click()
    desk.at("/account")


def quiet(noise):
    assert not noise, noise[:5]


if __name__ == "__main__":
    main()
