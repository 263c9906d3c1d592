// The service worker: files with a fingerprint are kept for good, pages that were read can be read again without a
// connection, and whoever signs out takes them along.
const files = "files-1", pages = "pages-1", most = 40, offline = "/offline";

self.addEventListener("install", (event) => event.waitUntil(caches.open(files).then((cache) => cache.add(offline)).catch(() => {}).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter((key) => ![files, pages].includes(key)).map((key) => caches.delete(key)))).then(() => self.clients.claim())));
self.addEventListener("message", (event) => { if (event.data === "forget") event.waitUntil(caches.delete(pages)); });

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (/\.[0-9a-f]{16}\.\w+$/.test(url.pathname)) event.respondWith(kept(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

async function kept(request) {
  const cache = await caches.open(files), known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function page(request) {
  const cache = await caches.open(pages);
  try {
    const answer = await fetch(request);
    // A page that was redirected belongs to another address; one that must not be stored is not.
    if (answer.ok && !answer.redirected && answer.headers.get("X-Keep-Offline") === "1") {
      await cache.put(request, answer.clone());
      const all = await cache.keys();
      for (const old of all.slice(0, Math.max(0, all.length - most))) await cache.delete(old);
    }
    return answer;
  } catch {
    return (await cache.match(request)) ?? (await caches.match(offline)) ?? Response.error();
  }
}
