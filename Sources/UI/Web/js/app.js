// On every page: brings the elements a page uses, answers shortcuts, speaks with htmx, keeps what the user prefers.
import { csrf, lang, reader, say } from "./dom.js";
import { live, toast } from "./toast.js";

const parts = {
  "k-board": () => import("./board.js"), "k-date": () => import("./date.js"), "k-drop": () => import("./drop.js"),
  "k-form": () => import("./form.js"), "k-kept": () => import("./kept.js"), "k-menu": () => import("./menu.js"), "k-money": () => import("./money.js"),
  "k-palette": () => import("./palette.js"), "k-passkey": () => import("./passkey.js"),
  "k-phone": () => import("./phone.js"), "k-pick": () => import("./pick.js"),
  "k-save": () => import("./save.js"), "k-secret": () => import("./secret.js"), "k-sheet": () => import("./sheet.js"), "k-swipe": () => import("./swipe.js"), "k-table": () => import("./table.js"),
  "k-tabs": () => import("./tabs.js"),
};
const root = document.documentElement;

function bring(node) {
  for (const [tag, load] of Object.entries(parts)) {
    if (!customElements.get(tag) && (node.matches?.(tag) || node.querySelector?.(tag))) load();
  }
}
bring(document);
new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(bring))).observe(root, { childList: true, subtree: true });
document.querySelectorAll("#toasts .toast").forEach((node) => live(node, 8));
// Where one is among many tabs is seen, however narrow the window.
document.querySelector("nav.tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// Where tabs do not fit, the current one is brought into view.
for (const at of document.querySelectorAll(".tabs > [aria-current]")) at.parentElement.scrollLeft = at.offsetLeft - (at.parentElement.clientWidth - at.offsetWidth) / 2;

// Dialogs, choices, copies: declared on the element that is pressed.
document.addEventListener("click", (event) => {
  const at = event.target.closest("[data-opens], [data-closes], [data-set], [data-copy], [data-print], [data-leaves]");
  if (!at) {
    if (event.target.matches?.("dialog[open]:not([data-firm])") && outside(event)) event.target.close();
    return;
  }
  const { opens, set, copy } = at.dataset;
  if (opens) open(opens, at);
  if ("closes" in at.dataset) at.closest("dialog")?.close();
  if (set) prefer(...set.split(":"), at);
  if (copy) navigator.clipboard.writeText(copy).then(() => toast(say("Kopyalandı", "Copied"), { kind: "good", seconds: 3 }));
  if ("print" in at.dataset) print();
  if ("leaves" in at.dataset) navigator.serviceWorker?.controller?.postMessage("forget");
});

function outside(event) {
  const box = event.target.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

function open(id, from) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  from.closest("[popover]")?.hidePopover();
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".body input:not([type=hidden]), .body select, .body textarea"))?.focus();
}

