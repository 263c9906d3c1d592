// <k-drop>: files by dragging, choosing or pasting. With data-to each is sent at once with its progress, and a hidden
// field keeps the id that came back; without it the form sends them.
import { csrf, h, icon, lang, say } from "./dom.js";

const size = (bytes) => { const mega = bytes >= 1e6; return `${new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(bytes / (mega ? 1e6 : 1e3))} ${mega ? "MB" : "kB"}`; };

customElements.define("k-drop", class extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    [this.input, this.zone, this.list] = [this.querySelector("input"), this.querySelector(".drop"), this.querySelector(".files")];
    this.limit = Number(this.dataset.limit) || Infinity;
    this.input.addEventListener("change", () => this.take([...this.input.files]));
    for (const kind of ["dragenter", "dragover"]) this.zone.addEventListener(kind, (event) => { event.preventDefault(); this.zone.classList.add("over"); });
    for (const kind of ["dragleave", "drop"]) this.zone.addEventListener(kind, (event) => { event.preventDefault(); this.zone.classList.remove("over"); });
    this.zone.addEventListener("drop", (event) => this.take([...event.dataTransfer.files]));
    this.addEventListener("paste", (event) => { if (event.clipboardData.files.length) this.take([...event.clipboardData.files]); });
  }
  take(files) {
    if (!this.dataset.to) {
      const kept = new DataTransfer();
      files.forEach((file) => kept.items.add(file));
      this.input.files = kept.files;
      this.list.replaceChildren();
    }
    for (const file of files) this.add(file);
    if (this.dataset.to) this.input.value = "";
  }
  add(file) {
    const progress = h("progress", { max: 1, value: 0, "aria-label": file.name }), state = h("small", { class: "muted num" }, size(file.size));
    const row = h("li", {}, icon(file.type.startsWith("image/") ? "image" : "file-text"), h("span", { class: "cut" }, file.name), state,
      h("button", { type: "button", class: "iconbtn s", "aria-label": say(`${file.name}: kaldır`, `Remove ${file.name}`), onclick: () => { row.request?.abort(); row.remove(); this.zone.querySelector("input").focus(); } }, icon("x", "s")));
    this.list.append(row);
    if (file.size > this.limit) return this.fail(row, say(`En çok ${size(this.limit)} olabilir`, `At most ${size(this.limit)}`));
    if (this.dataset.to) { row.append(progress); this.send(file, row, progress, state); }
  }
  send(file, row, progress, state) {
    const request = (row.request = new XMLHttpRequest()), body = new FormData();
    body.append("file", file);
    request.open("POST", this.dataset.to);
    request.setRequestHeader("X-CSRF", csrf());
    request.upload.addEventListener("progress", ({ loaded, total }) => { progress.value = loaded / total; state.textContent = new Intl.NumberFormat(lang, { style: "percent" }).format(loaded / total); });
    const again = () => { row.querySelector(".error")?.remove(); row.append(progress); this.send(file, row, progress, state); };
    request.addEventListener("load", () => {
      if (request.status >= 300) return this.fail(row, say("Yüklenemedi", "Not uploaded"), again);
      progress.remove();
      state.textContent = size(file.size);
      let id = "";
      try { id = JSON.parse(request.responseText).id; } catch { /* the server keeps it under its own name */ }
      row.append(h("input", { type: "hidden", name: this.dataset.name, value: id }));
    });
    request.addEventListener("error", () => this.fail(row, say("Bağlantı koptu", "The connection was lost"), again));
    request.send(body);
  }
  fail(row, text, again) {
    row.querySelector("progress")?.remove();
    row.append(h("p", { class: "error", role: "alert" }, icon("circle-alert"), text, again && h("button", { type: "button", class: "link", onclick: again }, say("Tekrar dene", "Try again"))));
  }
});
