// The service worker: the files of a deployment are kept while it lasts, pages that say so can be read again without a
// connection by whoever read them, and whoever signs out takes them along.
const house = ["$files"], files = "files-$made", mine = "pages-", most = 40, offline = "/offline", door = "/log-in";
const isFile = /^\/assets\/[\w-]+\.[0-9a-f]{16}\.\w+$/;
/** Which open pages came from what is kept, and of when they are. */
const stale = new Map();

self.addEventListener("install", (event) => event.waitUntil(bring().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(settle()));
self.addEventListener("message", (event) => {
  if (event.data === "forget") { indexedDB.deleteDatabase("konak"); event.waitUntil(forget()); }
  if (event.data === "fresh?" && stale.has(event.source.id)) event.source.postMessage({ stale: stale.get(event.source.id) });
});
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (request.method === "GET" && isFile.test(url.pathname)) event.respondWith(file(request));
});

/** All files at once: a page without a connection may need one that no page before it needed. */
async function bring() {
  const cache = await caches.open(files);
  await Promise.all([...house.map((name) => `/assets/${name}`), offline].map((path) => cache.add(path).catch(() => {})));
}

/** Pages that are open or kept were made for the files of their time: those of one deployment before stay, older ones go,
    and with them the pages that would stand there without their styles. */
async function settle() {
  const old = (await caches.keys()).filter((key) => key.startsWith("files-") && key !== files);
  await Promise.all(old.slice(0, -1).map((key) => caches.delete(key)));
  for (const key of await ours()) {
    const cache = await caches.open(key);
    for (const request of await cache.keys()) {
      const style = (await (await cache.match(request)).text()).match(/\/assets\/[\w.-]+\.css/)?.[0];
      if (!style || !(await caches.match(style))) await cache.delete(request);
    }
  }
  await self.clients.claim();
  if (!old.length) await readOpen();
}

/** The pages that were open before there was a worker are among those that were read. */
async function readOpen() {
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    const answer = await fetch(url, { headers: { Accept: "text/html" } }).catch(() => null), reader = answer?.headers.get("X-Keep-Offline");
    if (reader && answer.ok && !answer.redirected) await keep(url, answer, reader);
  }
}

async function file(request) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) { const copy = answer.clone(); caches.open(files).then((cache) => cache.put(request, copy)); }
  return answer;
}

async function page(event, url) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    const reader = answer.headers.get("X-Keep-Offline");
    // At the door nobody is signed in any more.
    if (answer.ok && url.pathname === door) event.waitUntil(forget());
    if (answer.ok && reader && request.method === "GET") event.waitUntil(keep(request, answer.clone(), reader));
    return answer;
  } catch {
    const known = request.method === "GET" && (await caches.match(request, { ignoreVary: true }));
    if (known && event.resultingClientId) stale.set(event.resultingClientId, known.headers.get("Date") ?? "");
    return known || (await caches.match(offline)) || Response.error();
  }
}

async function keep(request, answer, reader) {
  const name = mine + reader;
  await forget(name);
  const cache = await caches.open(name);
  await cache.put(request, answer);
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - most))) await cache.delete(old);
}

const ours = async () => (await caches.keys()).filter((key) => key.startsWith(mine));
const forget = async (but) => Promise.all((await ours()).filter((key) => key !== but).map((key) => caches.delete(key)));
