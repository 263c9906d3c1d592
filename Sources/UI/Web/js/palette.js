// <k-palette> around a dialog: everything the user may do and see, found by a few letters. Places and commands stand in
// the page; records are asked from the server.
import { h, icon, lang, match, say } from "./dom.js";

const recent = () => { try { return JSON.parse(localStorage.getItem("recent") ?? "[]"); } catch { return []; } };

customElements.define("k-palette", class extends HTMLElement {
  connectedCallback() {
    if (this.dialog) return;
    [this.dialog, this.input, this.box] = [this.querySelector("dialog"), this.querySelector("input"), this.querySelector(".found")];
    this.dialog.addEventListener("shown", () => { this.input.value = ""; this.records = []; this.draw(); this.input.focus(); });
    this.input.addEventListener("input", () => { this.draw(); this.ask(); });
    this.input.addEventListener("keydown", (event) => this.key(event));
    if (this.dialog.open) this.draw();
  }
  /** What stands in the page: links and buttons with data-find. */
  get local() {
    return [...document.querySelectorAll("[data-find]")].map((node) => ({
      node, text: node.dataset.find, group: node.dataset.group || say("Sayfalar", "Pages"), icon: node.dataset.icon || "arrow-right", keys: node.dataset.key, href: node.getAttribute("href"),
    })).filter((item, index, all) => all.findIndex((other) => other.text === item.text && other.group === item.group) === index);
  }
  ask() {
    clearTimeout(this.timer);
    const question = this.input.value.trim();
    if (!this.dataset.from || question.length < 2) return void (this.records = []);
    this.timer = setTimeout(async () => {
      try {
        const answer = await fetch(`${this.dataset.from}?q=${encodeURIComponent(question)}`, { headers: { Accept: "application/json" } });
        if (!answer.ok || this.input.value.trim() !== question) return;
        this.records = (await answer.json()).items ?? [];
        this.draw();
      } catch { /* without an answer the places of the page remain */ }
    }, 140);
  }
  draw() {
    const question = this.input.value;
    const fits = this.local.map((item) => ({ ...item, fit: match(question, item.text) })).filter(({ fit }) => fit);
    if (!question) { const last = recent(); fits.forEach((item) => { if (last.includes(item.text)) item.group = say("Son kullanılanlar", "Recent"); }); fits.sort((a, b) => (last.indexOf(a.text) >>> 0) - (last.indexOf(b.text) >>> 0)); }
    else fits.sort((a, b) => b.fit.score - a.fit.score);
    const found = [...fits, ...(this.records ?? []).map((item) => ({ group: say("Kayıtlar", "Records"), icon: "file-text", ...item, fit: { at: match(question, item.text)?.at ?? [] } }))];
    const groups = Map.groupBy(found, ({ group }) => group);
    this.items = [...groups.values()].flat();
    let index = 0;
    this.box.replaceChildren(...[...groups].map(([group, items]) => h("div", { role: "group", "aria-label": group }, h("h3", { "aria-hidden": "true" }, group), items.map((item) => this.row(item, index++)))));
    if (!found.length) this.box.append(h("p", { class: "none" }, say(`“${question}” için bir şey bulunamadı`, `Nothing found for “${question}”`)));
    this.at = 0;
    this.mark();
  }
  row(item, index) {
    const letters = [...item.text].map((letter, at) => (item.fit.at.includes(at) ? h("mark", {}, letter) : letter));
    return h("div", { role: "option", id: `found-${index}`, "aria-selected": "false", onclick: () => this.go(item), onpointermove: () => { if (this.at !== index) { this.at = index; this.mark(false); } } },
      icon(item.icon), h("span", { class: "cut" }, letters), (item.hint || item.keys) && h("small", {}, item.hint ?? "", (item.keys ?? "").split(" ").filter(Boolean).map((key) => h("kbd", {}, key.replace("mod+", "Ctrl ").toLocaleUpperCase(lang)))));
  }
  mark(scroll = true) {
    const rows = this.box.querySelectorAll("[role=option]");
    rows.forEach((row, index) => row.setAttribute("aria-selected", index === this.at));
    if (scroll) rows[this.at]?.scrollIntoView({ block: "nearest" });
    rows[this.at] ? this.input.setAttribute("aria-activedescendant", rows[this.at].id) : this.input.removeAttribute("aria-activedescendant");
  }
  key(event) {
    const size = this.items.length, to = { ArrowDown: this.at + 1, ArrowUp: this.at - 1 }[event.key];
    if (to !== undefined && size) { this.at = (to + size) % size; this.mark(); }
    else if (event.key === "Enter") this.items[this.at] && this.go(this.items[this.at], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  }
  go(item, apart = false) {
    localStorage.setItem("recent", JSON.stringify([item.text, ...recent().filter((text) => text !== item.text)].slice(0, 5)));
    this.dialog.close();
    if (apart && item.href) return void open(item.href, "_blank", "noopener");
    if (item.node) item.node.click(); else if (item.href?.startsWith("/")) location.href = item.href;
  }
});
