// <k-swipe>: a row that is pulled aside by a finger and shows what can be done with it.
customElements.define("k-swipe", class extends HTMLElement {
  connectedCallback() {
    if (this.face) return;
    [this.face, this.acts] = [this.querySelector(".face"), this.querySelector(".acts")];
    this.face.addEventListener("pointerdown", (event) => { if (event.pointerType !== "mouse") this.drag(event); });
    this.face.addEventListener("click", (event) => { if (this.moved) { event.preventDefault(); this.moved = false; } }, true);
    this.querySelector("[data-acts]")?.addEventListener("click", () => this.set(!this.classList.contains("open")));
  }
  set(open) {
    document.querySelectorAll("k-swipe.open").forEach((other) => other !== this && other.set(false));
    this.classList.toggle("open", open);
    this.face.style.translate = open ? `${-this.acts.offsetWidth}px` : "";
    this.querySelector("[data-acts]")?.setAttribute("aria-expanded", open);
    if (open) this.acts.querySelector("button")?.focus({ preventScroll: true });
  }
  drag(down) {
    const start = this.classList.contains("open") ? -this.acts.offsetWidth : 0;
    let far = 0;
    const move = (event) => {
      far = event.clientX - down.clientX;
      if (Math.abs(far) < 8) return;
      this.classList.add("drag");
      this.face.style.translate = `${Math.max(-this.acts.offsetWidth - 16, Math.min(0, start + far))}px`;
    };
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      this.classList.remove("drag");
      this.moved = Math.abs(far) >= 8;
      if (this.moved) this.set(start + far < -this.acts.offsetWidth / 2);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
  }
});