// What the user prefers is shown at once and told to the server in a cookie, so that the next page comes that way.
function prefer(name, value, from) {
  if (value === "toggle") value = root.dataset[name] === "narrow" ? "wide" : "narrow";
  root.dataset[name] = value;
  document.cookie = `face-${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  for (const other of document.querySelectorAll(`[data-set^="${name}:"]`)) {
    const on = other.dataset.set === `${name}:${value}`;
    for (const state of ["aria-checked", "aria-pressed"]) if (other.hasAttribute(state)) other.setAttribute(state, on);
  }
  if (from.dataset.set.endsWith("toggle")) from.setAttribute("aria-expanded", value !== "narrow");
}

// Shortcuts stand on the elements they press: data-key="g c", "n", "/", "mod+k".
let typed = "", forget;
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const mod = event.ctrlKey || event.metaKey;
  if (mod && !event.altKey) return press(`mod+${event.key.toLowerCase()}`, event);
  const writes = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (writes || event.altKey || event.key.length > 1) return;
  if (document.querySelector("dialog:modal") && event.key !== "?") return;
  typed = `${typed} ${event.key.toLowerCase()}`.trim();
  clearTimeout(forget);
  forget = setTimeout(() => (typed = ""), 900);
  if (press(typed, event)) typed = "";
  else if (!begins(typed)) { typed = event.key.toLowerCase(); if (press(typed, event)) typed = ""; }
});
const keyed = (test) => [...document.querySelectorAll("[data-key]")].find((node) => test(node.dataset.key) && !node.disabled);
const begins = (keys) => keyed((key) => key.startsWith(`${keys} `));
function press(keys, event) {
  const node = keyed((key) => key === keys);
  if (!node) return false;
  event.preventDefault();
  node.matches("input, textarea") ? node.focus() : node.click();
  return true;
}

// Tooltips are brought when the first one is wanted.
const tips = () => import("./tip.js");
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => { if (event.target.closest?.("[data-tip]")) tips().then((tip) => tip.show(event.target.closest("[data-tip]"))); });
}

// htmx: the form's secret, a line while waiting, and a way to try again.
const wait = document.getElementById("wait");
let waiting = 0;
const busy = (change) => {
  waiting = Math.max(0, waiting + change);
  wait?.classList.toggle("on", waiting > 0);
  wait?.classList.toggle("done", waiting === 0);
};
document.addEventListener("htmx:configRequest", ({ detail }) => {
  detail.headers["X-CSRF"] = csrf();
  if (detail.verb !== "get") detail.headers["Idempotency-Key"] = crypto.randomUUID();
});
document.addEventListener("htmx:beforeRequest", ({ detail }) => { busy(1); detail.elt.matches("button, .btn") && detail.elt.setAttribute("aria-busy", "true"); });
document.addEventListener("htmx:afterRequest", ({ detail }) => { busy(-1); detail.elt.removeAttribute?.("aria-busy"); });
// A form that was refused comes back with what was typed and where it is wrong.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status === 422) { detail.shouldSwap = true; detail.isError = false; }
});
const again = (detail) => () => htmx.ajax(detail.requestConfig.verb.toUpperCase(), detail.requestConfig.path, {
  source: detail.elt, target: detail.target, values: Object.fromEntries(detail.requestConfig.formData ?? []),
});
document.addEventListener("htmx:responseError", ({ detail }) => toast(refusal(detail.xhr), { kind: "bad", retry: detail.xhr.status >= 500 || detail.xhr.status === 429 ? again(detail) : null }));
document.addEventListener("htmx:sendError", ({ detail }) => {
  if (reader() && detail.elt.matches("form[data-waits]")) return holdBack(detail.elt, true);
  toast(say("Bağlantı kurulamadı", "No connection"), { kind: "bad", retry: again(detail) });
});
document.addEventListener("htmx:timeout", ({ detail }) => toast(say("Yanıt gecikti", "The answer took too long"), { kind: "bad", retry: again(detail) }));
function refusal(xhr) {
  try { const problem = JSON.parse(xhr.responseText); return problem.detail ?? problem.title; } catch { /* a page, not a problem */ }
  if (xhr.status === 403) return say("Buna izniniz yok", "You may not do this");
  if (xhr.status === 404) return say("Bu kayıt artık yok", "This record is gone");
  if (xhr.status === 429) return say("Çok hızlı gittiniz; birazdan deneyin", "Too fast; try again shortly");
  return say("Bir şeyler ters gitti", "Something went wrong");
}
// HX-Trigger: {"toast": {"text": …, "kind": …, "undo": "/…"}}
document.addEventListener("toast", ({ detail }) => {
  const { text, kind, undo } = detail;
  toast(text, { kind, action: undo && { text: say("Geri al", "Undo"), run: () => htmx.ajax("POST", undo, { swap: "none" }) } });
});
document.addEventListener("close-dialog", ({ target }) => (target.closest?.("dialog") ?? document.querySelector("dialog[open]"))?.close());
// Toasts and drawers that arrive by htmx.
document.addEventListener("htmx:load", ({ detail }) => {
  detail.elt.querySelectorAll?.("dialog[data-now]").forEach((dialog) => dialog.open || dialog.showModal());
  if (detail.elt.matches?.("dialog[data-now]") && !detail.elt.open) detail.elt.showModal();
  if (detail.elt.matches?.(".toast")) live(detail.elt);
});

// Without a connection: say so, keep what can wait, send it when the line is back. A browser may think that it has one and
// reach nobody: then the page was kept, or a form did not get through, and a look now and then tells when that has passed.
const queue = () => import("./queue.js"), waits = () => reader() && localStorage.getItem("waits");
let look;
function line(isThere) {
  isThere ? delete root.dataset.offline : (root.dataset.offline = "");
  clearTimeout(look);
  if (isThere) { if (waits()) queue().then(({ flush }) => flush()); } else look = setTimeout(probe, 15_000);
}
const probe = () => fetch("/sw.js", { method: "HEAD", cache: "no-store" }).then(() => line(true), () => line(false));
function holdBack(form, wasTried) {
  queue().then(({ keepForm }) => keepForm(form, wasTried));
  line(false);
}
addEventListener("offline", () => line(false));
addEventListener("online", probe);
document.addEventListener("visibilitychange", () => { if (!document.hidden && "offline" in root.dataset) probe(); });
if (!navigator.onLine) line(false);
document.addEventListener("submit", (event) => {
  if (navigator.onLine || !reader() || !event.target.matches("form[data-waits]")) return;
  event.preventDefault();
  event.stopPropagation();
  holdBack(event.target);
}, true);
if (waits()) queue().then(({ flush }) => flush());
document.addEventListener("shown", ({ target }) => {
  if (target.id === "sign-out" && waits()) target.querySelector("p").textContent = say("Gönderilmeyi bekleyenler gönderilmeden silinir, bu cihazdaki sayfalarınız da.", "What waits to be sent goes unsent, and so do the pages kept on this device.");
});

const worker = document.querySelector("meta[name=worker]")?.content, service = worker && navigator.serviceWorker;
if (service) {
  // The page comes first: the worker fetches all files at once.
  const register = () => service.register(worker).catch(() => {});
  document.readyState === "complete" ? register() : addEventListener("load", register);
  service.addEventListener("message", ({ data }) => {
    if (!("stale" in data)) return;
    line(false);
    const when = new Date(data.stale), at = document.querySelector(".offline > span");
    if (at && !isNaN(when)) at.append(say(" Bu sayfanın okunduğu an: ", " This page is as it was read: "), when.toLocaleString(lang, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }));
  });
  service.controller?.postMessage("fresh?");
}
