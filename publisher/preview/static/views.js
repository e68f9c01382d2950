// Other views of the document: two languages side by side, Word's pages, the HTML, what has changed since issue.

import { ask, there } from "./server.js";
import { made, say } from "./dialog.js";
import { pictureOf, roleOf } from "./pages.js";
import { inWords } from "./interface.js";

export class Views {
  constructor(stage, pages, cards, state) {
    Object.assign(this, { stage, pages, cards, state });
    this.view = "pages";
    this.other = "";
    this.strip = document.getElementById("strip");
    this.box = made("div", { id: "view", hidden: true });
    stage.append(this.box);
  }

  async show(view) {
    this.view = view;
    this.reached = -1; // the change that one has gone on to
    await this.#render();
  }

  // Back to the pages, where outline, search and findings lead.
  back() {
    if (this.view === "pages" && !this.other) return;
    this.view = "pages";
    this.other = "";
    document.getElementById("view-choice").value = "pages";
    document.getElementById("beside").value = "";
    this.#render();
  }

  async beside(language) {
    this.other = language;
    await this.#render();
  }

  drawn() { if (this.other || this.view !== "pages") this.#render(true); }

  heardBeside(news) { if (["drawn", "proved"].includes(news.stage)) this.#render(true); }

  async #render(again = false) {
    const plain = this.view === "pages" && !this.other;
    if (this.pages.inSight) this.place = this.pages.anchor();
    const left = this.#row();
    this.strip.hidden = !plain;
    this.box.className = this.view;
    document.body.classList.toggle("elsewhere", !plain);
    this.box.hidden = plain;
    if (plain) {
      this.box.replaceChildren();
      if (left && this.place) this.place.places.unshift({ ...left, box: 0 });
      if (this.place) this.pages.restore(this.place);
      return;
    }
    const top = this.stage.scrollTop;
    const asked = this.asked = (this.asked ?? 0) + 1; // an answer to what was asked before is no longer wanted
    if (!again) this.#tell(inWords("making"));
    try {
      if (this.view === "html") await this.#html(asked);
      else if (this.view === "pages") await this.#side(asked);
      else await this.#pictures(this.view, asked);
    } catch (failure) {
      if (asked === this.asked) this.#tell(failure.message);
    }
    if (asked !== this.asked) return;
    if (again) this.stage.scrollTop = top;
    this.#toRow((again && left) || this.place?.places[0]); // what was being made had no pairs yet
  }

  // Two languages have as much room as the window gives them.
  fit() {
    if (!this.other || this.view !== "pages" || this.stage.clientWidth === this.wide) return;
    clearTimeout(this.fitting);
    this.fitting = setTimeout(() => this.#render(true), 120);
  }

  // The pair in sight that holds the place, the chosen one before the first, and how far down it is.
  #row() {
    const { top, bottom } = this.stage.getBoundingClientRect();
    let first = null;
    for (const row of this.box.querySelectorAll(".pair")) {
      const off = row.getBoundingClientRect().top - top, { piece: id } = row.dataset;
      if (off < 0 || off >= bottom - top) continue;
      if (id === this.pages.chosen) return { id, off };
      first ??= { id, off };
    }
    return first;
  }

  #toRow(place) {
    const row = place && this.box.querySelector(`.pair[data-piece="${CSS.escape(place.id)}"]`);
    if (row) this.stage.scrollTop += row.getBoundingClientRect().top - this.stage.getBoundingClientRect().top - place.off;
  }

  #tell(text) { this.box.replaceChildren(made("p", { className: "empty", role: "status", textContent: text })); }

