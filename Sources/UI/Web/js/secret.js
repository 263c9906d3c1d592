// <k-secret> around a password: shows it while asked to, and says when the keyboard writes capitals only.
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
    this.capitals = h("p", { class: "help capitals", role: "status" });
    this.append(this.capitals);
    for (const kind of ["keydown", "keyup"]) input.addEventListener(kind, (event) => this.look(event));
    input.addEventListener("blur", () => (this.capitals.textContent = ""));
  }

  look(event) {
    const words = event.getModifierState?.("CapsLock") ? say("Caps Lock açık.", "Caps Lock is on.") : "";
    if (this.capitals.textContent !== words) this.capitals.textContent = words;
  }
});
