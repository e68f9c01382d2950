// Findings beside the page, each at the height of its words.

import { ask, tell } from "./server.js";
import { made, question, say } from "./dialog.js";
import { inWords } from "./interface.js";

const GAP = 8;

// What a rule says in detail, which it says in English where it has no other words.
const said = (name, text, className = "", worded = false) => made(name, { className, textContent: text, ...(worded ? {} : { lang: "en", dir: "ltr" }) });

function counted(count, others) {
  const errors = inWords("errors", { count }), weighed = inWords("weighed", { count: others });
  if (count && others) return inWords("counts", { errors, weighed });
  return count ? errors : others ? weighed : inWords("no-findings");
}

export class Cards {
  constructor(box, pages, words, state) {
    Object.assign(this, { box, pages, words, state });
    this.open = new Set();
    this.rule = "";
    this.place_ = -1;
    this.select = document.getElementById("rule");
    this.select.addEventListener("change", () => { this.rule = this.select.value; this.show(this.state.draft); });
    document.getElementById("next").addEventListener("click", () => this.step(1));
    document.getElementById("before").addEventListener("click", () => this.step(-1));
  }

  show(draft) {
    const focused = this.box.contains(document.activeElement) ? document.activeElement.closest(".card")?.dataset.key : null;
    this.#rules(draft);
    const order = new Map(draft.pieces.map((piece, place) => [piece.id, place]));
    this.findings = draft.findings.filter(found => !this.rule || found.code === this.rule)
      .map(found => ({ ...found, key: `${found.code} ${found.file} ${found.piece ?? found.page} ${found.span} ${found.message}` }))
      .sort((one, other) => (order.get(one.piece) ?? -1) - (order.get(other.piece) ?? -1));
    this.box.replaceChildren(...this.findings.map(found => this.card(found)));
    const errors = draft.findings.filter(found => found.severity === "error").length;
    document.getElementById("count").textContent = counted(errors, draft.findings.length - errors);
    this.place();
    if (focused) this.#cards().find(card => card.dataset.key === focused)?.querySelector("button")?.focus({ preventScroll: true });
  }

  // Puts each card at the height of its piece, and below the one before where they would lie on each other.
  place() {
    let below = GAP;
    for (const card of this.#cards()) {
      const found = this.findings[card.dataset.place];
      const height = found.piece ? this.pages.top(found.piece) : found.page ? this.pages.sheets[found.page - 1]?.element.offsetTop : 0;
      const top = Math.max(height ?? 0, below);
      card.style.top = `${top}px`;
      below = top + card.offsetHeight + GAP;
    }
  }

  step(by) {
    const cards = this.#cards();
    if (!cards.length) return;
    this.place_ = (this.place_ + by + cards.length) % cards.length;
    this.pages.wanted?.();
    const card = cards[this.place_];
    card.querySelector("button").focus();
    card.scrollIntoView({ block: "nearest" });
    this.#mark(this.findings[card.dataset.place]);
  }

  #cards() { return [...this.box.children]; }

  #rules(draft) {
    const codes = new Map();
    for (const { code, name, gist } of draft.findings) codes.set(code, { name: gist || name, count: (codes.get(code)?.count ?? 0) + 1 });
    if (!codes.has(this.rule)) this.rule = "";
    this.select.replaceChildren(new Option(inWords("all"), ""), ...[...codes].sort().map(([code, { name, count }]) => new Option(`${code} ${name} (${count})`, code)));
    this.select.value = this.rule;
  }

  // The findings of one piece, for where its words are.
  of(piece) { return piece ? this.findings.filter(found => found.piece === piece).map(found => this.card(found)) : []; }

  card(found) {
    const card = made("div", { className: `card ${found.severity}`, role: "listitem" });
    card.dataset.key = found.key;
    card.dataset.place = this.findings.indexOf(found);
    card.dataset.code = found.code;
    const head = made("button", { type: "button", className: "message" }, made("span", { className: "severity", textContent: inWords(found.severity === "error" ? "error" : "to-weigh") }), " ", found.gist ? made("span", { textContent: found.gist }) : said("span", found.message, "", found.worded));
    head.addEventListener("click", () => this.#go(found));
    card.append(head);
    if (found.gist) card.append(said("p", found.message, "hint", found.worded));
    if (found.hint) card.append(said("p", found.hint, "hint", found.hinted));
    const row = made("div", { className: "answers" });
    const add = (label, work) => {
      const button = made("button", { type: "button", textContent: label });
      button.addEventListener("click", work);
      row.append(button);
    };
    if (found.mending) add(inWords(`mend-${found.mending.what}`, found.mending), () => this.#mend(found));
    if (found.file && found.line) add(`${found.file}:${found.line}`, () => this.words.openLine(found.file, found.line, found.column));
    add(inWords("why"), () => this.#explain(found, card));
    if (found.waivable && found.line) add(inWords("accept-asks"), () => this.#waive(found));
    card.append(row);
    card.addEventListener("mouseenter", () => this.#mark(found));
    if (this.open.has(found.key)) this.#explain(found, card, true);
    return card;
  }

  #mark(found) {
    if (found.piece) for (const button of this.pages.holder.querySelectorAll(".piece")) button.classList.toggle("at-fault", button.dataset.piece === found.piece);
  }

  #go(found) {
    const piece = found.piece && this.pages.piece(found.piece);
    if (piece) this.words.open(piece);
    else if (found.page) this.pages.goToPage(found.page);
    else if (found.file) this.words.openLine(found.file, found.line, found.column);
  }

  async #explain(found, card, again = false) {
    const there = card.querySelector(".why");
    if (there) { there.remove(); this.open.delete(found.key); this.place(); return; }
    this.open.add(found.key);
    const box = said("pre", "", "why");
    card.append(box);
    try { box.textContent = (await ask(`explain/${found.code}`)).text; } catch (failure) { box.textContent = failure.message; }
    this.place();
    if (!again) card.scrollIntoView({ block: "nearest" });
  }

  async #mend(found) {
    try {
      await tell("mend", { language: this.state.language, code: found.code, file: found.file, line: found.line, column: found.column, span: found.span });
    } catch (failure) { say(failure.message); }
  }

  async #waive(found) {
    const reason = made("textarea", { rows: 3, required: true, minLength: 10 });
    reason.setAttribute("aria-label", inWords("accept-reason"));
    const chosen = await question(inWords("accept-finding", { finding: `${found.code} ${found.gist || found.name}` }), [
      said("p", found.message, "", found.worded),
      made("p", { textContent: inWords("accept-kept") }), reason,
    ], { accept: inWords("accept"), "": inWords("leave") });
    if (chosen !== "accept") return;
    try {
      await tell("waive", { language: this.state.language, code: found.code, file: found.file, line: found.line, where: found.span, reason: reason.value });
    } catch (failure) { say(failure.message); }
  }
}
