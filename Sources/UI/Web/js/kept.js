// <k-kept>: the pages that can be read without a connection, as links; nothing where there are none.
import { h, icon, lang, say } from "./dom.js";

customElements.define("k-kept", class extends HTMLElement {
  async connectedCallback() {
    const found = [];
    for (const name of "caches" in globalThis ? await caches.keys() : []) if (name.startsWith("pages-")) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(await this.link(request, await cache.match(request)));
    }
    if (!found.length || this.childElementCount) return;
    this.append(h("h2", {}, say("Okuyabileceğiniz sayfalar", "Pages you can read")), h("ul", {}, found.reverse().slice(0, 12)));
  }
  async link({ url }, answer) {
    const title = new DOMParser().parseFromString(await answer.text(), "text/html").title.split(" · ")[0];
    const { pathname, search } = new URL(url), date = new Date(answer.headers.get("Date") ?? "");
    const when = isNaN(date) ? "" : date.toLocaleString(lang, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    return h("li", {}, h("a", { href: pathname + search }, icon("file-text"), h("span", { class: "cut" }, title || pathname), h("time", {}, when)));
  }
});
