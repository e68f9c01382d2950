// Ways through the document: outline, page list, search, facts.

import { made } from "./dialog.js";
import { pictureOf } from "./pages.js";
import { ask } from "./server.js";
import { inWords } from "./interface.js";

const NARROW = matchMedia("(max-width: 52rem)"); // also at 200 %: there the pages have the room, and what is opened is shut again

const folded = text => text.normalize("NFKC").toLocaleLowerCase().replace(/[\u064b-\u065f\u0670\u0640]/g, "").replace(/\s+/g, " ");

export class Side {
  constructor(box, pages, words, state) {
    Object.assign(this, { box, pages, words, state });
    this.tabs = [...box.querySelectorAll('[role="tab"]')];
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.open(tab));
      tab.addEventListener("keydown", event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) this.open(this.tabs[(this.tabs.indexOf(tab) + step + this.tabs.length) % this.tabs.length], true);
      });
    }
    if (NARROW.matches) this.open(this.tabs[0]);
    this.sought = box.querySelector("#sought");
    this.sought.addEventListener("input", () => this.search());
    this.sought.addEventListener("keydown", event => { if (event.key === "Enter") this.next(event.shiftKey ? -1 : 1); });
    this.near = new IntersectionObserver(found => {
      for (const { target, isIntersecting } of found) {
        if (isIntersecting && target.src !== target.dataset.source) target.src = target.dataset.source;
      }
    }, { root: box.querySelector("#sheets"), rootMargin: "400px" });
  }

  open(tab, focus = false) {
    const shut = NARROW.matches && !focus && tab.getAttribute("aria-selected") === "true";
    for (const one of this.tabs) {
      const chosen = one === tab && !shut;
      one.setAttribute("aria-selected", chosen);
      one.tabIndex = one === tab ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (focus) tab.focus();
    if (shut) return;
    if (tab.id === "tab-search") this.sought.focus();
    if (tab.id === "tab-facts") this.facts();
  }

  show(draft) {
    this.#outline(draft);
    this.#sheets(draft);
    if (this.sought.value) this.search();
    if (!this.box.querySelector("#facts").hidden) this.facts();
  }

  at(id, number) {
    const headings = [...this.box.querySelectorAll("#outline a")];
    const order = new Map(this.state.draft?.pieces.map((piece, place) => [piece.id, place]));
    const here = order.get(id) ?? 0;
    const current = headings.filter(link => order.get(link.dataset.piece) <= here).at(-1);
    for (const link of headings) link.toggleAttribute("aria-current", link === current);
    for (const link of this.box.querySelectorAll("#sheets a")) link.toggleAttribute("aria-current", Number(link.dataset.page) === number);
  }

  search() {
    const wanted = folded(this.sought.value.trim());
    const list = this.box.querySelector("#search ul");
    this.found = wanted ? this.state.draft.pieces.filter(piece => piece.boxes.length && piece.role !== "table" && folded(piece.text).includes(wanted)) : [];
    this.place = -1;
    this.box.querySelector("#hits").textContent = wanted ? inWords("places", { count: this.found.length }) : "";
    list.replaceChildren(...this.found.slice(0, 200).map(piece => this.#hit(piece, wanted)));
  }

  next(step) {
    if (!this.found?.length) return;
    this.place = (this.place + step + this.found.length) % this.found.length;
    this.#go(this.found[this.place].id);
  }

  async facts() {
    const list = this.box.querySelector("#facts ul");
    const { text } = await ask("file/record.yaml");
    const keys = [...text.matchAll(/^([a-z][a-z-]*):/gm)].map(match => match[1]);
    list.replaceChildren(...keys.map(key => {
      const link = made("a", { href: "#words", textContent: key });
      link.addEventListener("click", event => { event.preventDefault(); this.words.openPlace("record.yaml", [key]); });
      return made("li", {}, link);
    }));
  }

  #hit(piece, wanted) {
    const text = piece.text.replace(/\s+/g, " ");
    const at = Math.max(0, folded(text).indexOf(wanted) - 24);
    const link = made("a", { href: `?at=${piece.id}`, textContent: `${at ? "…" : ""}${text.slice(at, at + 90)}`, dir: "auto", lang: this.state.language });
    link.dataset.piece = piece.id;
    link.addEventListener("click", event => { event.preventDefault(); this.#go(piece.id); });
    return made("li", {}, link, made("span", { className: "where", textContent: ` ${inWords("page-short", { page: piece.boxes[0][0] })}` }));
  }

  #outline(draft) {
    const links = draft.pieces.filter(piece => piece.role.startsWith("heading") && piece.boxes.length).map(piece => {
      const link = made("a", { href: `?at=${piece.id}`, textContent: piece.text, dir: "auto", lang: draft.language });
      link.dataset.piece = piece.id;
      link.addEventListener("click", event => { event.preventDefault(); this.#go(piece.id); });
      const item = made("li", { className: `depth-${piece.depth || 1}` }, link);
      return item;
    });
    this.box.querySelector("#outline ul").replaceChildren(...links);
  }

  #sheets(draft) {
    const list = this.box.querySelector("#sheets ul");
    while (list.children.length > draft.pages.length) list.lastChild.remove();
    draft.pages.forEach(([digest, width, height], index) => {
      let item = list.children[index];
      if (!item) {
        const image = made("img", { alt: "" });
        const link = made("a", { href: "#stage" }, image, made("span", { textContent: `${index + 1}` }));
        link.setAttribute("aria-label", inWords("page", { page: index + 1 }));
        link.dataset.page = index + 1;
        link.addEventListener("click", event => { event.preventDefault(); this.pages.goToPage(index + 1); });
        item = made("li", {}, link);
        list.append(item);
        this.near.observe(image);
      }
      const image = item.querySelector("img");
      const source = new URL(pictureOf(digest, 110), location.href).href;
      image.style.aspectRatio = `${width} / ${height}`;
      const drawn = image.src;
      image.dataset.source = source;
      if (drawn && drawn !== source) image.src = source;
    });
  }

  #go(id) {
    this.pages.goTo(id);
    this.pages.choose(id, { move: false });
  }
}
