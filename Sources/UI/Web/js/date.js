// <k-date>: a day, or a day and a time, as people write it here; what is sent is an ISO date or an instant in UTC.
import { h, icon, lang, place, say } from "./dom.js";

const pad = (number, size = 2) => String(number).padStart(size, "0");
const same = (a, b) => a && b && a.y === b.y && a.m === b.m && a.d === b.d;

/** The wall clock of a zone at an instant. */
export function wall(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(instant).map(({ type, value }) => [type, value]));
  return { y: +parts.year, m: +parts.month, d: +parts.day, h: +parts.hour, min: +parts.minute };
}
/** The instant at which a zone's clock shows this; asked twice, because the first answer may stand on the other side of a change. */
export function instant(at, zone) {
  const wanted = Date.UTC(at.y, at.m - 1, at.d, at.h ?? 0, at.min ?? 0);
  let guess = wanted;
  for (let step = 0; step < 2; step++) {
    const seen = wall(guess, zone);
    guess += wanted - Date.UTC(seen.y, seen.m - 1, seen.d, seen.h, seen.min);
  }
  return new Date(guess);
}
/** What was typed: 24.11.2026 21:00, 24/11, 11/24/2026 9:00 PM, yarın. Null when it is no day. */
export function read(text, today) {
  const word = text.trim().toLocaleLowerCase(lang);
  const days = { bugün: 0, today: 0, yarın: 1, tomorrow: 1, dün: -1, yesterday: -1 }[word.split(" ")[0]];
  const clock = word.match(/(\d{1,2})[:.](\d{2})\s*(am|pm)?$/) ?? word.match(/\b(\d{1,2})()\s*(am|pm)$/);
  const time = clock && { h: (clock[3] ? (+clock[1] % 12) + (clock[3] === "pm" ? 12 : 0) : +clock[1]), min: +(clock[2] || 0) };
  if (time && (time.h > 23 || time.min > 59)) return null;
  if (days !== undefined) {
    const moved = new Date(Date.UTC(today.y, today.m - 1, today.d + days));
    return { y: moved.getUTCFullYear(), m: moved.getUTCMonth() + 1, d: moved.getUTCDate(), ...time };
  }
  const iso = word.match(/^(\d{4})-(\d{1,2})-(\d{1,2})/), own = word.match(/^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?=\s|$)/);
  if (!iso && !own) return null;
  let [y, m, d] = iso ? iso.slice(1).map(Number) : lang === "tr" ? [own[3], own[2], own[1]].map((part) => part && +part) : [own[3], own[1], own[2]].map((part) => part && +part);
  y = y === undefined ? today.y : y < 100 ? 2000 + y : y;
  const check = new Date(Date.UTC(y, m - 1, d));
  return check.getUTCMonth() === m - 1 && check.getUTCDate() === d ? { y, m, d, ...time } : null;
}

