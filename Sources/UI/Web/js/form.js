// <k-form> around a form: the first fault is brought into view, mended fields lose their fault, buttons are busy while
// it is sent, and a page with unsaved words is not left by accident.
customElements.define("k-form", class extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("form");
    const summary = this.querySelector(".summary");
    summary?.focus();
    summary?.addEventListener("click", (event) => {
      const field = document.getElementById(event.target.closest("a")?.hash.slice(1) ?? "");
      if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: "center" }); }
    });
    this.form.addEventListener("input", ({ target }) => {
      this.dirty = true;
      if (target.getAttribute("aria-invalid") !== "true") return;
      target.removeAttribute("aria-invalid");
      target.closest(".field")?.querySelector(".error")?.remove();
    });
    this.form.addEventListener("submit", (event) => {
      this.dirty = false;
      if (event.submitter && !event.defaultPrevented) setTimeout(() => event.submitter.setAttribute("aria-busy", "true"));
    });
    this.form.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.form.requestSubmit(); } });
    this.leave = (event) => { if (this.dirty && this.form.matches("[data-guard]")) event.preventDefault(); };
    addEventListener("beforeunload", this.leave);
    addEventListener("pageshow", () => this.form.querySelectorAll("[aria-busy]").forEach((node) => node.removeAttribute("aria-busy")));
  }
  /** Its words are in good hands: nothing is lost by leaving. */
  settle() { this.dirty = false; }
  disconnectedCallback() { removeEventListener("beforeunload", this.leave); }
});