  // Asked for first, for a frame cannot tell why it stays empty.
  async #html(asked) {
    const address = `html/${this.state.language}?${this.state.number}`;
    await there(address);
    if (asked !== this.asked) return;
    const frame = made("iframe", { title: inWords("html-title"), src: address });
    frame.setAttribute("sandbox", "");
    this.box.replaceChildren(frame);
  }

  async #pictures(view, asked) {
    const told = await ask(`${view}/${this.state.language}`);
    if (asked !== this.asked) return;
    if (told.message) { this.#tell(told.message); return; }
    const width = told.pages[0]?.[1] ?? 595;
    const sheets = told.pages.map(([digest, wide], index) => {
      const image = made("img", { alt: inWords("page", { page: index + 1 }), loading: "lazy", src: pictureOf(digest, wide * this.pages.scale) });
      image.style.width = `${wide * this.pages.scale}px`;
      image.style.aspectRatio = `${wide} / ${told.pages[index][2]}`;
      return made("div", { className: "sheet" }, image);
    });
    this.marks = told.changes.map(([page, , top, , height], index) => {
      const mark = made("span", { className: index === this.reached ? "mark here" : "mark" }); // drawn anew, it is still the one
      mark.style.top = `${top * this.pages.scale - 2}px`;
      mark.style.height = `${height * this.pages.scale + 4}px`;
      sheets[page - 1].append(mark);
      return mark;
    });
    this.box.replaceChildren(...(view === "redline" ? [this.#ways()] : []), ...sheets);
    this.box.style.setProperty("--width", `${width * this.pages.scale}px`);
  }

  // How many changes there are, and from one to the next.
  #ways() {
    const way = (sign, label, by) => {
      const button = made("button", { type: "button", textContent: sign, title: `${inWords(label)} (${by > 0 ? "F8" : "Shift F8"})` });
      button.setAttribute("aria-label", inWords(label));
      button.addEventListener("click", () => this.step(by));
      button.disabled = !this.marks.length;
      return button;
    };
    return made("div", { className: "ways" }, made("span", { role: "status", textContent: inWords("changed", { count: this.marks.length }) }),
      way("▲", "change-before", -1), way("▼", "next-change", 1));
  }

  // To the next change, or the one before; false where no changes are shown.
  step(by) {
    if (this.view !== "redline" || !this.marks?.length) return false;
    const { top, height } = this.stage.getBoundingClientRect();
    const offs = this.marks.map(mark => Math.round(mark.getBoundingClientRect().top - top - height / 3));
    const next = by > 0 ? offs.findIndex(off => off > 2) : offs.findLastIndex(off => off < -2);
    const place = next >= 0 ? next : by > 0 ? 0 : offs.length - 1;
    this.stage.scrollTop += offs[place];
    this.reached = place;
    for (const [index, mark] of this.marks.entries()) mark.classList.toggle("here", index === place);
    return true;
  }

  // Two languages paragraph by paragraph: each is cut out of the pictures of its pages.
  async #side(asked) {
    const first = this.state.draft, second = await ask(`draft/${this.other}`);
    if (asked !== this.asked) return;
    if (!second.pages) throw new Error(second.failure || inWords("failed"));
    const others = new Map(second.pieces.map(piece => [piece.id, piece]));
    const mine = new Set(first.pieces.map(piece => piece.id));
    this.wide = this.stage.clientWidth;
    const column = Math.max(200, (this.wide - 72) / 2);
    const rows = whole(first).map(piece => [piece, others.get(piece.id)]);
    for (const piece of whole(second)) if (!mine.has(piece.id)) rows.push([null, piece]);
    this.box.replaceChildren(made("div", { className: "rows" }, ...rows.map(([one, other]) => {
      const row = made("div", { className: `pair ${one && other ? "" : "alone"}` }, this.#cut(first, one, column), this.#cut(second, other, column));
      row.dataset.piece = (one ?? other).id;
      return row;
    })));
  }

  #cut(draft, piece, column) {
    const cell = made("div", { className: "cut", lang: draft.language, dir: draft.direction });
    if (!piece) { cell.append(made("span", { className: "missing", textContent: "—" })); return cell; }
    const button = made("button", { type: "button" });
    button.setAttribute("aria-label", piece.text || roleOf(piece.role));
    for (const [number, , top, , height] of piece.boxes) {
      const [digest, wide, high] = draft.pages[number - 1];
      const scale = column / (wide - 80);
      const window_ = made("span", { className: "window" });
      window_.style.width = `${column}px`;
      window_.style.height = `${(height + 6) * scale}px`;
      const image = made("img", { alt: "", loading: "lazy", src: pictureOf(digest, wide * scale) });
      image.style.width = `${wide * scale}px`;
      image.style.height = `${high * scale}px`;
      image.style.left = `${-40 * scale}px`;
      image.style.top = `${-(top - 3) * scale}px`;
      window_.append(image);
      button.append(window_);
    }
    button.addEventListener("click", () => {
      if (draft.language !== this.state.language) { say(inWords("write-elsewhere", { language: nameOf(draft.language) })); return; }
      this.pages.opened(piece);
    });
    cell.append(button);
    return cell;
  }
}

export function nameOf(code) {
  try { return `${new Intl.DisplayNames([code], { type: "language" }).of(code)}`; } catch { return code; }
}

// The pieces that stand by themselves: what is in a table is shown with it.
function whole(draft) {
  const tables = draft.pieces.filter(piece => piece.role === "table").flatMap(piece => piece.boxes);
  const within = ([page, , top], [number, , from, , height]) => page === number && top >= from && top <= from + height;
  return draft.pieces.filter(piece => piece.boxes.length && !/-r\d+c\d+$/.test(piece.id)
    && !(piece.role === "note" && tables.some(table => within(piece.boxes[0], table))));
}
