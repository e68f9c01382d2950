// The page as a whole: which language is shown, at what place; what changes is drawn at once.

import { ask, tell } from "./server.js";
import { listen } from "./news.js";
import { Pages } from "./pages.js";
import { Side } from "./side.js";
import { Cards } from "./cards.js";
import { Words } from "./words.js";
import { Views, nameOf } from "./views.js";
import { keys } from "./keys.js";
import { say } from "./dialog.js";
import { inWords, speak, turn } from "./interface.js";

const $ = id => document.getElementById(id);
const address = new URLSearchParams(location.search);
const kept = { zoom: "preview-zoom" };
const LARGEST_FITTED = 1.4;

const state = { language: "", draft: null, number: -1, asking: false };
const pages = new Pages($("stage"), $("pages"), (piece, event) => piece && words.open(piece, event));
const words = new Words($("words"), pages, state);
const cards = new Cards($("cards"), pages, words, state);
words.cards = cards;
const side = new Side($("side"), pages, words, state);
const views = new Views($("stage"), pages, cards, state);
pages.wanted = () => views.back();

async function start() {
  const about = await ask("about");
  state.about = about;
  state.language = about.languages.includes(address.get("language")) ? address.get("language") : about.first;
  for (const select of [$("language"), $("beside")]) for (const code of about.languages) select.append(new Option(nameOf(code), code));
  $("language").value = state.language;
  $("beside").parentElement.classList.toggle("alone", about.languages.length < 2);
  document.title = about.name;
  await refresh();
  const zoom = Number(localStorage.getItem(kept.zoom));
  if (zoom) zoomTo(zoom); else fit();
  const at = address.get("at");
  if (at) {
    const id = [at, `note-${at}`].find(name => pages.piece(name));
    if (id) { pages.goTo(id); pages.choose(id, { move: false }); pages.focus(id); }
    else say(inWords("no-place", { place: at }));
  }
  listen(hear);
  document.body.dataset.ready = "true";
}

function hear(news) {
  if ("lost" in news) {
    $("state").dataset.stage = news.lost ? "lost" : "";
    if (news.lost) $("state").textContent = inWords("lost");
    else if (state.draft) refresh();
    return;
  }
  if (news.language === $("beside").value) views.heardBeside(news);
  if (news.language !== state.language) return;
  stage(news);
  if (news.number !== state.number || ["drawn", "unclear", "proved", "failed"].includes(news.stage)) refresh();
}

// Asks for the draft as it is now; what is heard meanwhile is asked for afterwards.
async function refresh() {
  if (state.asking) { state.again = true; return; }
  state.asking = true;
  try {
    do {
      state.again = false;
      const language = state.language;
      const draft = await ask(`draft/${language}`);
      if (language === state.language) show(draft);
    } while (state.again);
  } catch (failure) {
    say(failure.message);
  } finally {
    state.asking = false;
  }
}

function show(draft) {
  state.number = draft.number;
  stage(draft);
  if (!draft.pages) return;
  const first = !state.draft || state.draft.language !== draft.language;
  state.draft = draft;
  turn(draft.direction);
  $("symbol").textContent = draft.symbol;
  $("symbol").title = draft.title;
  pages.show(draft);
  cards.show(draft);
  side.show(draft, first);
  words.drawn(draft);
  views.drawn(draft);
  document.body.dataset.number = draft.number;
}

const STAGES = ["drawing", "drawn", "unclear", "proving", "proved", "failed"];

function stage(news) {
  const box = $("state");
  box.dataset.stage = news.stage;
  const errors = state.draft?.findings?.filter(found => "page" in found && found.severity === "error").length;
  box.textContent = news.failure || (news.stage === "proved" && errors ? inWords("faulty") : STAGES.includes(news.stage) ? inWords(news.stage) : "");
  box.title = box.textContent;  // it may be longer than the bar has room for
}

function zoomTo(zoom, fitting = false) {
  pages.setZoom(zoom);
  pages.fitting = fitting;
  cards.place();
  $("zoom").textContent = `${Math.round(pages.zoom * 100)} %`;
  try { fitting ? localStorage.removeItem(kept.zoom) : localStorage.setItem(kept.zoom, pages.zoom); } catch { /* private window */ }
}

// As wide as there is room for, and again when the room changes, until a size is chosen.
function fit() { zoomTo(Math.min(LARGEST_FITTED, pages.fitted()), true); }

async function changeLanguage(code) {
  const at = pages.anchor();
  state.language = code;
  $("language").value = code;
  words.close();
  await refresh();
  if (at) pages.restore(at);
  note();
}

let noting;
function note() {
  clearTimeout(noting);
  noting = setTimeout(() => {
    if (!pages.inSight) return;
    const anchor = pages.anchor();
    $("page-number").textContent = state.draft ? inWords("page-of", { page: pages.current(), pages: state.draft.pages.length }) : "";
    side.at(anchor?.id, pages.current());
    history.replaceState(null, "", here(anchor));
  }, 120);
}

function here(anchor) {
  const place = new URLSearchParams();
  place.set("language", state.language);
  if (anchor?.id) place.set("at", anchor.id.replace(/^note-/, "note-"));
  return `?${place}`;
}

async function again(path) {
  try {
    const { file } = await tell(path);
    say(file ? inWords(path === "undo" ? "taken-back" : "made-again", { file }) : inWords(`nothing-to-${path}`));
  } catch (failure) {
    say(failure.status === 409 ? inWords("undo-conflict") : failure.message);
  }
}

addEventListener("beforeunload", event => { if (words.dirty) event.preventDefault(); }); // the browser asks before words are lost
$("stage").addEventListener("scroll", note, { passive: true });
$("language").addEventListener("change", event => changeLanguage(event.target.value));
$("beside").addEventListener("change", event => views.beside(event.target.value));
$("interface-language").addEventListener("change", event => speak(event.target.value));
$("view-choice").addEventListener("change", event => views.show(event.target.value));
$("smaller").addEventListener("click", () => zoomTo(pages.zoom / 1.15));
$("larger").addEventListener("click", () => zoomTo(pages.zoom * 1.15));
$("fit").addEventListener("click", fit);
$("undo").addEventListener("click", () => again("undo"));
$("redo").addEventListener("click", () => again("redo"));
$("link").addEventListener("click", async () => {
  const place = new URL(here({ id: pages.chosen || pages.anchor()?.id }), location.href).href;
  try { await navigator.clipboard.writeText(place); say(inWords("copied")); } catch { say(place); }
});
new ResizeObserver(() => { pages.fitting ? fit() : cards.place(); views.fit(); }).observe($("stage"));
keys({ pages, words, cards, side, views, zoomTo, fit, again });

start().catch(failure => say(failure.message));
