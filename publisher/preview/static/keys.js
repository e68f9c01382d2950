// Everything by keyboard.

import { made, question } from "./dialog.js";
import { inWords } from "./interface.js";

const KEYS = ["arrows", "enter", "save", "leave", "finding", "search", "zoom", "undo", "round", "help"];

export function keys({ pages, words, cards, side, views, zoomTo, fit, again }) {
  const help = () => question(inWords("keys"), [made("table", {}, ...KEYS.map(key =>
    made("tr", {}, made("th", { scope: "row", textContent: inWords(`key-${key}`) }), made("td", { textContent: inWords(`key-${key}-do`) }))))], { close: inWords("close") });
  document.getElementById("help").addEventListener("click", help);
  addEventListener("keydown", event => {
    if (event.defaultPrevented) return; // the editor of words has done it
    const typing = event.target.closest("input, textarea, select, .cm-editor, dialog");
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "F8") { event.preventDefault(); const by = event.shiftKey ? -1 : 1; if (!views.step(by)) cards.step(by); return; }
    if (event.key === "F6") { event.preventDefault(); round(pages, words, side); return; }
    if (command && ["+", "=", "-", "0"].includes(event.key)) {
      event.preventDefault();
      event.key === "0" ? fit() : zoomTo(pages.zoom * (event.key === "-" ? 1 / 1.15 : 1.15));
      return;
    }
    if (command && event.key === "s") { event.preventDefault(); words.save(); return; }
    if (typing) return;
    if (command && event.key.toLowerCase() === "z") { event.preventDefault(); again(event.shiftKey ? "redo" : "undo"); return; }
    if (event.key === "/") { event.preventDefault(); side.open(document.getElementById("tab-search"), true); return; }
    if (event.key === "?") { event.preventDefault(); help(); }
  });
}

// From one part of the window to the next.
function round(pages, words, side) {
  const here = document.activeElement;
  if (side.box.contains(here)) pages.focus(pages.chosen);
  else if (pages.stage.contains(here) && !words.box.hidden) words.focus();
  else side.tabs.find(tab => tab.tabIndex === 0)?.focus();
}
