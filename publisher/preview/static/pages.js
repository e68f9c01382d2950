// The pages as pictures, with a button over every piece of them; keeps the reader's place whatever changes.

import { inWords, knows } from "./interface.js";

const POINT = 96 / 72;
const NEAR = 1600; // pixels around the window in which pages are drawn

export class Pages {
  constructor(stage, holder, opened) {
    this.stage = stage;
    this.holder = holder;
    this.opened = opened; // called with a piece
    this.zoom = 1;
    this.sheets = [];
    this.draft = null;
    this.chosen = "";
    this.near = new IntersectionObserver(found => {
      for (const { target, isIntersecting } of found) {
        const sheet = this.sheets[target.dataset.number - 1];
        if (sheet && sheet.element === target) isIntersecting ? this.#fill(sheet) : this.#empty(sheet);
      }
    }, { root: stage, rootMargin: `${NEAR}px 0px` });
    holder.addEventListener("click", event => {
      const under = () => document.elementsFromPoint(event.clientX, event.clientY).find(one => one.matches(".piece"));
      const button = event.target.closest(".piece") ?? under(); // it went down on one that a draft has moved
      if (button) this.opened(this.piece(button.dataset.piece), event);
    });
    holder.addEventListener("keydown", event => this.#key(event));
    holder.addEventListener("focusin", event => this.#rove(event.target));
  }

  get scale() { return this.zoom * POINT; }

  // A page across is drawn as wide as the others.
  scaleOf(number) {
    const { width } = this.sheets[number - 1] ?? { width: 1 };
    return this.scale * Math.min(1, (this.sheets[0]?.width ?? width) / width);
  }

  piece(id) { return this.pieces?.get(id); }

  // Shows a draft: pages whose digest is the same keep their picture.
  show(draft) {
    const anchor = this.draft && this.draft.language === draft.language ? this.anchor() : null;
    const focused = this.#focused();
    this.draft = draft;
    this.pieces = new Map();
    this.onPage = draft.pages.map(() => []);
    for (const piece of draft.pieces) {
      this.pieces.set(piece.id, piece);
      for (const box of piece.boxes) this.onPage[box[0] - 1]?.push([piece, box]);
    }
    this.holder.dir = draft.direction;
    while (this.sheets.length > draft.pages.length) {
      const { element } = this.sheets.pop();
      this.near.unobserve(element);
      element.remove();
    }
    draft.pages.forEach(([digest, width, height], index) => this.#sheet(index, digest, width, height));
    if (anchor) this.restore(anchor);
    if (focused) this.#button(focused)?.focus({ preventScroll: true });
  }

  setZoom(zoom) {
    const anchor = this.anchor();
    this.zoom = Math.min(4, Math.max(0.25, zoom));
    for (const sheet of this.sheets) this.#size(sheet);
    if (anchor) this.restore(anchor);
  }

  fitted() {
    const width = this.sheets[0]?.width ?? 595; // a page across may be wider than the window
    const box = document.getElementById("cards"), beside = getComputedStyle(box).gridColumnStart !== "1"; // else below
    const cards = beside && box.offsetWidth ? 230 : 0;
    return Math.max(0.25, (this.stage.clientWidth - cards - 48) / (width * POINT));
  }

  get inSight() { return this.holder.offsetParent !== null; } // else another view of the document is shown

  // The pieces that hold the place, and how far they are from the top of the window: the chosen one where it is in
  // sight, else the one just left, which has the focus, then the others in sight, and last the one that began before
  // them. The first that a new draft has decides. Nothing where another view is shown.
  anchor() {
    if (!this.draft || !this.inSight) return null;
    const top = this.stage.scrollTop, bottom = top + this.stage.clientHeight;
    const held = [], seen = [];
    let before = null;
    for (const id of [this.chosen, this.#focused()]) {
      const height = id && this.top(id);
      if (height && height >= top && height < bottom) held.push({ id, off: height - top, box: 0 });
    }
    for (const [index, sheet] of this.sheets.entries()) {
      const from = sheet.element.offsetTop;
      if (from > bottom) break;
      if (before && from + sheet.element.offsetHeight < top - sheet.element.offsetHeight) continue;
      for (const [piece, box] of this.onPage[index] ?? []) {
        const off = from + box[2] * this.scaleOf(index + 1) - top;
        const place = { id: piece.id, off, box: piece.boxes.indexOf(box) };
        if (off >= 0 && off < this.stage.clientHeight) seen.push(place);
        else if (off < 0 && (!before || off > before.off)) before = place;
      }
    }
    seen.sort((one, other) => one.off - other.off);
    const places = [...held, ...seen, ...(before ? [before] : [])];
    return { id: places[0]?.id ?? "", places, scale: this.scale, top };
  }

  restore(anchor) {
    for (const { id, off, box } of anchor.places) {
      const there = this.piece(id)?.boxes[box] ?? this.piece(id)?.boxes[0];
      if (!there) continue;
      const grown = off < 0 ? this.scale / anchor.scale : 1; // what is read stands so far down in a piece begun above
      this.stage.scrollTop = this.#topOf(there) - off * grown;
      return;
    }
    this.stage.scrollTop = anchor.top;
  }

  top(id) {
    const box = this.piece(id)?.boxes[0];
    return box ? this.#topOf(box) : null;
  }

  // Marks a piece as the one that is written in; the page moves only where it is out of sight.
  choose(id, { move = true } = {}) {
    this.chosen = id;
    for (const button of this.holder.querySelectorAll(".piece.chosen")) button.classList.remove("chosen");
    for (const button of this.#buttons(id)) button.classList.add("chosen");
    const top = this.top(id);
    if (top === null || !move) return;
    const { scrollTop, clientHeight } = this.stage;
    const height = (this.piece(id).boxes[0][4] ?? 0) * this.scaleOf(this.piece(id).boxes[0][0]);
    if (top + Math.min(height, clientHeight) < scrollTop + 8 || top > scrollTop + clientHeight - 24) {
      this.stage.scrollTop = top - clientHeight / 3; // at once: a draft that came while it slid there would stop it
    }
  }

  goTo(id) {
    this.wanted?.();
    const top = this.top(id);
    if (top !== null) this.stage.scrollTop = top - 60;
    return top !== null;
  }

  goToPage(number) {
    this.wanted?.();
    const sheet = this.sheets[number - 1];
    if (sheet) this.stage.scrollTop = sheet.element.offsetTop - 12;
  }

  current() {
    const middle = this.stage.scrollTop + this.stage.clientHeight / 3;
    let number = 1;
    for (const [index, sheet] of this.sheets.entries()) if (sheet.element.offsetTop <= middle) number = index + 1;
    return number;
  }

  focus(id) {
    const box = this.piece(id)?.boxes[0];
    if (box) this.#fill(this.sheets[box[0] - 1]);
    (this.#button(id) ?? this.holder.querySelector(".piece"))?.focus({ preventScroll: Boolean(box) });
  }

  #focused() { return this.holder.contains(document.activeElement) ? document.activeElement.dataset.piece : null; }

  #topOf(box) { return this.sheets[box[0] - 1].element.offsetTop + box[2] * this.scaleOf(box[0]); }

  #sheet(index, digest, width, height) {
    let sheet = this.sheets[index];
    if (!sheet) {
      const element = document.createElement("div");
      element.className = "sheet";
      element.dataset.number = index + 1;
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", inWords("page", { page: index + 1 }));
      const image = document.createElement("img");
      image.alt = "";
      image.decoding = "async";
      element.append(image);
      this.holder.append(element);
      sheet = { element, image, digest: "", width, height, full: false };
      this.sheets.push(sheet);
      this.near.observe(element);
    }
    const other = sheet.digest !== digest;
    Object.assign(sheet, { digest, width, height });
    this.#size(sheet, other);
    if (sheet.full) this.#pieces(sheet);
  }

  #size(sheet, other = true) {
    const scale = this.scaleOf(sheet.element.dataset.number);
    sheet.element.style.width = `${sheet.width * scale}px`;
    sheet.element.style.height = `${sheet.height * scale}px`;
    if (sheet.full) {
      if (other) this.#picture(sheet);
      this.#pieces(sheet);
    }
  }

  #fill(sheet) {
    if (sheet.full) return;
    sheet.full = true;
    this.#picture(sheet);
    this.#pieces(sheet);
  }

  #empty(sheet) {
    if (!sheet.full || sheet.element.contains(document.activeElement)) return;
    sheet.full = false;
    sheet.image.removeAttribute("src");
    sheet.element.querySelectorAll(".piece").forEach(button => button.remove());
  }

  // The picture of a page takes the place of the one before when it is there, not sooner.
  async #picture(sheet) {
    const source = pictureOf(sheet.digest, sheet.width * this.scaleOf(sheet.element.dataset.number));
    sheet.wanted = source;
    const image = new Image();
    image.alt = "";
    image.src = source;
    try { await image.decode(); } catch { return; }
    if (sheet.wanted !== source || !sheet.full) return;
    sheet.image.replaceWith(image);
    sheet.image = image;
    sheet.element.dataset.digest = sheet.digest;
  }

  // The buttons over a page. One that is there stays in its place, or what is done with it just now would be lost.
  #pieces(sheet) {
    const number = sheet.element.dataset.number;
    const there = {};
    for (const button of sheet.element.querySelectorAll(".piece")) (there[button.dataset.piece] ??= []).push(button);
    const buttons = (this.onPage[number - 1] ?? []).map(([piece, box]) => this.#over(piece, box, there[piece.id]?.shift()));
    for (const left of Object.values(there).flat()) left.remove();
    let before = sheet.image;
    for (const button of buttons) {
      if (before.nextSibling !== button) before.after(button);
      before = button;
    }
  }

  #over(piece, [number, left, top, width, height], button = document.createElement("button")) {
    button.type = "button";
    button.className = `piece ${piece.role.split(" ")[0]}${piece.id === this.chosen ? " chosen" : ""}${piece.fact ? " stated" : ""}`;
    button.dataset.piece = piece.id;
    button.tabIndex = piece.id === this.chosen || button === document.activeElement ? 0 : -1;
    button.lang = this.draft.language;
    button.dir = "auto";
    button.setAttribute("aria-label", piece.text || roleOf(piece.role));
    button.title = piece.fact ? inWords("from-fact", { fact: piece.fact }) : "";
    const style = button.style, scale = this.scaleOf(number);
    style.left = `${left * scale - 3}px`;
    style.top = `${top * scale - 2}px`;
    style.width = `${width * scale + 6}px`;
    style.height = `${height * scale + 4}px`;
    style.zIndex = piece.role === "table" || piece.role === "figure" ? 0 : "";
    return button;
  }

  #buttons(id) { return this.holder.querySelectorAll(`.piece[data-piece="${CSS.escape(id)}"]`); }

  #button(id) { return this.#buttons(id)[0]; }

  #rove(target) {
    if (!target.classList.contains("piece")) return;
    for (const button of this.holder.querySelectorAll('.piece[tabindex="0"]')) button.tabIndex = -1;
    target.tabIndex = 0;
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.dataset.piece;
    const order = this.draft.pieces.filter(piece => piece.boxes.length);
    const place = order.findIndex(piece => piece.id === here);
    const there = order[place + step];
    if (!there) return;
    event.preventDefault();
    this.#fill(this.sheets[there.boxes[0][0] - 1]);
    const button = this.#button(there.id);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "nearest" });
  }
}

// What a kind of piece is called: a heading of any depth is a heading, numbered or not a paragraph is one.
export function roleOf(role) {
  const name = role.split(" ")[0];
  if (["numbered", "unnumbered"].includes(name)) return inWords("role-paragraph");
  return knows(`role-${name}`) ? inWords(`role-${name}`) : "";
}

export const pictureOf = (digest, width) =>
  `picture/${digest}.png?width=${Math.round(width * Math.min(3, window.devicePixelRatio || 1))}`;
