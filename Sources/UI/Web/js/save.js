// <k-save> around a button: keeps a text of the page as a file.
customElements.define("k-save", class extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`${this.dataset.text}\n`], { type: "text/plain" }));
      link.download = this.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }
});
