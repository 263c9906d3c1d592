// <k-money>: an amount as people write it here (1.234,50 or 1,234.50); beside it goes the amount in minor units.
import { lang } from "./dom.js";

const [group, point] = lang === "tr" ? [".", ","] : [",", "."];

/** Minor units of what was typed; null when it is no amount. A lone separator with three digits behind it groups. */
export function minorUnits(text, digits = 2) {
  let plain = text.replace(/[\s₺$€£]/g, "");
  if (!/^-?[\d.,]+$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last >= 0) {
    const sign = plain[last], behind = plain.length - last - 1, other = sign === "." ? "," : ".";
    const decimal = plain.split(sign).length === 2 && (plain.includes(other) || sign === point || behind !== 3);
    plain = decimal ? `${plain.slice(0, last).replace(/[.,]/g, "")}.${plain.slice(last + 1)}` : plain.replace(/[.,]/g, "");
  }
  const [whole, part = ""] = plain.split(".");
  if (part.length > digits || whole.length > 15) return null;
  return BigInt(`${whole || "0"}${part.padEnd(digits, "0")}`);
}

export function written(minor, digits = 2) {
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
  return `${minor < 0n ? "-" : ""}${whole}${digits ? point + text.slice(-digits) : ""}`;
}

customElements.define("k-money", class extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = this.querySelector("input:not([type=hidden])");
    this.sent = this.querySelector("input[type=hidden]");
    this.input.addEventListener("input", () => this.read());
    this.input.addEventListener("blur", () => this.read(true));
    this.read(true);
  }
  read(tidy = false) {
    const minor = minorUnits(this.input.value);
    this.sent.value = minor ?? "";
    this.input.setCustomValidity(this.input.value.trim() && minor === null ? this.dataset.wrong : "");
    if (tidy && minor !== null) this.input.value = written(minor);
  }
});
