// Forms sent without a connection wait here, in order, each with a key of its own so that none counts twice.
import { csrf, say } from "./dom.js";
import { toast } from "./toast.js";

const store = "waits";

function base() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("konak", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });

export async function keep(form) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const entry = { url: form.action, fields, key: crypto.randomUUID(), at: Date.now() };
  await done((await base()).transaction(store, "readwrite").objectStore(store).add(entry));
  localStorage.setItem("waits", "1");
  form.reset();
  form.closest("dialog")?.close();
  toast(say("Bağlantı gelince gönderilecek", "It will be sent when the line is back"));
}

let running = null;
export const flush = () => (running ??= work().finally(() => (running = null)));

async function work() {
  const all = await base();
  const keys = await done(all.transaction(store).objectStore(store).getAllKeys());
  let sent = 0, refused = 0;
  for (const key of keys) {
    const entry = await done(all.transaction(store).objectStore(store).get(key));
    try {
      const answer = await fetch(entry.url, { method: "POST", body: new URLSearchParams(entry.fields), headers: { "X-CSRF": csrf(), "Idempotency-Key": entry.key } });
      if (answer.status >= 500 || answer.status === 429) break;
      answer.ok ? sent++ : refused++;
    } catch { break; }
    await done(all.transaction(store, "readwrite").objectStore(store).delete(key));
  }
  if (!(await done(all.transaction(store).objectStore(store).count()))) localStorage.removeItem("waits");
  if (sent) toast(say(`Bekleyen ${sent} işlem gönderildi`, `${sent} waiting action(s) sent`), { kind: "good" });
  if (refused) toast(say(`Bekleyen ${refused} işlem kabul edilmedi`, `${refused} waiting action(s) refused`), { kind: "bad" });
}
