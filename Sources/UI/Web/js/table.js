// <k-table>: rows chosen with ticks (Shift for a range) and a bar for what is done with them; cells edited in place;
// J and K or the arrows walk through the rows.
import { h, icon, reader, say, send } from "./dom.js";
import { toast } from "./toast.js";

customElements.define("k-table", class extends HTMLElement {
  connectedCallback() {
    if (this.ready) return;
    this.ready = true;
    this.bulk = this.querySelector(".bulk");
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("change", (event) => { if (event.target.matches(".tick")) this.count(); });
    this.addEventListener("keydown", (event) => this.key(event));
    this.count();
  }
  get ticks() { return [...this.querySelectorAll("tbody .tick")]; }
  click(event) {
    const tick = event.target.closest(".tick"), cell = event.target.closest(".editable");
    if (cell) return this.edit(cell);
    if (event.target.closest("[data-none]")) { this.ticks.forEach((one) => (one.checked = false)); this.count(); this.querySelector(".tick")?.focus(); }
    if (!tick) return;
    if (tick.closest("thead")) this.ticks.forEach((one) => (one.checked = tick.checked));
    else if (event.shiftKey && this.last) {
      const all = this.ticks, [from, to] = [all.indexOf(this.last), all.indexOf(tick)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((one) => (one.checked = tick.checked));
    }
    this.last = tick;
    this.count();
  }
  count() {
    const all = this.ticks, chosen = all.filter((tick) => tick.checked).length, head = this.querySelector("thead .tick");
    if (head) { head.checked = chosen > 0 && chosen === all.length; head.indeterminate = chosen > 0 && chosen < all.length; }
    if (!this.bulk) return;
    this.bulk.hidden = chosen === 0;
    this.bulk.querySelector("strong").textContent = say(`${chosen} kayıt seçildi`, `${chosen} selected`);
  }
  key(event) {
    if (event.target.closest("input:not(.tick), select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key], row = event.target.closest("tbody tr");
    if (step && row) {
      let to = row;
      do to = step > 0 ? to.nextElementSibling : to.previousElementSibling; while (to && !to.querySelector("a, button, input"));
      if (to) { event.preventDefault(); (to.querySelector("th a, td a") ?? to.querySelector("button, input")).focus(); }
    }
    if (event.key === "x" && row?.querySelector(".tick")) { row.querySelector(".tick").click(); event.preventDefault(); }
    if (event.key === "Escape" && !this.bulk?.hidden) this.bulk?.querySelector("[data-none]")?.click();
  }
  edit(button) {
    const cell = button.closest("td"), { name, save, label, kind = "text" } = button.dataset, before = button.querySelector("span").textContent.trim();
    const choices = button.dataset.choices?.split("|");
    const input = choices ? h("select", { class: "input", "aria-label": label }, choices.map((choice) => h("option", { selected: choice === before }, choice)))
      : h("input", { class: `input ${kind === "text" ? "" : "num"}`, "aria-label": label, inputmode: kind === "text" ? null : "decimal" });
    if (!choices) input.value = before;
    const box = h("div", { class: "editing" }, input);
    button.replaceWith(box);
    input.focus();
    input.select?.();
    let over = false;
    const back = (text) => { over = true; button.querySelector("span").textContent = text; box.replaceWith(button); };
    const done = async (keepFocus) => {
      if (over) return;
      const value = input.value.trim();
      back(value);
      if (keepFocus) button.focus();
      if (value === before) return;
      cell.classList.add("saving");
      const key = crypto.randomUUID();
      try {
        await send(save, { [name]: value }, { key });
        cell.classList.add("saved");
        toast(say(`${label} güncellendi`, `${label} updated`), { kind: "good", action: { text: say("Geri al", "Undo"), run: () => { button.querySelector("span").textContent = before; send(save, { [name]: before }).catch(() => {}); } } });
      } catch (error) {
        if (!error.status && reader()) return hold(key, value);
        button.querySelector("span").textContent = before;
        toast(error.message, { kind: "bad", action: { text: say("Tekrar dene", "Try again"), run: () => { this.edit(button); const again = cell.querySelector(".input"); again.value = value; } } });
      } finally { cell.classList.remove("saving"); setTimeout(() => cell.classList.remove("saved"), 1300); }
    };
    // Nobody was reached: it stays as it was typed, marked, until it is sent or refused.
    const hold = async (key, value) => {
      const { keep } = await import("./queue.js"), row = button.closest("tr").querySelector("th")?.textContent.trim();
      cell.classList.add("waits");
      await keep({ url: save, fields: [[name, value]], key, what: [row, `${label}: ${value}`].filter(Boolean).join(" · ") }, (went) => {
        cell.classList.remove("waits");
        if (!went) button.querySelector("span").textContent = before;
      });
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { event.preventDefault(); done(true); }
      if (event.key === "Escape") { event.stopPropagation(); back(before); button.focus(); }
    });
    input.addEventListener("blur", () => done(false));
    if (choices) input.addEventListener("change", () => done(true));
  }
});
