// An editor for words or YAML: CodeMirror, with what the document can name.

import {
  Decoration, EditorState, EditorView, HighlightStyle, StateField, acceptCompletion, autocompletion, bracketMatching, completionKeymap, defaultKeymap,
  highlightSelectionMatches, history, historyKeymap, indentUnit, keymap, lineNumbers, search, searchKeymap, syntaxHighlighting,
  tags, yaml,
} from "./editor.js";
import { schemaKeys } from "./schema.js";
import { editor as phrases } from "./interface.js";

const look = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--key)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--quiet)" },
]);

const frame = EditorView.theme({
  "&": { fontSize: "1rem", color: "var(--ink)", backgroundColor: "var(--paper)", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".6rem .2rem" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.55", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--quiet)", border: "none" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: .75 },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": { backgroundColor: "var(--select) !important" },
});

// Facts, calls, links and code read from left to right among Arabic words, each in one piece.
const MARKS = /\{\{.*?\}\}|\[\^[^\]]*\]|\]\(#[^)]*\)|\[\]\(#[^)]*\)/g;
const isolated = Decoration.mark({ class: "isolated", attributes: { dir: "ltr" }, bidiIsolate: 0 }); // 0: left to right
const marksOf = doc => Decoration.set([...doc.toString().matchAll(MARKS)].map(found => isolated.range(found.index, found.index + found[0].length)));
const isolates = StateField.define({
  create: state => marksOf(state.doc),
  update: (marks, change) => (change.docChanged ? marksOf(change.state.doc) : marks),
  provide: field => [EditorView.decorations.from(field), EditorView.bidiIsolatedRanges.from(field)],
});

// `given`: text, label, language, direction, yaml, schema, facts; what is called: save, change, cursor, leave.
export function editor(parent, given) {
  const extensions = [
    EditorView.cspNonce.of(document.documentElement.dataset.nonce || document.documentElement.nonce || ""),
    EditorState.phrases.of(phrases), history(), bracketMatching(), highlightSelectionMatches(), search({ top: true }),
    EditorView.lineWrapping, EditorView.perLineTextDirection.of(true), frame,
    autocompletion({ override: [given.yaml ? keysAndFacts(given) : facts(given)], activateOnTyping: true, icons: false }),
    keymap.of([
      { key: "Mod-Enter", run: () => (given.save(), true) },
      { key: "Mod-s", preventDefault: true, run: () => (given.save(), true) },
      { key: "Tab", run: acceptCompletion },
      ...completionKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap,
      { key: "Escape", run: () => (given.leave(), true) },
    ]),
    EditorView.contentAttributes.of({
      lang: given.language, "aria-label": given.label, spellcheck: given.yaml ? "false" : "true",
      dir: given.yaml ? "ltr" : given.direction || "auto",
    }),
    EditorView.updateListener.of(update => {
      if (update.docChanged) given.change(update.state.doc.toString());
      if (update.selectionSet || update.docChanged) given.cursor?.(update.state.doc.lineAt(update.state.selection.main.head).number);
    }),
  ];
  if (given.yaml) extensions.push(yaml(), syntaxHighlighting(look), indentUnit.of("  "));
  if (!given.yaml && given.direction === "rtl") extensions.push(isolates);
  if (given.numbers) extensions.push(lineNumbers());
  if (!given.yaml && given.oneLine) {
    extensions.push(EditorState.transactionFilter.of(change =>
      change.newDoc.lines > 1 ? [change, { changes: breaks(change.newDoc), sequential: true }] : change));
  }
  return new EditorView({ state: EditorState.create({ doc: given.text, extensions }), parent });
}

// A paragraph is one line: pasted line breaks become spaces.
function breaks(doc) {
  const changes = [];
  for (let line = 1; line < doc.lines; line += 1) changes.push({ from: doc.line(line).to, to: doc.line(line + 1).from, insert: " " });
  return changes;
}

export function goToLine(view, number, column = 1) {
  const line = view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));
  const at = Math.min(line.to, line.from + column - 1);
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
}

const OPENED = /(\{\{[^{}]*|\[\^[\w.-]*|\[[^\][]*\]\(#?[\w.-]*)$/;

function facts(given) {
  return context => {
    const before = context.matchBefore(OPENED);
    const word = before ?? (context.explicit ? context.matchBefore(/[\p{L}\p{N}_-]*$/u) : null);
    if (!word) return null;
    const kind = !before ? "" : word.text.startsWith("{{") ? "{{" : word.text.startsWith("[^") ? "[^" : "[](";
    const wanted = word.text.replace(/^(\{\{|\[\^|\[[^\][]*\]\(#?)\s*/, "").toLocaleLowerCase();
    const options = (given.facts ?? []).filter(([typed, says]) => fits(typed, kind) && `${typed} ${says}`.toLocaleLowerCase().includes(wanted));
    return {
      from: word.from, filter: false,
      options: options.slice(0, 60).map(([typed, says, what]) => ({
        label: says || typed, detail: typed, type: what === "fact" ? "constant" : "text",
        apply: (view, _, from, to) => insert(view, typed, from, to, word.text),
      })),
    };
  };
}

const fits = (typed, kind) => !kind || (kind === "[](" ? typed.startsWith("[](") : typed.startsWith(kind));

// Puts a name in; brackets that the keyboard has closed already are not closed twice, words of a reference stay.
function insert(view, typed, from, to, before) {
  const after = view.state.sliceDoc(to, to + 3);
  const end = typed.startsWith("{{") ? after.match(/^ ?\}\}/) : typed.startsWith("[^") ? after.match(/^\]/) : after.match(/^\)/);
  const words = before.match(/^\[([^\][]+)\]\(/);
  const text = words && typed.startsWith("[](") ? `[${words[1]}]${typed.slice(2)}` : typed;
  view.dispatch({ changes: { from, to: to + (end?.[0].length ?? 0), insert: text }, selection: { anchor: from + text.length } });
}

function keysAndFacts(given) {
  const named = facts(given);
  return async context => {
    const found = named(context);
    if (found && !context.explicit) return found;
    const key = context.matchBefore(/^(\s*(?:- )*)[\w-]*$/);
    if (!key || !given.schema) return found;
    const typed = key.text.match(/[\w-]*$/)[0];
    if (!typed && !context.explicit) return found;
    const line = context.state.doc.lineAt(context.pos);
    const known = schemaKeys(await given.schema(), context.state.doc.toString(), line.number - 1);
    return known.length ? { from: context.pos - typed.length, options: known } : found;
  };
}
