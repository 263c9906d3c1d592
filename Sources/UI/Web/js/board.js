// <k-board data-move="/…">: cards move by pointer or keyboard (Space, arrows, Space). The move is shown at once, told to
// the server, and taken back if it is refused; either way it can be undone.
import { announce, h, say, send } from "./dom.js";
import { toast } from "./toast.js";

const name = (card) => card.querySelector("h3").textContent.trim();
const title = (list) => list.closest(".col").querySelector("h2").textContent.trim();

customElements.define("k-board", class extends HTMLElement {
  connectedCallback() {
    if (this.ready) return;
    this.ready = true;
    for (const list of this.lists) list.dataset.shown = list.querySelectorAll(".deal").length;
    this.addEventListener("pointerdown", (event) => this.press(event));
    this.addEventListener("keydown", (event) => this.key(event));
    // Heard from the start: added later, it would come too late for the finger that already rests.
    this.addEventListener("touchmove", (event) => { if (this.flying) event.preventDefault(); }, { passive: false });
    this.addEventListener("dragstart", (event) => event.preventDefault());
    this.addEventListener("click", (event) => { if (this.moved) { event.preventDefault(); event.stopPropagation(); this.moved = false; } }, true);
  }
  get lists() { return [...this.querySelectorAll(".col > ul")]; }

  // With the pointer: a mouse drags after a few pixels, a finger after a moment's rest, so that the page still scrolls.
  press(down) {
    const card = down.target.closest(".deal");
    if (!card || down.button !== 0 || down.target.closest("button, input")) return;
    const touch = down.pointerType === "touch";
    let timer = touch && setTimeout(() => begin(down), 280);
    const begin = (event) => { timer = null; stop(); this.lift(card, down, event); };
    const move = (event) => {
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 6;
      if (touch && far) { clearTimeout(timer); stop(); } else if (!touch && far) begin(event);
    };
    const stop = () => { clearTimeout(timer); removeEventListener("pointermove", move); removeEventListener("pointerup", stop); removeEventListener("pointercancel", stop); };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  }
  lift(card, down, now) {
    const box = card.getBoundingClientRect(), ghost = h("li", { class: "ghost" }), from = { list: card.parentElement, before: card.nextElementSibling };
    ghost.style.height = `${box.height}px`;
    card.before(ghost);
    card.classList.add("flying");
    Object.assign(card.style, { width: `${box.width}px`, left: `${box.left}px`, top: `${box.top}px` });
    let at = now, frame;
    const follow = () => {
      card.style.translate = `${at.clientX - down.clientX}px ${at.clientY - down.clientY}px`;
      this.scroll(at);
      this.put(ghost, at, card);
      frame = requestAnimationFrame(follow);
    };
    const move = (event) => (at = event);
    const end = (event) => {
      cancelAnimationFrame(frame);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", escape, true);
      this.flying = false;
      this.moved = event.type === "pointerup";
      setTimeout(() => (this.moved = false), 50);
      if (event.type !== "pointerup") from.list.insertBefore(ghost, card.parentElement === from.list ? from.before : null);
      this.land(card, ghost, from);
    };
    const escape = (event) => { if (event.key === "Escape") { event.stopPropagation(); end({ type: "cancel" }); } };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    addEventListener("keydown", escape, true);
    this.flying = true;
    follow();
  }
  put(ghost, at, card) {
    const list = this.lists.find((one) => { const box = one.closest(".col").getBoundingClientRect(); return at.clientX >= box.left - 7 && at.clientX <= box.right + 7; });
    if (!list) return;
    const before = [...list.querySelectorAll(".deal:not(.flying)")].find((one) => { const box = one.getBoundingClientRect(); return at.clientY < box.top + box.height / 2; });
    if (ghost.parentElement !== list || ghost.nextElementSibling !== (before ?? null)) list.insertBefore(ghost, before ?? null);
  }
  scroll(at) {
    const board = this.querySelector(".board"), box = board.getBoundingClientRect(), edge = 56;
    const pull = (low, high, point) => (point < low + edge ? -1 : point > high - edge ? 1 : 0) * 12;
    board.scrollBy(pull(box.left, box.right, at.clientX), pull(box.top, box.bottom, at.clientY));
  }
  land(card, ghost, from) {
    card.classList.remove("flying");
    for (const key of ["width", "left", "top", "translate"]) card.style[key] = "";
    ghost.replaceWith(card);
    if (card.parentElement !== from.list || card.nextElementSibling !== from.before) this.tell(card, from);
  }

  // By keyboard: Space takes a card, arrows carry it, Space puts it down, Escape puts it back.
  key(event) {
    const card = event.target.closest(".deal");
    if (!card || event.target.closest("button, input")) return;
    if (event.key === " ") { event.preventDefault(); return this.held ? this.drop() : this.hold(card); }
    if (event.key === "Escape" && this.held) { event.stopPropagation(); return this.back(); }
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!way) return;
    event.preventDefault();
    this.held ? this.carry(...way) : this.walk(card, ...way);
  }
  hold(card) {
    this.held = { card, from: { list: card.parentElement, before: card.nextElementSibling } };
    card.classList.add("held");
    announce(say(`${name(card)} alındı. Oklarla taşıyın, Boşluk ile bırakın, Esc ile vazgeçin.`, `${name(card)} taken. Move it with the arrows, put it down with Space, Escape cancels.`));
  }
  carry(x, y) {
    const { card } = this.held, lists = this.lists, at = lists.indexOf(card.parentElement);
    if (x) {
      const list = lists[at + x], index = [...card.parentElement.querySelectorAll(".deal")].indexOf(card);
      if (list) list.insertBefore(card, list.querySelectorAll(".deal")[index] ?? null);
    } else if (y < 0) card.previousElementSibling?.matches(".deal") && card.previousElementSibling.before(card);
    else card.nextElementSibling?.matches(".deal") && card.nextElementSibling.after(card);
    card.querySelector("a").focus();
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
    announce(title(card.parentElement));
  }
  walk(card, x, y) {
    const lists = this.lists, cards = [...card.parentElement.querySelectorAll(".deal")], row = cards.indexOf(card);
    const all = x ? [...(lists[lists.indexOf(card.parentElement) + x]?.querySelectorAll(".deal") ?? [])] : cards;
    (x ? all[Math.min(row, all.length - 1)] : all[row + y])?.querySelector("a")?.focus();
  }
  drop() {
    const { card, from } = this.held;
    this.held = null;
    card.classList.remove("held");
    if (card.parentElement !== from.list || card.nextElementSibling !== from.before) this.tell(card, from);
  }
  back() {
    const { card, from } = this.held;
    this.held = null;
    card.classList.remove("held");
    from.list.insertBefore(card, from.before);
    card.querySelector("a").focus();
    announce(say("Vazgeçildi", "Cancelled"));
  }

  async tell(card, from) {
    const to = { list: card.parentElement, before: card.nextElementSibling };
    const text = from.list === to.list ? say(`“${name(card)}” taşındı`, `“${name(card)}” moved`) : say(`“${name(card)}”: ${title(from.list)} → ${title(to.list)}`, `“${name(card)}”: ${title(from.list)} → ${title(to.list)}`);
    announce(text);
    this.counts();
    card.classList.add("waiting");
    const put = (place) => { place.list.insertBefore(card, place.before?.parentElement === place.list ? place.before : null); this.counts(); };
    const save = () => send(this.dataset.move, { id: card.dataset.id, to: card.parentElement.dataset.id, before: card.nextElementSibling?.dataset?.id ?? "" });
    try {
      await save();
      toast(text, { action: { text: say("Geri al", "Undo"), run: () => { put(from); save().catch((error) => { put(to); toast(error.message, { kind: "bad" }); }); } } });
    } catch (error) {
      put(from);
      toast(error.message, { kind: "bad", retry: () => { put(to); this.tell(card, from); } });
    } finally { card.classList.remove("waiting"); }
  }
  /** Counts are shown as they were given, so only a change is added. */
  counts() {
    for (const list of this.lists) {
      const mark = list.closest(".col").querySelector("em"), now = list.querySelectorAll(".deal").length;
      if (mark && /^\d+$/.test(mark.textContent)) mark.textContent = Number(mark.textContent) + now - Number(list.dataset.shown);
      list.dataset.shown = now;
    }
  }
});
