// <k-pick> around a <select>: search with Turkish letters folded, tokens for several, arrows and Enter. The select stays
// the truth, so a form sends it as ever.
import { fold, h, icon, match, place, say } from "./dom.js";

let count = 0;
customElements.define("k-pick", class extends HTMLElement {
  connectedCallback() {
    if (this.select) return;
    this.select = this.querySelector("select");
    const id = `pick-${++count}`, { select } = this;
    this.input = h("input", { id: select.id, role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off", placeholder: this.dataset.hint ?? say("Ara ve seç", "Search and choose") });
    for (const name of ["aria-describedby", "aria-invalid", "aria-label"]) if (select.hasAttribute(name)) this.input.setAttribute(name, select.getAttribute(name));
    select.removeAttribute("id");
    select.hidden = true;
    this.box = h("div", { class: "input frame picked" }, this.input);
    this.list = h("div", { class: "pop", popover: "manual" }, h("div", { id, class: "options", role: "listbox", "aria-multiselectable": select.multiple, "aria-label": this.dataset.label ?? say("Seçenekler", "Options") }));
    this.append(this.box, this.list);
    this.box.addEventListener("click", (event) => { if (!event.target.closest("button")) { this.input.focus(); this.open(); } });
    this.input.addEventListener("input", () => this.open());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.contains(document.activeElement) || this.shut(), 120));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.select.form?.addEventListener("reset", () => setTimeout(() => this.show()));
    this.show();
  }
  get chosen() { return [...this.select.selectedOptions].filter((option) => option.value); }
  show() {
    this.box.querySelectorAll(".token").forEach((token) => token.remove());
    if (!this.select.multiple) return void (this.input.value = this.chosen[0]?.text ?? "");
    this.input.before(...this.chosen.map((option) => h("span", { class: "token" }, h("span", {}, option.text),
      h("button", { type: "button", "aria-label": say(`${option.text}: kaldır`, `Remove ${option.text}`), onclick: () => this.take(option) }, icon("x", "s")))));
  }
  open() {
    const question = this.select.multiple || this.input.value !== this.chosen[0]?.text ? this.input.value : "";
    const found = [...this.select.options].filter((option) => option.value).map((option) => ({ option, fit: match(question, option.text) })).filter(({ fit }) => fit);
    if (question) found.sort((a, b) => b.fit.score - a.fit.score);
    this.found = found.slice(0, 100).map(({ option }) => option);
    const box = this.list.firstChild;
    box.replaceChildren(...this.found.map((option, index) => h("div", { role: "option", id: `${box.id}-${index}`, "aria-selected": option.selected, onclick: () => this.take(option) }, option.text, option.dataset.note && h("small", {}, option.dataset.note))));
    if (!this.found.length) box.append(h("div", { class: "none", role: "option", "aria-disabled": "true" }, say("Bulunamadı", "Nothing found")));
    if (!this.list.matches(":popover-open")) this.list.showPopover();
    place(this.list, this.box, { width: true });
    this.input.setAttribute("aria-expanded", "true");
    this.at = -1;
    this.move(question ? 0 : Math.max(0, this.found.findIndex((option) => option.selected && !this.select.multiple)));
  }
  shut() {
    if (this.list.matches(":popover-open")) this.list.hidePopover();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (!this.select.multiple) this.show(); else this.input.value = "";
  }
  move(to) {
    const rows = this.list.firstChild.children;
    if (!this.found?.length) return;
    rows[this.at]?.classList.remove("at");
    this.at = (to + this.found.length) % this.found.length;
    rows[this.at].classList.add("at");
    rows[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", rows[this.at].id);
  }
  take(option) {
    option.selected = this.select.multiple ? !option.selected : true;
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.input.value = "";
    this.show();
    this.input.focus();
    this.select.multiple && this.list.matches(":popover-open") ? this.open() : this.shut();
  }
  key(event) {
    const isOpen = this.list.matches(":popover-open");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") isOpen ? this.move(this.at + (event.key === "ArrowDown" ? 1 : -1)) : this.open();
    else if (event.key === "Enter" && isOpen) this.found[this.at] && this.take(this.found[this.at]);
    else if (event.key === "Escape" && isOpen) { this.shut(); event.stopPropagation(); }
    else if (event.key === "Backspace" && !this.input.value && this.select.multiple && this.chosen.length) return this.take(this.chosen.at(-1));
    else return;
    event.preventDefault();
  }
});
