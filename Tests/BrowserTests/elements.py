#!/usr/bin/env python3
# Long: one trial for each element, which share nothing but the list.
"""Uses every element of the design as a person would and looks at what comes of it: `elements.py FOLDER`, the folder that
DESIGN_FOLDER named. The last line, `elements: N passed, N failed`, is for whoever counts."""

import re
import sys
import threading
import traceback

from playwright.sync_api import expect, sync_playwright

import serve

TRIALS = []


def trial(path, **options):
    def add(function):
        TRIALS.append((path, options, function))
        return function
    return add


def sent(page, name):
    return page.locator(f"[name='{name}']").last.input_value()


@trial("/tr-light/fields.html")
def a_day_is_sent_in_iso(page):
    assert sent(page, "day") == "2026-11-24"
    assert page.locator("#f-day").input_value() == "24.11.2026"
    page.locator("#f-day").fill("3.2.27")
    page.keyboard.press("Tab")
    assert sent(page, "day") == "2027-02-03", sent(page, "day")


@trial("/tr-light/fields.html")
def an_instant_is_sent_in_utc(page):
    assert page.locator("#f-when").input_value() == "24.11.2026 21:00"
    page.locator("#f-when").fill("25.11.2026 09:30")
    page.keyboard.press("Tab")
    assert sent(page, "when") == "2026-11-25T06:30:00Z", sent(page, "when")
    page.locator("#f-when").fill("32.1.2026")
    page.keyboard.press("Tab")
    assert sent(page, "when") == "" and page.locator("#f-when").evaluate("n => !n.checkValidity()")


@trial("/en-light/fields.html")
def english_has_twelve_hours(page):
    assert page.locator("#f-when").input_value() == "11/24/2026 9:00 PM"
    page.locator("#f-when").fill("11/25/2026 9:30 AM")
    page.keyboard.press("Tab")
    assert sent(page, "when") == "2026-11-25T06:30:00Z"


@trial("/tr-light/fields.html")
def the_calendar_begins_on_monday_and_obeys_keys(page):
    page.locator("k-date button").first.click()
    assert page.locator(".calendar:popover-open th").first.get_attribute("abbr") == "Pazartesi"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert sent(page, "day") == "2026-12-02", sent(page, "day")


@trial("/tr-light/fields.html")
def a_phone_is_sent_with_its_country(page):
    assert sent(page, "phone") == "+905321234567"
    assert page.locator("#f-phone").input_value() == "532 123 45 67"
    page.locator("#f-phone").fill("0049 151 2345678")
    page.keyboard.press("Tab")
    assert sent(page, "phone") == "+491512345678", sent(page, "phone")


@trial("/tr-light/fields.html")
def money_is_sent_in_smallest_units(page):
    for text, minor, shown in (("1.234,50", "123450", "1.234,50"), ("1.234", "123400", "1.234,00"), ("12,5", "1250", "12,50"), ("1234.5", "123450", "1.234,50"), ("-3", "-300", "-3,00"), ("abc", "", "abc")):
        page.locator("#f-budget").fill(text)
        page.keyboard.press("Tab")
        assert (sent(page, "budget"), page.locator("#f-budget").input_value()) == (minor, shown), (text, sent(page, "budget"))


