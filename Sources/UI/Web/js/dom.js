// What the elements share: making nodes, words in two languages, letters folded for search, one place for pop-ups.
export const lang = document.documentElement.lang === "en" ? "en" : "tr";
export const say = (tr, en) => (lang === "tr" ? tr : en);
const sprite = new URL("./icons.svg", import.meta.url).pathname;

/** A node with attributes, listeners (on…) and children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

export function icon(name, size = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon ${size}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/** Letters as people search for them: ı, İ, ş and ç are found by i, i, s and c. One letter in, one letter out. */
const plain = { ı: "i", ş: "s", ğ: "g", ç: "c", ö: "o", ü: "u", â: "a", î: "i", û: "u" };
export const fold = (text) =>
  Array.from(text, (letter) => {
    const small = letter === "İ" ? "i" : letter === "I" ? (lang === "tr" ? "ı" : "i") : letter.toLowerCase();
    return plain[small] ?? small.normalize("NFD")[0];
  }).join("");

/** How well a text answers a question, and at which letters; null when it does not. */
export function match(question, text) {
  const asked = fold(question.trim()), folded = fold(text);
  if (!asked) return { score: 0, at: [] };
  const whole = folded.indexOf(asked);
  if (whole >= 0) {
    const starts = whole === 0 || /[\s/\-.]/.test(folded[whole - 1]);
    return { score: (starts ? 300 : 200) - whole, at: Array.from(asked, (_, i) => whole + i) };
  }
  const at = [];
  let from = 0, score = 100;
  for (const letter of asked.replaceAll(" ", "")) {
    const found = folded.indexOf(letter, from);
    if (found < 0) return null;
    score -= found - from;
    at.push(found);
    from = found + 1;
  }
  return score > 40 ? { score, at } : null;
}

/** Puts a pop-up below its anchor, or above where there is more room. */
export function place(pop, anchor, { end = false, width = false } = {}) {
  const box = anchor.getBoundingClientRect(), room = 8;
  if (width) pop.style.width = `${Math.max(box.width, 200)}px`;
  pop.style.inset = "auto";
  const size = pop.getBoundingClientRect();
  const below = innerHeight - box.bottom - room;
  const above = below < size.height && box.top > below;
  const left = end ? box.right - size.width : box.left;
  pop.style.left = `${Math.max(room, Math.min(left, innerWidth - size.width - room))}px`;
  pop.style.top = above ? `${Math.max(room, box.top - size.height - 4)}px` : `${box.bottom + 4}px`;
}

export const isPhone = () => matchMedia("(max-width: 720px)").matches;
export const csrf = () => document.querySelector("meta[name=csrf]")?.content ?? "";
/** Who reads, as a mark; empty where nothing may be kept on this device. */
export const reader = () => document.querySelector("meta[name=reader]")?.content ?? "";

/** Says something to those who hear the page. */
export function announce(text) {
  let region = document.getElementById("said");
  if (!region) document.body.append((region = h("div", { id: "said", class: "sr", role: "status", "aria-live": "assertive" })));
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
}

/** Sends fields as a form would; a refusal is an error with its text. */
export async function send(url, fields, { method = "POST", key = crypto.randomUUID() } = {}) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  const answer = await fetch(url, {
    method, body, credentials: "same-origin",
    headers: { "X-CSRF": csrf(), "Idempotency-Key": key, Accept: "application/json, text/html;q=0.9" },
  });
  if (answer.ok) return answer;
  let problem = null;
  try { problem = await answer.json(); } catch { /* not every refusal is JSON */ }
  throw Object.assign(new Error(problem?.detail ?? problem?.title ?? say("Kaydedilemedi", "Not saved")), { status: answer.status });
}
