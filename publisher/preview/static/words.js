// The words beside the page: one entry in its own words, as YAML, or the whole file; saved into exactly its lines.

import { ask, tell } from "./server.js";
import { made, question, say } from "./dialog.js";
import { editor, goToLine } from "./writing.js";
import { roleOf } from "./pages.js";
import { inWords } from "./interface.js";

// What an empty line sets apart; a paragraph is one line.
const paragraphs = text => text.split(/\n\s*\n/).map(one => one.trim().replace(/\s*\n\s*/g, " ")).filter(Boolean);

// What an entry reads, by which it is known again.
const read = entry => entry.kind === "scalar" ? entry.words : entry.source;

export class Words {
  constructor(box, pages, state) {
    Object.assign(this, { box, pages, state });
    this.entry = null;
    this.mode = "words";
    this.schemas = {};
    this.asked = 0;
  }

  // Opens what a piece of the page was written as; what was typed before is saved first.
  async open(piece) {
    if (!await this.#left()) return;
    const asked = ++this.asked;
    try {
      const entry = await ask(`entry/${this.state.language}/${encodeURIComponent(piece.id)}?number=${this.state.draft.number}`);
      if (asked !== this.asked) return;
      this.#show(entry, entry.kind === "scalar" ? "words" : "entry");
      this.pages.choose(piece.id);
    } catch (failure) {
      say(failure.message);
      if (failure.told?.line) await this.openLine(failure.told.file, failure.told.line); // where it has to be put right first
    }
  }

  async openPlace(file, path) {
    if (!await this.#left()) return;
    try {
      const entry = await tell("place", { file, path, language: this.state.language });
      this.#show(entry, entry.kind === "scalar" && file !== "record.yaml" ? "words" : "entry");
      if (entry.id) this.pages.choose(entry.id);
    } catch (failure) {
      say(failure.message);
    }
  }

  async openLine(file, line, column = 1) {
    if (!await this.#left()) return;
    this.entry = { file, line, column, id: "", role: "file", kind: "file", entry: null, fact: null };
    await this.#showFile(line, column);
  }

  // A new draft is there: words that nobody has touched are those of the file.
  async drawn() {
    if (this.box.hidden || !this.entry) return;
    this.#head();
    if (this.dirty || this.mode === "file") return;
    const before = this.entry, { mode } = this, { id } = before;
    try {
      const entry = await this.#again();
      if (this.dirty || this.entry !== before || this.mode !== mode) return; // one has gone on meanwhile
      this.entry = entry;
      const text = this.mode === "words" ? entry.words : (entry.entry ?? entry).source;
      if (text === this.base) this.#head();
      else this.#show(entry, this.mode, false);
      if (entry.id) this.pages.choose(entry.id, { move: !id });
    } catch { /* the entry is gone: its words stay until another is opened */ }
  }

  // One saving at a time: who asks meanwhile waits for the one that is under way.
  save() { return this.saving ??= this.#save().finally(() => { this.saving = null; }); }

  async #save() {
    if (!this.dirty || !this.entry) return true;
    const text = this.text();
    try {
      await (this.mode === "words" ? this.#saveWords(text) : this.mode === "file" ? this.#saveFile(text) : this.#saveEntry(text));
      return !this.dirty;
    } catch (failure) {
      this.#problem(failure.message);
      return false;
    }
  }

  async close() {
    if (!await this.#left()) return;
    const id = this.entry?.id;
    this.#clear();
    this.box.hidden = true;
    this.entry = null;
    this.pages.choose("");
    document.body.classList.remove("writing");
    if (id) this.pages.focus(id);
  }

  focus() { this.view ? this.view.focus() : this.box.querySelector("input, button")?.focus(); }

  text() { return this.view.state.doc.toString(); }

  async #left() {
    if (!this.dirty) return true;
    return this.save();
  }

  async #saveWords(text, before = this.entry.words) {
    const { file, path } = this.entry;
    const done = await this.#written("words", { file, path, before, words: text }, text, theirs => this.#saveWords(text, theirs));
    if (!done) return;
    this.entry = { ...this.entry, path: done.path, words: text };
    this.#saved(text);
  }

  async #saveEntry(text) {
    const { file, path } = this.#listed(), whole = this.entry.entry ?? this.entry;
    const done = await this.#written("change", { what: "refill", file, path, before: read(whole), source: text }, text);
    if (!done) return;
    this.#saved(text);
    this.entry = await this.#again().catch(() => this.entry); // what was typed may be another kind of entry
  }

  async #saveFile(text) {
    const { file } = this.entry;
    const done = await this.#written("replace", { file, digest: this.digest, text }, text, async () => {
      this.digest = (await ask(`file/${file}`)).digest;
      return this.#saveFile(text);
    });
    if (done?.digest) { this.digest = done.digest; this.#saved(text); }
  }

