// <k-phone>: a country's flag and dial code, the number in that country's rhythm; what is sent is +905321234567.
const rhythms = { 90: [3, 3, 2, 2], 1: [3, 3, 4], 44: [4, 6], 49: [3, 4, 4], 33: [1, 2, 2, 2, 2] };

customElements.define("k-phone", class extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    [this.input, this.sent, this.pick] = [this.querySelector("input[type=tel]"), this.querySelector("input[type=hidden]"), this.querySelector("select")];
    this.shown = this.querySelector(".shown");
    this.flag = this.querySelector(".flag");
    this.pick.addEventListener("change", () => { this.read(); this.input.focus(); });
    this.input.addEventListener("input", () => this.read(false));
    this.input.addEventListener("blur", () => this.read());
    this.read();
  }
  read(tidy = true) {
    let digits = this.input.value.replace(/[^\d+]/g, "");
    if (digits.startsWith("00")) digits = `+${digits.slice(2)}`;
    if (digits.startsWith("+")) {
      const known = [...this.pick.options].map((option) => option.dataset.dial).sort((a, b) => b.length - a.length).find((dial) => digits.startsWith(`+${dial}`));
      if (known) { this.pick.value = [...this.pick.options].find((option) => option.dataset.dial === known).value; digits = digits.slice(known.length + 1); }
    }
    digits = digits.replace(/\D/g, "").replace(/^0+/, "");
    const { dial, flag } = this.pick.selectedOptions[0].dataset;
    this.flag.textContent = flag;
    this.shown.textContent = `+${dial}`;
    this.sent.value = digits ? `+${dial}${digits}` : "";
    const full = digits.length + dial.length;
    this.input.setCustomValidity(digits && (full < 8 || full > 15 || (dial === "90" && digits.length !== 10)) ? this.dataset.wrong : "");
    if (tidy) this.input.value = this.spaced(digits, rhythms[dial] ?? [3, 3, 4]);
  }
  spaced(digits, rhythm) {
    const out = [];
    for (const size of rhythm) if (digits) { out.push(digits.slice(0, size)); digits = digits.slice(size); }
    return [...out, digits].filter(Boolean).join(" ");
  }
});
