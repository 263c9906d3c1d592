// What was sent without a connection waits here, in order and for whoever sent it, each with a key of its own so that none
// counts twice. Lines above the page say what waits and what was refused.
import { csrf, h, icon, reader, say } from "./dom.js";
import { toast } from "./toast.js";

const store = "waits", patience = 20_000;
/** What a page does with its own entries when they are sent or refused, by key. */
const settled = new Map();

const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
let opened;
function base() {
  return (opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("konak", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { autoIncrement: true });
    asked.onsuccess = () => {
      // Whoever signs out in another window takes what waits along.
      asked.result.onversionchange = () => { asked.result.close(); opened = null; };
      resolve(asked.result);
    };
    asked.onerror = () => { opened = null; reject(asked.error); };
  }));
}
const shelf = async (mode = "readonly") => (await base()).transaction(store, mode).objectStore(store);
const put = async (entry, id) => done((await shelf("readwrite")).put(entry, id));
const drop = async (id) => done((await shelf("readwrite")).delete(id));

/** What waits for this reader, by its number. What another left behind is nobody's to send, and goes. */
async function entries() {
  const asked = await shelf(), [ids, all] = await Promise.all([done(asked.getAllKeys()), done(asked.getAll())]);
  const found = ids.map((id, at) => ({ id, entry: all[at] }));
  if (reader()) for (const { id, entry } of found) if (entry.reader !== reader()) await drop(id);
  return found.filter(({ entry }) => entry.reader === reader());
}

/** Keeps one sending. `then(went)` is what this page does when it is settled. */
export async function keep({ url, fields, key = crypto.randomUUID(), what }, then) {
  localStorage.setItem("waits", "1");
  if (then) settled.set(key, then);
  await done((await shelf("readwrite")).add({ url, fields, key, what, reader: reader(), at: Date.now() }));
  await show();
  toast(say("Bağlantı gelince gönderilecek", "It will be sent when the line is back"));
}

/** Keeps a form, which is as it came at once. One that was tried may have got there: it goes again under the key it had. */
export function keepForm(form, wasTried) {
  const own = form.elements["idempotency-key"], key = (wasTried && own?.value) || crypto.randomUUID();
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["csrf", own?.name].includes(name));
  const heading = (form.closest("dialog")?.querySelector("h2") ?? document.querySelector("h1"))?.textContent.trim() ?? "";
  const named = form.querySelector("input:not([type=hidden], [type=radio], [type=checkbox])")?.value.trim();
  form.reset();
  if (own) own.value = crypto.randomUUID();
  form.closest("k-form")?.settle?.();
  form.closest("dialog")?.close();
  return keep({ url: form.action, fields, key, what: [heading, named].filter(Boolean).join(" · ") });
}

let again;
/** Sends what waits, one window at a time. */
export async function flush() {
  clearTimeout(again);
  if (!navigator.onLine || !reader()) return show();
  const work = () => send().finally(show);
  await (navigator.locks ? navigator.locks.request("waits", work) : work());
  if ((await entries()).some(({ entry }) => !entry.refused)) again = setTimeout(flush, patience);
}

async function send() {
  let sent = 0;
  for (const { id, entry } of await entries()) {
    if (entry.refused) continue;
    let answer;
    try { answer = await post(entry); } catch { break; }
    delete document.documentElement.dataset.offline;
    if (answer.status === 401 || /^\/log-in/.test(answer.headers.get("HX-Redirect") ?? "")) break;
    if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) break;
    if (answer.ok) { sent++; await drop(id); }
    else await put({ ...entry, refused: await reason(answer) }, id);
    settled.get(entry.key)?.(answer.ok);
    settled.delete(entry.key);
  }
  if (sent) toast(say(`Bekleyen ${sent} işlem gönderildi`, sent === 1 ? "What waited was sent" : `${sent} things that waited were sent`), { kind: "good", action: { text: say("Sayfayı yenile", "Load the page anew"), run: () => location.reload() } });
}

const post = ({ url, fields, key }) => fetch(url, {
  method: "POST", body: new URLSearchParams(fields), redirect: "error",
  headers: { "X-CSRF": csrf(), "Idempotency-Key": key, "HX-Request": "true", Accept: "text/html, application/problem+json" },
});

/** Why it was refused, in the words of the answer: a problem, or the form that came back. */
async function reason(answer) {
  const text = await answer.text().catch(() => "");
  try { const problem = JSON.parse(text); return problem.detail ?? problem.title; } catch { /* a page */ }
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = [...page.querySelectorAll(".summary li, form > .callout p, .errorpage h1")].map((node) => node.textContent.trim());
  return said.join(" ") || say("Kabul edilmedi", "It was refused");
}

/** The lines above the page. */
export async function show() {
  const all = await entries(), waiting = all.filter(({ entry }) => !entry.refused), place = document.getElementById("waits");
  if (!all.length) localStorage.removeItem("waits");
  if (!place) return;
  place.replaceChildren(...(waiting.length ? [line(waiting)] : []), ...all.filter(({ entry }) => entry.refused).map(refusal));
}

function line(waiting) {
  const names = waiting.map(({ entry }) => entry.what).filter(Boolean).join(", ");
  const text = say(`${waiting.length} işlem gönderilmeyi bekliyor`, `${waiting.length} to be sent`);
  return h("div", { class: "banner waiting" }, icon("clock"), h("span", {}, h("strong", {}, text), names && ` ${names}`),
    button(say("Şimdi gönder", "Send now"), flush));
}

function refusal({ id, entry }) {
  const retry = async () => { const { refused, ...rest } = entry; await put(rest, id); localStorage.setItem("waits", "1"); await show(); await flush(); };
  return h("div", { class: "banner bad", role: "alert" }, icon("circle-alert"),
    h("span", {}, h("strong", {}, say("Gönderilemedi:", "Not sent:")), ` ${[entry.what, entry.refused].filter(Boolean).join(" — ")}`),
    button(say("Tekrar dene", "Try again"), retry), button(say("Vazgeç", "Give up"), async () => { await drop(id); await show(); }, "quiet"));
}

const button = (text, run, kind = "") => h("button", { type: "button", class: `btn s ${kind}`, onclick: run }, text);
