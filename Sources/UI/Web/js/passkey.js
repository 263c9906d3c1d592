// <k-passkey> around a button: asks the server for a challenge, the browser for a passkey, and sends the answer. It shows
// itself only where the browser knows passkeys; an offered one is also found among what the browser fills in.
import { say, send } from "./dom.js";

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const listed = (all) => (all ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

/** The server's options, with bytes where the browser wants bytes. */
function options(json) {
  const made = { ...json, challenge: bytes(json.challenge) };
  if (json.user) made.user = { ...json.user, id: bytes(json.user.id) };
  if (json.allowCredentials) made.allowCredentials = listed(json.allowCredentials);
  if (json.excludeCredentials) made.excludeCredentials = listed(json.excludeCredentials);
  return made;
}

/** The browser's answer, with text where JSON wants text. */
function answer({ id, rawId, type, response, authenticatorAttachment }) {
  const said = { clientDataJSON: text(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) said[part] = text(response[part]);
  }
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({ id, rawId: text(rawId), type, authenticatorAttachment, clientExtensionResults: {}, response: said });
}

// One ceremony at a time in a page: what the browser offers by itself ends when a button is pressed.
let running;
const begin = () => { running?.abort(); running = new AbortController(); return running.signal; };

customElements.define("k-passkey", class extends HTMLElement {
  async connectedCallback() {
    if (this.button) return;
    this.button = this.querySelector("button");
    this.fault = this.querySelector(".error");
    const isKnown = Boolean(globalThis.PublicKeyCredential && navigator.credentials);
    this.hidden = !isKnown;
    for (const node of document.querySelectorAll("[data-passkey-only]")) node.hidden = !isKnown;
    for (const node of document.querySelectorAll("[data-no-passkeys]")) node.hidden = isKnown;
    if (!isKnown) return;
    this.button.addEventListener("click", () => this.press());
    if ("offer" in this.dataset && (await PublicKeyCredential.isConditionalMediationAvailable?.())) this.offer();
  }

  disconnectedCallback() { clearTimeout(this.again); }

  /** Waits among what the browser fills in; a challenge is good for five minutes, so there is another before that. */
  async offer() {
    const signal = begin();
    this.again = setTimeout(() => this.offer(), 280_000);
    try { await this.perform({ mediation: "conditional", signal }); } catch { /* the button is still there */ }
  }

  async press() {
    const form = this.dataset.form && document.getElementById(this.dataset.form);
    for (const field of form?.querySelectorAll("input[name=name]") ?? []) if (!field.reportValidity()) return;
    clearTimeout(this.again);
    this.say("");
    this.button.setAttribute("aria-busy", "true");
    try { await this.perform({ signal: begin() }); } catch (error) { this.say(this.words(error)); } finally { this.button.removeAttribute("aria-busy"); }
  }

  async perform(how) {
    const asked = await (await send(this.dataset.options, {})).json();
    const credential = await navigator.credentials[this.dataset.act]({ publicKey: options(asked), ...how });
    const fields = { credential: answer(credential) };
    const form = this.dataset.form && document.getElementById(this.dataset.form);
    for (const name of ["name", "label"]) {
      const field = form?.querySelector(`input[name=${name}]`);
      if (field?.value) fields[name] = field.value;
    }
    const { to } = await (await send(this.dataset.answer, fields)).json();
    location.assign(to);
  }

  say(words) {
    this.fault.textContent = words;
    this.fault.hidden = !words;
  }

  words({ name, status }) {
    if (status === 401 || status === 410) return say("Bu adım sona erdi. Sayfayı yenileyin.", "This step has ended. Load the page again.");
    if (status === 429) return say("Çok fazla deneme yapıldı. Birkaç dakika bekleyin.", "Too many tries. Wait a few minutes.");
    if (status >= 500) return say("Şu anda olmadı. Birazdan yeniden deneyin.", "It did not work just now. Try again shortly.");
    if (status) return say("Bu passkey burada geçerli değil.", "This passkey is not valid here.");
    if (name === "InvalidStateError") return say("Bu cihazda zaten bir passkey’iniz var.", "There is a passkey of yours on this device already.");
    if (name === "NotAllowedError" || name === "AbortError") return say("Vazgeçildi ya da süre doldu.", "It was given up, or took too long.");
    return say("Tarayıcı passkey’i kullanamadı.", "The browser could not use the passkey.");
  }
});
