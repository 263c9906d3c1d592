// Toasts: one line, perhaps one action. They wait while someone looks at them.
import { h, icon, say } from "./dom.js";

const region = () => document.getElementById("toasts") ?? document.body.appendChild(h("div", { id: "toasts", class: "toasts", role: "status" }));

/** Shows a toast. `action` is { text, run }; with `retry` the action is to try again. */
export function toast(text, { kind = "plain", action, retry, seconds = 6 } = {}) {
  if (retry) action = { text: say("Tekrar dene", "Try again"), run: retry };
  const mark = { bad: "circle-alert", good: "circle-check" }[kind];
  const node = h("div", { class: `toast ${kind}`, role: kind === "bad" ? "alert" : null }, mark && icon(mark), h("span", {}, text));
  if (action) node.append(h("button", { type: "button", onclick: () => { gone(node); action.run(); } }, action.text));
  node.append(h("button", { type: "button", class: "shut", "aria-label": say("Kapat", "Close"), onclick: () => gone(node) }, icon("x")));
  region().append(node);
  lift();
  live(node, kind === "bad" ? seconds * 2 : seconds);
  return node;
}

/** A toast that came with the page. */
export function live(node, seconds = 6) {
  let timer;
  const start = () => (timer = setTimeout(() => gone(node), seconds * 1000));
  const stop = () => clearTimeout(timer);
  node.addEventListener("pointerenter", stop);
  node.addEventListener("focusin", stop);
  node.addEventListener("pointerleave", start);
  node.addEventListener("focusout", start);
  node.querySelector(".shut")?.addEventListener("click", () => gone(node));
  node.addEventListener("submit", () => gone(node));
  start();
}

function gone(node) {
  node.classList.add("out");
  setTimeout(() => node.remove(), 240);
}

/** A dialog that is open lies above everything else; the toasts move into it and back. */
function lift() {
  const open = document.querySelector("dialog:modal"), place = region();
  const home = open ?? document.body;
  if (place.parentElement !== home) home.append(place);
  open?.addEventListener("close", () => document.body.append(place), { once: true });
}
