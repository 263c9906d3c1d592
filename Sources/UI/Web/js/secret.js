// <k-secret> around a password: shows it while asked to.
import { h, icon, say } from "./dom.js";

customElements.define("k-secret", class extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    const input = this.querySelector("input");
    this.button = h("button", { type: "button", class: "iconbtn s", "aria-pressed": "false", "aria-label": say("Parolayı göster", "Show password"), onclick: () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      this.button.setAttribute("aria-pressed", !shown);
      this.button.replaceChildren(icon(shown ? "eye" : "eye-off"));
    } }, icon("eye"));
    this.querySelector(".frame").append(this.button);
  }
});
