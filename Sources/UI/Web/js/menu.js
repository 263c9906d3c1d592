// <k-menu><button aria-haspopup="menu">…</button><div class="pop menu" popover role="menu">…</div></k-menu>
import { fold, isPhone, place } from "./dom.js";

customElements.define("k-menu", class extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    [this.button, this.pop] = [this.querySelector("button"), this.querySelector("[popover]")];
    this.button.addEventListener("click", (event) => { event.preventDefault(); this.pop.matches(":popover-open") ? this.pop.hidePopover() : this.open(); });
    this.button.addEventListener("keydown", (event) => { if (["ArrowDown", "ArrowUp"].includes(event.key)) { event.preventDefault(); this.open(event.key === "ArrowUp"); } });
    this.pop.addEventListener("toggle", (event) => this.button.setAttribute("aria-expanded", event.newState === "open"));
    this.pop.addEventListener("keydown", (event) => this.key(event));
    this.pop.addEventListener("click", (event) => {
      const item = event.target.closest("[role^=menuitem]");
      if (item && item.getAttribute("aria-disabled") !== "true" && item.getAttribute("role") === "menuitem") this.shut();
    });
  }
  get items() { return [...this.pop.querySelectorAll("[role^=menuitem]:not([aria-disabled=true])")]; }
  open(last = false) {
    this.pop.classList.toggle("sheet", isPhone());
    this.pop.showPopover();
    if (!isPhone()) place(this.pop, this.button, { end: this.hasAttribute("end") });
    this.items.at(last ? -1 : 0)?.focus();
  }
  shut() { this.pop.hidePopover(); this.button.focus(); }
  key(event) {
    const items = this.items, at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === "Escape") this.shut();
    else if (event.key === "Tab") return this.pop.hidePopover();
    else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      [...items.slice(at + 1), ...items].find((item) => fold(item.textContent.trim()).startsWith(fold(event.key)))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
});
