// One tooltip for the page, for the pointer after a moment and for the keyboard at once.
import { h, place } from "./dom.js";

const tip = document.body.appendChild(h("div", { class: "tip", popover: "manual", role: "tooltip", id: "tip" }));
let timer, at;

export function show(node) {
  const isRead = node.closest(".places") && document.documentElement.dataset.side !== "narrow";
  if (node === at || isRead || matchMedia("(hover: none)").matches) return;
  clearTimeout(timer);
  at = node;
  const leave = () => hide(node);
  for (const kind of ["pointerleave", "focusout", "click", "keydown"]) node.addEventListener(kind, leave, { once: true });
  timer = setTimeout(() => {
    if (at !== node || !node.isConnected) return;
    tip.textContent = node.dataset.tip;
    if (node.dataset.tipKey) tip.append(h("kbd", {}, node.dataset.tipKey));
    (node.closest("dialog") ?? document.body).append(tip);
    tip.showPopover();
    place(tip, node);
  }, node.matches(":focus-visible") ? 0 : 400);
}

function hide(node) {
  clearTimeout(timer);
  if (at === node) at = null;
  if (tip.matches(":popover-open")) tip.hidePopover();
}
