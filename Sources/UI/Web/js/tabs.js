// <k-tabs><div role="tablist">…</div><div role="tabpanel">…</div></k-tabs>: arrows move, the address remembers.
customElements.define("k-tabs", class extends HTMLElement {
  connectedCallback() {
    if (this.tabs) return;
    this.tabs = [...this.querySelectorAll("[role=tab]")];
    this.tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => this.show(index));
      tab.addEventListener("keydown", (event) => {
        const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: this.tabs.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        this.show((to + this.tabs.length) % this.tabs.length, true);
      });
    });
    const wanted = this.tabs.findIndex((tab) => `#${tab.getAttribute("aria-controls")}` === location.hash);
    if (wanted > 0) this.show(wanted);
  }
  show(at, focus = false) {
    this.tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", index === at);
      tab.tabIndex = index === at ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = index !== at;
    });
    if (focus) this.tabs[at].focus();
  }
});
