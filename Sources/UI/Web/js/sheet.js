// <k-sheet> around a dialog: on phones it is dragged away by its handle; a form with unsaved words asks first.
import { isPhone, say } from "./dom.js";

customElements.define("k-sheet", class extends HTMLElement {
  connectedCallback() {
    if (this.dialog) return;
    this.dialog = this.querySelector("dialog");
    this.querySelector(".grab")?.addEventListener("pointerdown", (event) => this.drag(event));
    this.dialog.addEventListener("cancel", (event) => { if (!this.mayLeave()) event.preventDefault(); });
    this.dialog.addEventListener("input", (event) => { if (event.target.form?.matches("[data-guard]")) this.dirty = true; });
    this.dialog.addEventListener("close", () => { this.dirty = false; if (this.hasAttribute("once")) this.remove(); });
  }
  mayLeave() { return !this.dirty || confirm(say("Kaydedilmemiş değişiklikler silinsin mi?", "Discard what you have not saved?")); }
  drag(down) {
    if (!isPhone()) return;
    const grab = down.target, dialog = this.dialog;
    grab.setPointerCapture(down.pointerId);
    const move = (event) => (dialog.style.translate = `0 ${Math.max(0, event.clientY - down.clientY)}px`);
    const up = (event) => {
      grab.removeEventListener("pointermove", move);
      dialog.style.translate = "";
      if (event.clientY - down.clientY > 90 && this.mayLeave()) dialog.close();
    };
    grab.addEventListener("pointermove", move);
    grab.addEventListener("pointerup", up, { once: true });
    grab.addEventListener("pointercancel", up, { once: true });
  }
});