@trial("/tr-light/fields.html")
def search_folds_turkish_letters(page):
    page.locator("#f-owner").fill("isil")
    expect(page.locator(".pop:popover-open [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    assert page.locator("#f-owner").input_value() == "Işıl Çetin"
    page.locator("#f-sources").fill("ilan")
    page.keyboard.press("Enter")
    assert page.evaluate("[...document.querySelector('[name=sources]').selectedOptions].map(o => o.value).join()") == "meta,web,ilan"
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    assert page.locator(".token").count() == 2


@trial("/tr-light/board.html")
def the_palette_finds_and_goes(page):
    page.keyboard.press("Control+k")
    page.keyboard.type("musteri")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("Müşteriler")
    page.keyboard.press("Enter")
    page.wait_for_url("**/list.html")


@trial("/tr-light/board.html")
def a_card_is_carried_by_keys(page):
    page.locator("[data-id=d1] a").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    with page.expect_request("**/api/echo") as request:
        page.keyboard.press("Space")
    assert "id=d1&to=talk" in request.value.post_data, request.value.post_data
    expect(page.locator("ul[data-id=talk] [data-id=d1]")).to_have_count(1)
    page.locator("#toasts button", has_text="Geri al").last.click()
    expect(page.locator("ul[data-id=lead] [data-id=d1]")).to_have_count(1)


@trial("/tr-light/board.html")
def a_card_is_dragged_and_comes_back_when_refused(page):
    page.route("**/api/echo", lambda route: route.fulfill(status=503, content_type="application/json", body='{"title": "Meşgul"}'))
    card, to = page.locator("[data-id=d2]").bounding_box(), page.locator("[data-id=d6]").bounding_box()
    page.mouse.move(card["x"] + 40, card["y"] + 60)
    page.mouse.down()
    page.mouse.move(to["x"] + 60, to["y"] + 10, steps=8)
    page.wait_for_timeout(80)
    with page.expect_request("**/api/echo") as request:
        page.mouse.up()
    assert "id=d2&to=date" in request.value.post_data, request.value.post_data
    expect(page.locator("ul[data-id=lead] [data-id=d2]")).to_have_count(1)
    page.unroute("**/api/echo")
    page.locator("#toasts button", has_text="Tekrar dene").click()
    expect(page.locator("ul[data-id=date] [data-id=d2]")).to_have_count(1)


@trial("/tr-light/list.html")
def rows_are_chosen_and_cells_edited(page):
    page.locator("tbody .tick").nth(1).click()
    page.locator("tbody .tick").nth(4).click(modifiers=["Shift"])
    expect(page.locator(".bulk strong")).to_have_text("4 kayıt seçildi")
    page.locator(".bulk [data-none]").click()
    expect(page.locator(".bulk")).to_be_hidden()
    page.locator(".editable").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("₺1.300.000")
    with page.expect_request("**/api/echo") as request:
        page.keyboard.press("Enter")
    assert request.value.post_data.startswith("amount=")
    expect(page.locator(".editable").first).to_contain_text("₺1.300.000")


@trial("/tr-light/living.html")
def a_failure_can_be_tried_again(page):
    page.locator("button", has_text="Başarısız işlem").click()
    expect(page.locator("#toasts .toast.bad")).to_contain_text("Entegratör yanıt vermedi")
    with page.expect_request("**/api/fail"):
        page.locator("#toasts button", has_text="Tekrar dene").click()
    page.locator("button", has_text="Geri alınabilir işlem").click()
    expect(page.locator("#toasts .toast.good")).to_contain_text("Kaydedildi")


@trial("/tr-light/living.html")
def menus_tabs_and_dialogs_obey_keys(page):
    page.locator("k-menu button").first.focus()
    page.locator("#overlays k-menu > button").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Kopyala"
    page.keyboard.press("Escape")
    page.locator("[role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-2")).to_be_visible()
    page.locator("button", has_text="Pencere").click()
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()


@trial("/tr-light/board.html")
def preferences_are_kept(page):
    page.locator(".me-button").click()
    page.locator("[data-set='theme:dark']").first.click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "face-theme=dark" in page.evaluate("document.cookie")
    page.keyboard.press("Escape")
    page.keyboard.press("[")
    assert page.evaluate("document.documentElement.dataset.side") == "narrow"
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()


@trial("/tr-light/form.html")
def files_show_their_progress(page):
    page.locator("#f-files").set_input_files([{"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"x" * 1000}])
    expect(page.locator(".files input[type=hidden]")).to_have_value("f1")


def with_queue(page):
    """A page whose worker has brought the module that it needs without a line."""
    page.wait_for_timeout(300)
    page.evaluate("Promise.all(performance.getEntriesByType('resource').filter(e => e.name.includes('/app.')).map(e => fetch(e.name).then(r => r.text()).then(t => import(new URL(t.match(/queue\\.?[0-9a-f]*\\.js/)[0], e.name)))))")


@trial("/tr-light/list.html")
def a_cell_that_was_edited_offline_waits(page):
    with_queue(page)
    cell = page.locator("td:has(> .editable)").first
    before = cell.inner_text()

    def edit(text):
        page.context.set_offline(True)
        cell.locator(".editable").click()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(cell).to_have_class(re.compile("waits"))
        expect(cell).to_contain_text(text)
        expect(page.locator("#waits .waiting")).to_contain_text("1 işlem")

    edit("₺7")
    with page.expect_request("**/api/echo") as request:
        page.context.set_offline(False)
    assert request.value.post_data.startswith("amount=") and request.value.headers["idempotency-key"]
    expect(cell).not_to_have_class(re.compile("waits"))
    expect(cell).to_contain_text("₺7")
    expect(page.locator("#waits .banner")).to_have_count(0)
    # Refused: it is as it was, and the line above the page says why.
    edit("₺8")
    page.route("**/api/echo", lambda route: route.fulfill(status=409, content_type="application/problem+json", body='{"detail": "Kayıt kapandı"}'))
    page.context.set_offline(False)
    expect(page.locator("#waits .bad")).to_contain_text("Kayıt kapandı")
    expect(cell).to_contain_text("₺7")
    page.unroute("**/api/echo")
    with page.expect_request("**/api/echo"):
        page.locator("#waits .bad button", has_text="Tekrar dene").click()
    expect(page.locator("#waits .banner")).to_have_count(0)
    assert before != "₺7"


@trial("/tr-light/board.html")
def what_is_sent_offline_waits_for_the_line(page):
    with_queue(page)
    page.keyboard.press("n")
    page.locator("#f-customer").fill("Çevrimdışı")
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_have_css("display", "flex") if page.locator("dialog[open]").count() == 0 else None
    page.locator("#new-deal button", has_text="Fırsatı ekle").click()
    expect(page.locator("#toasts")).to_contain_text("Bağlantı gelince gönderilecek")
    with page.expect_request("**/api/echo") as request:
        page.context.set_offline(False)
    assert "customer=" in request.value.post_data and request.value.headers["idempotency-key"]


@trial("/tr-light/living.html", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
def rows_show_their_actions(page):
    page.locator("k-swipe [data-acts]").first.click()
    expect(page.locator("k-swipe.open .acts button").first).to_be_focused()


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Finger:
    """One finger on the glass, as the browser gets it from the machine."""

    def __init__(self, page):
        self.page, self.session = page, page.context.new_cdp_session(page)

    def send(self, kind, *point):
        points = [{"x": point[0], "y": point[1]}] if point else []
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def draw(self, start, end, rest=0, hold=False, steps=10):
        """From one point to another; `rest` is how long it lies still before it moves."""
        self.send("touchStart", *start)
        self.page.wait_for_timeout(rest)
        for step in range(1, steps + 1):
            self.send("touchMove", *(a + (b - a) * step / steps for a, b in zip(start, end)))
            self.page.wait_for_timeout(16)
        if not hold:
            # At rest, so that nothing flies on.
            self.page.wait_for_timeout(120)
            self.send("touchEnd")
            self.page.wait_for_timeout(350)


def middle(locator, x=0.5, y=0.5):
    box = locator.bounding_box()
    return box["x"] + box["width"] * x, box["y"] + box["height"] * y


@trial("/tr-light/living.html", **PHONE)
def a_row_is_pulled_aside(page):
    row, next_row, finger = page.locator("k-swipe").first, page.locator("k-swipe").nth(1), Finger(page)
    row.evaluate("node => node.scrollIntoView({ block: 'center' })")
    opened = lambda one: "open" in (one.get_attribute("class") or "")
    x, y = middle(row.locator(".face"), 0.7)
    finger.draw((x, y), (x - 30, y))
    assert not opened(row), "a twitch opens it"
    finger.draw((x, y), (x - 140, y))
    assert opened(row)
    expect(row.locator(".acts button").first).to_be_focused()
    # Its acts lie under the finger now, and can be pressed.
    top = page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('.acts') !== null", list(middle(row.locator(".acts button").last)))
    assert top, "the acts are covered"
    x2, y2 = middle(next_row.locator(".face"), 0.7)
    finger.draw((x2, y2), (x2 - 140, y2))
    assert opened(next_row) and not opened(row), "two rows are open"
    finger.draw((60, y2), (240, y2))
    assert not opened(next_row)
    # Up and down is the page's.
    before = page.evaluate("scrollY")
    finger.draw((x, y), (x - 12, y + 180))
    assert not opened(row), "a row opens by scrolling"
    assert page.evaluate("scrollY") != before, "a row holds the page"
    # A pull is no press on the row's link.
    assert page.url.endswith("living.html")


@trial("/tr-light/board.html", **PHONE)
def a_card_is_dragged_by_a_finger(page):
    card, finger, board = page.locator("[data-id=d1]"), Finger(page), page.locator(".board")
    home = card.evaluate("node => node.parentElement.dataset.id")
    start = middle(card, 0.5, 0.3)
    # Without a rest the board goes along, and the card stays in its place.
    finger.draw((middle(card, 0.9)[0], start[1]), (8, start[1]))
    assert card.evaluate("node => node.parentElement.dataset.id") == home
    assert board.evaluate("node => node.scrollLeft") > 0, "the board does not scroll"
    board.evaluate("node => node.scrollTo({ left: 0, behavior: 'instant' })")
    page.wait_for_timeout(500)
    start = middle(card, 0.5, 0.3)
    finger.draw(start, (360, start[1] + 10), rest=800, hold=True)
    expect(card).to_have_class(re.compile("flying"))
    # At the edge the board comes along until the next column is under the finger.
    page.wait_for_function("() => document.querySelector('.ghost')?.parentElement.dataset.id !== 'lead'")
    with page.expect_request("**/api/echo") as request:
        finger.send("touchEnd")
    assert "id=d1" in request.value.post_data and "to=lead" not in request.value.post_data, request.value.post_data
    expect(card).not_to_have_class(re.compile("flying"))
    assert card.evaluate("node => node.parentElement.dataset.id") != home
    page.locator("#toasts button", has_text="Geri al").last.tap()
    page.wait_for_function(f"() => document.querySelector('[data-id=d1]').parentElement.dataset.id === '{home}'")
    assert page.url.endswith("board.html"), "a drag is no press on the card's link"


@trial("/tr-light/board.html", **PHONE)
def a_sheet_is_drawn_down(page):
    finger, sheet = Finger(page), page.locator("#places")
    page.locator(".bottombar button").tap()
    expect(sheet).to_be_visible()
    page.wait_for_timeout(350)
    box = sheet.bounding_box()
    assert abs(box["y"] + box["height"] - 844) < 2 and box["width"] == 390, box
    x, y = middle(sheet.locator(".grab"))
    finger.draw((x, y), (x, y + 40))
    expect(sheet).to_be_visible()
    assert abs(sheet.bounding_box()["y"] - box["y"]) < 2, "it does not come back"
    # Beside the handle too: nobody hits four pixels.
    finger.draw((x + 70, y + 8), (x + 70, y + 160))
    expect(sheet).to_be_hidden()
    # Outside is another way out.
    page.locator(".bottombar button").tap()
    page.wait_for_timeout(350)
    page.touchscreen.tap(195, 60)
    expect(sheet).to_be_hidden()


@trial("/tr-light/form.html", **PHONE)
def a_list_is_chosen_from_by_touch(page):
    page.locator("#f-owner").tap() if page.locator("#f-owner").count() else page.locator("k-pick input").first.tap()
    options = page.locator(".pop:popover-open [role=option]")
    expect(options.first).to_be_visible()
    box = page.locator(".pop:popover-open").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390, box
    options.nth(1).tap()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def main():
    server = serve.serve(sys.argv[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base, good, bad = f"http://127.0.0.1:{server.server_address[1]}", 0, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path, options, function in TRIALS:
            context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", "service_workers": "block"} | options))
            context.set_default_timeout(8000)
            page = context.new_page()
            faults = []
            page.on("pageerror", lambda error: faults.append(str(error)))
            try:
                page.goto(base + path)
                page.wait_for_load_state("networkidle")
                function(page)
                assert not faults, faults
                good += 1
            except Exception as error:  # why: one that fails must not hide the others
                bad += 1
                where = traceback.extract_tb(error.__traceback__)
                line = next((frame.lineno for frame in reversed(where) if frame.filename == __file__), 0)
                print(f"{function.__name__} (line {line}): {str(error)[:400]} {faults}", flush=True)
            context.close()
        browser.close()
    print(f"elements: {good} passed, {bad} failed")
    sys.exit(1 if bad else 0)


main()