customElements.define("k-date", class extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    [this.input, this.sent] = [this.querySelector("input:not([type=hidden])"), this.querySelector("input[type=hidden]")];
    this.zone = this.dataset.zone || "Europe/Istanbul";
    this.timed = this.hasAttribute("timed");
    this.button = h("button", { type: "button", class: "iconbtn", "aria-label": say("Takvimi aç", "Open the calendar"), "aria-haspopup": "dialog", "aria-expanded": "false", onclick: () => this.toggle() }, icon("calendar"));
    this.querySelector(".frame").append(this.button);
    this.pop = h("div", { class: "pop calendar", popover: "auto", role: "dialog", "aria-label": say("Takvim", "Calendar") });
    this.pop.addEventListener("toggle", (event) => this.button.setAttribute("aria-expanded", event.newState === "open"));
    this.append(this.pop);
    try { new Intl.DateTimeFormat(lang, { timeZone: this.zone }); } catch { this.zone = "Europe/Istanbul"; }
    const given = new Date(this.sent.value);
    if (!Number.isNaN(given.getTime())) this.at = wall(given, this.timed ? this.zone : "UTC");
    this.write();
    this.input.addEventListener("change", () => this.typed());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && event.altKey) { event.preventDefault(); this.toggle(); }
      if (["ArrowUp", "ArrowDown"].includes(event.key) && !event.altKey && this.at) { event.preventDefault(); this.shift(event.key === "ArrowUp" ? 1 : -1); this.write(); }
    });
  }
  get today() { return wall(new Date(), this.zone); }
  typed() {
    const text = this.input.value.trim(), at = text ? read(text, this.today) : null;
    this.at = at && this.timed ? { h: 9, min: 0, ...at } : at;
    this.input.setCustomValidity(text && !at ? this.dataset.wrong : "");
    if (at || !text) this.write(); else this.sent.value = "";
  }
  write() {
    const { at } = this;
    this.sent.value = !at ? "" : this.timed ? instant(at, this.zone).toISOString().replace(".000Z", "Z") : `${at.y}-${pad(at.m)}-${pad(at.d)}`;
    const day = at && (lang === "tr" ? `${pad(at.d)}.${pad(at.m)}.${at.y}` : `${pad(at.m)}/${pad(at.d)}/${at.y}`);
    this.input.value = !at ? "" : this.timed ? `${day} ${this.clock(at)}` : day;
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
  clock({ h: hour, min }) { return lang === "tr" ? `${pad(hour)}:${pad(min)}` : `${hour % 12 || 12}:${pad(min)} ${hour < 12 ? "AM" : "PM"}`; }
  shift(days) {
    const moved = new Date(Date.UTC(this.at.y, this.at.m - 1, this.at.d + days));
    this.at = { ...this.at, y: moved.getUTCFullYear(), m: moved.getUTCMonth() + 1, d: moved.getUTCDate() };
  }
  toggle() {
    if (this.pop.matches(":popover-open")) return this.pop.hidePopover();
    this.seen = { ...(this.at ?? this.today) };
    this.draw();
    this.pop.showPopover();
    place(this.pop, this.querySelector(".frame"));
    this.pop.querySelector("[tabindex='0']")?.focus();
  }
  draw() {
    const { seen, today } = this, first = new Date(Date.UTC(seen.y, seen.m - 1, 1));
    const monday = lang === "tr" ? 1 : 0, lead = (first.getUTCDay() - monday + 7) % 7;
    const title = new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" }).format(first);
    const names = [...Array(7)].map((_, i) => { const day = new Date(Date.UTC(2024, 0, 7 + i + monday)); return [new Intl.DateTimeFormat(lang, { weekday: "short", timeZone: "UTC" }).format(day).slice(0, 2), new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" }).format(day)]; });
    const rows = [...Array(6)].map((_, row) => h("tr", {}, [...Array(7)].map((_, column) => {
      const date = new Date(Date.UTC(seen.y, seen.m - 1, 1 - lead + row * 7 + column));
      const day = { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
      return h("td", { role: "gridcell", "aria-selected": String(!!same(day, this.at)), "aria-current": same(day, today) ? "date" : null },
        h("button", { type: "button", class: day.m === seen.m ? null : "other", tabindex: same(day, seen) ? "0" : "-1", "aria-label": new Intl.DateTimeFormat(lang, { dateStyle: "full", timeZone: "UTC" }).format(date), onclick: () => this.take(day) }, String(day.d)));
    })));
    const step = (by, name, mark) => h("button", { type: "button", class: "iconbtn s", "aria-label": name, onclick: () => { this.go(by); } }, icon(mark));
    this.pop.replaceChildren(
      h("header", {}, h("strong", { "aria-live": "polite" }, title), step(-1, say("Önceki ay", "Previous month"), "chevron-left"), step(1, say("Sonraki ay", "Next month"), "chevron-right")),
      h("table", { role: "grid", "aria-label": title, onkeydown: (event) => this.key(event) }, h("thead", {}, h("tr", {}, names.map(([short, long]) => h("th", { scope: "col", abbr: long }, short)))), h("tbody", {}, rows)),
      h("footer", {}, this.timed && this.hour(), h("span", { class: "space" }), h("button", { type: "button", class: "btn quiet s", onclick: () => { this.at = null; this.write(); this.pop.hidePopover(); } }, say("Temizle", "Clear")), h("button", { type: "button", class: "btn soft s", onclick: () => this.take(this.today) }, say("Bugün", "Today"))));
  }
  hour() {
    const at = this.at ?? { h: 9, min: 0 };
    const times = [...Array(48)].map((_, i) => ({ h: i >> 1, min: i % 2 * 30 }));
    if (!times.some((time) => time.h === at.h && time.min === at.min)) times.push(at);
    return h("select", { class: "input num", "aria-label": say("Saat", "Time"), onchange: (event) => { const [hour, min] = event.target.value.split(":").map(Number); this.at = { ...(this.at ?? this.seen), h: hour, min }; this.write(); } },
      times.sort((a, b) => a.h * 60 + a.min - b.h * 60 - b.min).map((time) => h("option", { value: `${time.h}:${time.min}`, selected: time.h === at.h && time.min === at.min }, this.clock(time))));
  }
  go(months, days = 0) {
    const { seen } = this;
    const moved = days ? new Date(Date.UTC(seen.y, seen.m - 1, seen.d + days)) : new Date(Date.UTC(seen.y, seen.m - 1 + months, Math.min(seen.d, new Date(Date.UTC(seen.y, seen.m + months, 0)).getUTCDate())));
    this.seen = { y: moved.getUTCFullYear(), m: moved.getUTCMonth() + 1, d: moved.getUTCDate() };
    this.draw();
  }
  key(event) {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key], months = { PageUp: -1, PageDown: 1 }[event.key];
    if (!days && !months) return;
    event.preventDefault();
    this.go(months ?? 0, days ?? 0);
    this.pop.querySelector("[tabindex='0']").focus();
  }
  take(day) {
    this.at = { h: this.at?.h ?? 9, min: this.at?.min ?? 0, y: day.y, m: day.m, d: day.d };
    this.input.setCustomValidity("");
    this.write();
    this.pop.hidePopover();
    this.input.focus();
  }
});