  // Writes; where somebody else was quicker, shows both texts and does what is chosen.
  async #written(path, body, mine, again) {
    try {
      return await tell(path, body);
    } catch (failure) {
      if (failure.status !== 409) throw failure;
      const texts = [
        made("p", { textContent: inWords("conflict-both") }),
        made("h3", { textContent: inWords("conflict-theirs") }), made("pre", { className: "theirs", dir: "auto", textContent: failure.told.theirs.slice(0, 20000) }),
        made("h3", { textContent: inWords("conflict-mine") }), made("pre", { className: "mine", dir: "auto", textContent: mine.slice(0, 20000) }),
      ];
      const answers = { "": inWords("conflict-go-on"), theirs: inWords("conflict-take"), ...(again ? { mine: inWords("conflict-write") } : {}) };
      const chosen = await question(inWords("conflict"), texts, answers);
      if (chosen === "mine") { await again(failure.told.theirs); return null; }
      if (chosen === "theirs") { this.dirty = false; await this.#reopen(); }
      return null;
    }
  }

  async #reopen() {
    if (this.mode === "file") return this.#showFile(this.entry.line);
    this.#show(await this.#again(), this.mode, false);
  }

  // The entry that is open, as it is now, wherever it stands by now. A piece of the page may have another name than before.
  async #again() {
    const { id, role, fact, file, path } = this.entry, { language } = this.state;
    const now = await tell("place", { file, path, language, before: read(this.entry) });
    return now.id ? now : { ...now, id, role, fact };
  }

  async #change(what, more = {}) {
    if (!await this.#left()) return null;
    const { file, path, entry } = this.entry;
    try {
      const done = await tell("change", { what, file, path: entry.path, before: read(entry), ...more });
      if (what === "delete") this.close();
      if (what === "move") this.entry = { ...this.entry, path: [...done.path, ...path.slice(entry.path.length)], entry: { ...entry, path: done.path } };
      return done;
    } catch (failure) {
      this.#problem(failure.message);
      return null;
    }
  }

  #listed() { return { file: this.entry.file, path: this.mode === "entry" && this.entry.entry ? this.entry.entry.path : this.entry.path }; }

  #saved(text) {
    this.dirty = false;
    this.base = text;
    this.#head();
    this.#problem("");
  }

  #clear() {
    this.view?.destroy();
    this.view = null;
    this.dirty = false;
    this.box.replaceChildren();
  }

  #show(entry, mode, focus = true) {
    this.#clear();
    this.entry = entry;
    this.mode = mode;
    this.box.hidden = false;
    document.body.classList.add("writing");
    const listed = entry.entry ?? entry;
    const text = mode === "words" ? entry.words : listed.source;
    this.base = text;
    this.#frame();
    this.#edit(text, { yaml: mode !== "words", oneLine: mode === "words" && !text.includes("\n") });
    if (entry.kind !== "scalar" && entry.fact && mode !== "file") this.#fields(entry.fact);
    if (entry.role === "fact") this.#fields({ file: entry.file, path: entry.path, name: "" });
    if (focus) this.focus();
  }

  async #showFile(line = this.entry.line, column = 1) {
    const { file } = this.entry;
    const { text, digest } = await ask(`file/${file}`);
    const entry = this.entry;
    this.#clear();
    Object.assign(this, { entry, mode: "file", digest, base: text });
    this.box.hidden = false;
    document.body.classList.add("writing");
    this.#frame();
    this.#edit(text, { yaml: true, numbers: true, cursor: number => this.#lit(number) });
    goToLine(this.view, line, column);
    this.focus();
  }

  // The cursor is in a line of the file: its piece of the page is marked.
  #lit(line) {
    const pieces = this.state.draft.pieces.filter(piece => piece.file === this.entry.file && piece.boxes.length && piece.line <= line);
    const piece = pieces.reduce((best, one) => !best || one.line > best.line ? one : best, null);
    if (piece && piece.id !== this.pages.chosen) this.pages.choose(piece.id);
  }

  #frame() {
    const { entry } = this;
    const heading = made("h2", { tabIndex: -1 });
    const shut = made("button", { type: "button", className: "shut", textContent: "✕" });
    shut.setAttribute("aria-label", inWords("close-words"));
    shut.addEventListener("click", () => this.close());
    this.box.append(made("div", { className: "top" }, heading, shut), made("p", { className: "where" }), made("div", { className: "from" }));
    const modes = made("div", { className: "modes", role: "group" });
    modes.setAttribute("aria-label", inWords("how-shown"));
    const offered = entry.kind === "scalar" ? ["words", "entry", "file"] : entry.kind === "file" ? ["file"] : ["entry", "file"];
    for (const mode of offered) {
      const button = made("button", { type: "button", textContent: inWords(`mode-${mode}`) });
      button.setAttribute("aria-pressed", mode === this.mode);
      button.addEventListener("click", async () => {
        if (mode === this.mode || !await this.#left()) return;
        if (mode === "file") await this.#showFile();
        else { this.mode = mode; await this.#reopen(); }
      });
      modes.append(button);
    }
    this.box.append(modes, made("div", { className: `editor ${this.mode}` }), made("div", { className: "findings", role: "list" }), made("p", { className: "problem", role: "alert" }), made("div", { className: "fields" }), this.#buttons());
    this.#head();
  }

  #head() {
    const { entry } = this;
    const heading = this.box.querySelector("h2");
    if (!heading) return;
    heading.textContent = roleOf(entry.role) || entry.key || inWords("words");
    this.box.querySelector(".where").textContent = inWords(this.dirty ? "where-unsaved" : "where", entry);
    const from = this.box.querySelector(".from");
    from.replaceChildren();
    if (entry.fact) {
      const link = made("button", { type: "button", className: "fact", textContent: inWords("from-fact", { fact: entry.fact.name }) });
      link.title = inWords("where", entry.fact);
      link.addEventListener("click", () => this.openPlace(entry.fact.file, entry.fact.path));
      from.append(link);
    }
    const save = this.box.querySelector(".save");
    if (save) save.disabled = !this.dirty;
    const list = this.box.querySelector(".findings");
    list.setAttribute("aria-label", inWords("findings-here"));
    if (!list.contains(document.activeElement)) list.replaceChildren(...this.cards.of(entry.id));
  }

  #edit(text, more) {
    const { state } = this;
    this.view = editor(this.box.querySelector(".editor"), {
      text, label: inWords("editor", { role: this.box.querySelector("h2").textContent }), language: this.entry.file === "record.yaml" ? "en" : state.language,
      direction: state.draft?.direction, facts: state.draft?.facts,
      schema: () => this.#schema(), save: () => this.save(), leave: () => this.close(),
      change: now => { this.dirty = now !== this.base; this.#head(); }, ...more,
    });
  }

  #schema() {
    const name = this.entry.file === "record.yaml" ? "record" : "language";
    return this.schemas[name] ??= ask(`schema/${name}`);
  }

  #buttons() {
    const row = made("div", { className: "actions", role: "group" });
    row.setAttribute("aria-label", inWords("actions"));
    const add = (name, label, work, title = "") => {
      const button = made("button", { type: "button", className: name, textContent: label, title });
      button.addEventListener("click", work);
      row.append(button);
    };
    add("save", inWords("save"), () => this.save(), inWords("save-tip"));
    const listed = this.entry.entry;
    if (listed && this.mode !== "file") {
      const what = listed.what;
      if (listed.takes) add("add", inWords(what === "row" ? "add-row" : what === "item" ? "add-item" : "add-after"), () => this.#add(listed));
      if (listed.place > 0) add("up", inWords("up"), () => this.#change("move", { by: -1 }));
      if (listed.place + 1 < listed.of) add("down", inWords("down"), () => this.#change("move", { by: 1 }));
      if (listed.of > 1) add("delete", inWords(what === "row" ? "delete-row" : "delete"), () => this.#change("delete"));
    }
    if (this.mode === "words" && !["cell", "note", "fact"].includes(this.entry.role) && this.entry.file !== "record.yaml") {
      add("footnote", inWords("add-footnote"), () => this.#note());
    }
    return row;
  }

  async #add(listed) {
    const row = listed.what === "row", { file } = this.entry;
    const words = row ? [] : paragraphs(await this.#asked(inWords("new-words")));
    if (!row && !words.length) return;
    const done = await this.#change("enter", row ? { source: listed.source } : { words });
    const cell = row ? this.entry.path.slice(listed.path.length) : [];
    if (done) await this.openPlace(file, [...done.path, ...cell]); // one goes on from there
  }

  async #note() {
    const words = paragraphs(await this.#asked(inWords("footnote-words"))).join(" ");
    if (!words) return;
    const { file, path, words: before } = this.entry;
    const at = this.view.state.selection.main.head;
    const text = this.text();
    try {
      const done = await tell("note", { file, path, before, head: text.slice(0, at), tail: text.slice(at), note: words });
      this.entry = { ...this.entry, words: done.words };
      this.dirty = false;
      await this.#reopen();
    } catch (failure) {
      this.#problem(failure.message);
    }
  }

  async #asked(title) {
    const field = made("textarea", { rows: 4, lang: this.state.language, dir: this.state.draft.direction });
    field.setAttribute("aria-labelledby", "dialog-title");
    return await question(title, [field], { add: inWords("add"), "": inWords("leave") }) === "add" ? field.value.trim() : "";
  }

  // A fact of few words as a form: each field is saved when it is left.
  async #fields(fact) {
    const box = this.box.querySelector(".fields");
    const told = await tell("fields", { file: fact.file, path: fact.path });
    if (!box.isConnected) return;
    const rows = told.fields.map(({ path, name, value }) => {
      const input = made("input", { value, dir: "auto", spellcheck: false });
      const label = made("label", {}, made("span", { textContent: name }), input);
      let before = value;
      const write = async () => {
        if (input.value === before) return;
        try {
          await tell("words", { file: fact.file, path, before, words: input.value });
          before = input.value;
          input.removeAttribute("aria-invalid");
        } catch (failure) {
          input.setAttribute("aria-invalid", "true");
          this.#problem(failure.status === 409 ? inWords("conflict-says", { words: failure.told.theirs }) : failure.message);
        }
      };
      input.addEventListener("change", write);
      input.addEventListener("keydown", event => { if (event.key === "Enter") write(); });
      return label;
    });
    if (!rows.length) return;
    box.replaceChildren(made("h3", { textContent: fact.name ? inWords("the-fact-named", { fact: fact.name }) : inWords("the-fact") }), ...rows);
  }

  #problem(text) {
    const box = this.box.querySelector(".problem");
    if (box) box.textContent = text;
  }
}
