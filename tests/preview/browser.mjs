// Does in Chromium what a person would do in the preview: node browser.mjs ADDRESS SCENARIO [JSON]; prints what came of it as JSON.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
const require = createRequire(process.env.AXE_MODULES + "/");
const { chromium } = require("playwright-core");

const [address, scenario, given = "{}"] = process.argv.slice(2);
const asked = JSON.parse(given);
const own = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"] }; // no graphics card is imitated
const browser = await (process.env.BROWSER ? chromium.connect(process.env.BROWSER) : chromium.launch(own)); // one that is kept for many scenarios
const trouble = [];
let step = ""; // of a long scenario, told where it fails

async function opened(search = "", options = {}) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 }, ...options });
  page.setDefaultTimeout(60000);
  const wait = page.waitForFunction.bind(page); // at each frame, as it asks by itself, it would keep the page drawing
  page.waitForFunction = (what, given, options) => wait(what, given, { polling: 100, ...options });
  page.on("pageerror", error => trouble.push(String(error)));
  page.on("console", message => { if (message.type() === "error" && !/status of (404|409|422)/.test(message.text())) trouble.push(message.text()); });
  page.on("request", request => { if (!request.url().startsWith(address) && !request.url().startsWith("data:")) trouble.push(`asked for ${request.url()}`); });
  await page.goto(address + search);
  await page.waitForSelector("body[data-ready]");
  await page.waitForSelector(".sheet[data-digest]");
  return page;
}

const draft = page => page.evaluate(() => fetch(`draft/${new URLSearchParams(location.search).get("language") || document.getElementById("language").value}`).then(answer => answer.json()));
const number = page => page.evaluate(() => Number(document.body.dataset.number));
const topOf = (page, id) => page.evaluate(name => document.querySelector(`.piece[data-piece="${name}"]`)?.getBoundingClientRect().top, id);
const textOf = (page, id) => page.evaluate(name => document.querySelector(`.piece[data-piece="${name}"]`)?.getAttribute("aria-label"), id);
const digests = page => page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".sheet[data-digest]")].map(sheet => [sheet.dataset.number, sheet.dataset.digest])));

// Goes to a piece as a reader would by its address, and clicks it.
async function click(page, id) {
  await page.waitForSelector(`.sheet[data-digest] .piece[data-piece="${id}"]`);
  await page.locator(`.piece[data-piece="${id}"]`).first().click();
  await page.waitForSelector("#words:not([hidden]) .cm-content");
}

const chosenInSight = page => page.evaluate(() => {
  const box = document.querySelector(".piece.chosen")?.getBoundingClientRect();
  return !!box && box.top > 0 && box.top < innerHeight;
});

async function typeAtEnd(page, words) {
  await page.locator("#words .cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}

async function typeOver(page, words) {
  await page.locator("#words .cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(words);
}

async function saved(page) {
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelector("#words .save")?.disabled !== false, null);
}

const says = (page, id, words) => page.waitForFunction(
  ([name, text]) => document.querySelector(`.piece[data-piece="${name}"]`)?.getAttribute("aria-label").includes(text), [id, words]);

const scenarios = {
  // What an editor does in a language, in a page that speaks it: words of each role, a fact, a fault and its undoing, a conflict.
  async day() {
    const seen = {}, file = () => readFileSync(asked.file, "utf-8");
    const at = piece => `?language=${asked.language}&interface=${asked.language}&at=${piece}`;
    const page = await opened(at(asked.edits.paragraph.piece));
    for (const [role, { piece, words, over }] of Object.entries(asked.edits)) {
      step = role;
      await page.goto(address + at(piece));
      await click(page, piece);
      const before = await digests(page), top = await topOf(page, piece), first = file();
      if (over) await typeOver(page, words); else await typeAtEnd(page, words);
      await saved(page);
      await says(page, piece, words.trim());
      await page.waitForFunction(([old, id]) => {
        const sheet = document.querySelector(`.piece[data-piece="${id}"]`).closest(".sheet");
        return sheet.dataset.digest && sheet.dataset.digest !== old[sheet.dataset.number];
      }, [before, piece]);
      const lines = new Set(first.split("\n"));
      seen[role] = {
        text: await textOf(page, piece), moved: Math.abs(await topOf(page, piece) - top),
        changed: file().split("\n").filter(line => !lines.has(line)),
      };
      seen.page = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    }
    step = "vote";
    await page.goto(address + at(asked.vote));
    await click(page, asked.vote);
    let top = await topOf(page, asked.vote);
    const field = page.locator("#words .fields label", { hasText: new RegExp(`^${asked.field}$`) }).locator("input");
    await field.fill(asked.value);
    await field.press("Enter");
    await says(page, asked.vote, asked.value);
    seen.vote = { from: await page.locator("#words .fact").innerText(), moved: Math.abs(await topOf(page, asked.vote) - top) };

    step = "fault";
    const { piece } = asked.edits.paragraph, fault = page.locator(`#cards .card[data-code="${asked.code}"]`);
    await page.goto(address + at(piece));
    await click(page, piece);
    await typeAtEnd(page, asked.fault);
    await saved(page);
    await page.locator(`#words .findings .card[data-code="${asked.code}"]`).waitFor();
    top = await topOf(page, piece);
    const zoom = await page.locator("#zoom").innerText();
    await page.keyboard.press("Escape"); // the words go, the pages have their room: another size, the same place
    await page.waitForFunction(size => document.getElementById("zoom").textContent !== size, zoom);
    seen.left = { moved: Math.abs(await topOf(page, piece) - top) };
    await fault.waitFor();
    seen.led = await fault.evaluate(card => { // how far the first word of a card stands from where its line begins
      const line = card.querySelector(".message").getBoundingClientRect(), word = card.querySelector(".severity").getBoundingClientRect();
      return getComputedStyle(card).direction === "rtl" ? line.right - word.right : word.left - line.left;
    });
    await page.locator("#undo").click();
    await fault.waitFor({ state: "detached" });
    step = "conflict";
    seen.finding = { moved: Math.abs(await topOf(page, piece) - top) };

    await click(page, piece);
    await typeAtEnd(page, " MINE");
    const [line] = seen.paragraph.changed;
    writeFileSync(asked.file, file().replace(line, line.replace(asked.edits.paragraph.words, " THEIRS")));
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#dialog[open]");
    seen.conflict = { theirs: await page.locator("#dialog .theirs").innerText(), mine: await page.locator("#dialog .mine").innerText() };
    await page.locator('#dialog button[value="theirs"]').click();
    await says(page, piece, "THEIRS");
    seen.conflict.kept = !file().includes("MINE");
    return seen;
  },

  // A finding comes with the words at fault and goes with its mending; the place stays.
  async finding() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    await click(page, asked.piece);
    await typeAtEnd(page, asked.words);
    await saved(page);
    const card = page.locator("#words .findings .card", { hasText: asked.found });
    await card.waitFor();
    await page.keyboard.press("Escape");
    const beside = page.locator("#cards .card", { hasText: asked.found });
    await beside.waitFor();
    const height = Math.abs((await beside.boundingBox()).y - await topOf(page, asked.piece));
    await beside.getByRole("button", { name: "Why" }).click();
    await beside.locator(".why", { hasText: "Authority" }).waitFor();
    const top = await topOf(page, asked.piece);
    await beside.getByRole("button", { name: /Write/ }).click();
    await beside.waitFor({ state: "detached" });
    await says(page, asked.piece, asked.mended);
    return { height, moved: Math.abs(await topOf(page, asked.piece) - top), text: await textOf(page, asked.piece) };
  },

  // Somebody else saves the same words first: both texts are shown, and written is what is chosen.
  async conflict() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    await click(page, asked.piece);
    await typeAtEnd(page, " MINE");
    const file = readFileSync(asked.file, "utf-8");
    writeFileSync(asked.file, file.replace(asked.old, asked.theirs));
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("#dialog[open]");
    const shown = [await page.locator("#dialog .theirs").innerText(), await page.locator("#dialog .mine").innerText()];
    const kept = readFileSync(asked.file, "utf-8").includes(asked.theirs);
    await page.getByRole("button", { name: "Write mine over it" }).click();
    await says(page, asked.piece, "MINE");
    return { shown, kept, written: readFileSync(asked.file, "utf-8").includes("MINE") };
  },

  // Two tabs and a change from outside: both follow, each at its own place, with one connection for both.
  async tabs() {
    const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
    const streams = [];
    context.on("request", request => { if (request.url().endsWith("/events")) streams.push(request.url()); });
    const tabs = [];
    for (const at of asked.pieces) {
      const page = await context.newPage();
      await page.goto(`${address}?language=en&at=${at}`);
      await page.waitForSelector(`.piece[data-piece="${at}"]`);
      tabs.push(page);
    }
    const tops = await Promise.all(tabs.map((page, place) => topOf(page, asked.pieces[place])));
    const file = readFileSync(asked.file, "utf-8");
    writeFileSync(asked.file, file.replace(asked.old, asked.now));
    await Promise.all(tabs.map(page => page.waitForFunction(words => fetch("draft/en").then(answer => answer.json())
      .then(told => told.number === Number(document.body.dataset.number) && told.pieces.some(piece => piece.text.includes(words))), asked.now, { polling: 300 })));
    const moved = await Promise.all(tabs.map(async (page, place) => Math.abs(await topOf(page, asked.pieces[place]) - tops[place])));
    return { moved, streams: streams.length };
  },

  // Adds, moves and deletes what stands in a list, and takes all of it back.
  async entries() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    const file = () => readFileSync(asked.file, "utf-8");
    const first = file(), seen = {};
    const changed = async before => { for (let i = 0; i < 200 && file() === before; i += 1) await page.waitForTimeout(50); return file(); };
    await click(page, asked.piece);
    await page.getByRole("button", { name: "Add after it" }).click();
    await page.locator("#dialog textarea").fill("A new paragraph: with a colon.");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    seen.added = (await changed(first)).includes('"A new paragraph: with a colon."');
    const second = file();
    await page.waitForFunction(() => [...document.querySelectorAll(".piece")].some(piece => piece.getAttribute("aria-label").includes("A new paragraph")));
    await click(page, asked.piece);
    await page.getByRole("button", { name: "Add a footnote" }).click();
    await page.locator("#dialog textarea").fill("A new note.");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const third = await changed(second);
    seen.note = /\[\^note-\d+\]/.test(third) && /note-\d+: A new note\./.test(third);
    await page.waitForFunction(() => [...document.querySelectorAll(".piece.note")].some(piece => piece.getAttribute("aria-label").includes("A new note.")));
    await click(page, asked.piece);
    await page.getByRole("button", { name: "Move down" }).click();
    const fourth = await changed(third);
    seen.moved = fourth.indexOf("A new paragraph") < fourth.indexOf(asked.words) && fourth.length === third.length;
    for (let i = 0; i < 3; i += 1) {
      const now = file();
      await page.locator("#undo").click();
      await changed(now);
    }
    seen.undone = file() === first;
    return seen;
  },

  // Writes on: one paragraph after another in their order, two at once, all by keyboard; a whole file saved by its key.
  async on() {
    const page = await opened(`?language=en&at=${asked.piece}`), file = () => readFileSync(asked.file, "utf-8");
    const first = file(), seen = {};
    const open = words => page.waitForFunction(text => document.querySelector("#words .cm-content")?.textContent.includes(text), words);
    await click(page, asked.piece);
    for (const words of ["One more.", "Two more.\n\nThree more,\nin two lines."]) {
      await page.getByRole("button", { name: "Add after it" }).click();
      await page.locator("#dialog textarea").fill(words);
      await page.keyboard.press("Control+Enter");
      await open(words.split("\n").at(-1));
    }
    const places = ["One more.", "Two more.", "Three more, in two lines."].map(words => file().indexOf(`- ${words}`));
    seen.order = places.every((place, index) => place > (index ? places[index - 1] : 0));
    await page.waitForFunction(() => document.querySelector(".piece.chosen")?.getAttribute("aria-label").endsWith("Three more, in two lines."));
    await page.getByRole("button", { name: "Whole file" }).click();
    await page.waitForSelector("#words .cm-lineNumbers");
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("# kept\n");
    await page.keyboard.press("Control+s");
    await page.waitForFunction(() => document.querySelector("#words .save").disabled);
    seen.saved = file().endsWith("# kept\n");
    seen.asked = await page.locator("#dialog[open]").count();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("broken: [\n");
    await page.keyboard.press("Control+s");
    await page.waitForSelector('#state[data-stage="unclear"]');
    await page.keyboard.press("Escape");
    await page.locator(".piece.numbered").first().click();
    await page.waitForSelector("#words .cm-lineNumbers");
    seen.broken = await page.locator("#said").innerText();
    writeFileSync(asked.file, first);
    return seen;
  },

  // The other views, each said to be made until it is there; from change to change of the redline.
  async views() {
    const page = await opened("?language=zh&interface=fr"), seen = {}, view = name => page.locator("#view-choice").selectOption(name);
    await view("redline");
    await page.locator("#view .empty").waitFor();
    seen.made = await page.locator("#view .empty").innerText();
    await page.locator("#view .mark").first().waitFor();
    seen.changes = await page.locator("#view .ways span").innerText();
    const tops = [];
    for (let i = 0; i < asked.changes; i += 1) {
      await page.keyboard.press("F8");
      tops.push(await page.evaluate(() => { const box = document.querySelector(".mark.here").getBoundingClientRect(); return box.top > 0 && box.top < innerHeight; }));
    }
    seen.inSight = tops.every(Boolean);
    seen.marked = await page.locator("#view .mark").count();
    const reached = () => page.evaluate(() => [...document.querySelectorAll("#view .mark")].findIndex(mark => mark.classList.contains("here")));
    const before = await reached();
    await page.evaluate(() => document.querySelectorAll("#view .mark").forEach(mark => { mark.dataset.old = "true"; }));
    writeFileSync(asked.file, `${readFileSync(asked.file, "utf-8")}\n`); // is drawn anew
    await page.locator("#view .mark:not([data-old])").first().waitFor();
    seen.kept = before >= 0 && before === await reached();
    await page.waitForSelector('#state[data-stage="proved"]');
    await view("html");
    seen.html = await page.frameLocator("#view iframe").locator("body").innerText().then(text => text.includes(asked.words));
    return seen;
  },

  // The place stays when size, room, language and view change, when the piece that held it goes, and inside a long piece.
  async places() {
    const page = await opened(`?language=en&at=${asked.piece}`), moved = {};
    const off = (id, part = 0) => page.evaluate(([name, share]) => {
      const box = document.querySelector(`.piece[data-piece="${name}"]`)?.getBoundingClientRect();
      return box && box.top + box.height * share - document.getElementById("stage").getBoundingClientRect().top;
    }, [id, part]);
    const lost = () => page.evaluate(() => { document.activeElement.blur(); document.querySelectorAll(".piece.chosen").forEach(one => one.classList.remove("chosen")); });
    const settle = () => page.waitForTimeout(400);
    await settle();
    let before = await off(asked.piece);
    const held = async name => { await settle(); const now = await off(asked.piece); moved[name] = Math.abs(now - before); before = now; };
    for (let i = 0; i < 4; i += 1) await page.locator("#larger").click();
    await held("larger");
    for (let i = 0; i < 8; i += 1) await page.locator("#smaller").click();
    await held("smaller");
    await page.locator("#fit").click();
    await held("fitted");
    await page.setViewportSize({ width: 1100, height: 700 });
    await held("narrower");
    await page.setViewportSize({ width: 1500, height: 900 });
    await held("wider");
    await page.locator("#language").selectOption("ar");
    await page.waitForFunction(() => document.getElementById("pages").dir === "rtl");
    await held("language");
    await page.locator("#language").selectOption("en");
    await page.waitForFunction(() => document.getElementById("pages").dir === "ltr");
    await held("language again");
    await page.locator("#view-choice").selectOption("html");
    await page.waitForSelector("#view iframe");
    await page.locator("#view-choice").selectOption("pages");
    await held("view");
    await page.locator("#beside").selectOption("fr");
    await page.waitForSelector("#view .pair");
    await settle();
    moved.beside = Math.abs(await page.evaluate(id => document.querySelector(`.pair[data-piece="${id}"]`).getBoundingClientRect().top - document.getElementById("stage").getBoundingClientRect().top, asked.piece) - before);
    await page.locator("#beside").selectOption("");
    await held("beside again");

    await page.goto(`${address}?language=en&at=${asked.long}`); // a piece begun above, none begins in sight
    await page.waitForSelector(`.piece[data-piece="${asked.long}"]`);
    await settle();
    await page.setViewportSize({ width: 1500, height: asked.height });
    await settle();
    await lost();
    await page.evaluate(id => { const stage = document.getElementById("stage"), box = document.querySelector(`.piece[data-piece="${id}"]`).getBoundingClientRect(); stage.scrollTop += box.top + box.height * 0.5 - stage.getBoundingClientRect().top; }, asked.long);
    await settle();
    before = await off(asked.long, 0.5);
    await page.locator("#larger").click();
    await page.locator("#larger").click();
    await settle();
    moved.inside = Math.abs(await off(asked.long, 0.5) - before);
    await page.setViewportSize({ width: 1500, height: 900 });

    await page.goto(`${address}?language=en&at=${asked.piece}`);
    await page.waitForSelector(`.piece[data-piece="${asked.piece}"]`);
    await settle();
    before = await off(asked.next);
    const file = readFileSync(asked.file, "utf-8"), drawn = await number(page);
    writeFileSync(asked.file, file.replace(asked.gone, ""));
    await page.waitForFunction(old => Number(document.body.dataset.number) > old && !document.querySelector(".stale"), drawn);
    await settle();
    moved.gone = Math.abs(await page.evaluate(words => [...document.querySelectorAll(".piece")].find(one => one.getAttribute("aria-label").includes(words)).getBoundingClientRect().top - document.getElementById("stage").getBoundingClientRect().top, asked.words) - before);
    writeFileSync(asked.file, file);
    return { moved };
  },

  // In a window as narrow as a telephone the page is as wide as the window; a mark among Arabic words stays in one piece.
  async narrow() {
    const page = await opened(`?language=ar&at=${asked.piece}`, { viewport: { width: 420, height: 800 } });
    const sheet = await page.evaluate(() => document.querySelector(".sheet").offsetWidth / document.getElementById("stage").clientWidth);
    await click(page, asked.piece);
    const mark = page.locator("#words .cm-content .isolated").first();
    await mark.waitFor();
    const line = await mark.evaluate(box => { // the first and the last sign of the mark, as they stand on the line
      const signs = document.createRange(), walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      const at = (node, place) => { signs.setStart(node, place); signs.setEnd(node, place + 1); return signs.getBoundingClientRect(); };
      return { text: box.textContent, first: at(texts[0], 0).left, last: at(texts.at(-1), texts.at(-1).length - 1).left, tops: [at(texts[0], 0).top, at(texts.at(-1), texts.at(-1).length - 1).top] };
    });
    return { sheet, line };
  },

  // Everything by keyboard: to a piece, into its words, out again, to a finding, to the search.
  async keyboard() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    const focused = () => page.evaluate(() => document.activeElement.dataset.piece ?? document.activeElement.id ?? document.activeElement.className);
    const seen = { at: await focused() };
    await page.keyboard.press("ArrowDown");
    seen.down = await focused();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#words .cm-focused", { timeout: 20000 }).catch(async () => { throw new Error(JSON.stringify([seen, await focused(), await page.evaluate(() => document.getElementById("words").innerText.slice(0, 300) + document.getElementById("said")?.textContent)])); });
    seen.writing = await page.locator("#words .cm-content").innerText();
    await page.keyboard.press("Escape");
    await page.waitForSelector("#words", { state: "hidden" });
    seen.back = await focused();
    await page.keyboard.press("/");
    seen.search = await focused();
    await page.keyboard.type(asked.sought);
    await page.keyboard.press("Enter");
    seen.hits = await page.locator("#hits").innerText();
    await page.keyboard.press("?");
    return seen;
  },

  // Cursor in the file → its piece is marked; the page moves only where it is out of sight.
  async step() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    await click(page, asked.piece);
    await page.getByRole("button", { name: "Whole file" }).click();
    await page.waitForSelector("#words .cm-lineNumbers");
    const chosen = () => page.evaluate(() => document.querySelector(".piece.chosen")?.dataset.piece);
    const seen = { first: await chosen() };
    const top = await page.evaluate(() => document.getElementById("stage").scrollTop);
    for (let i = 0; i < asked.lines; i += 1) await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(200);
    seen.next = await chosen();
    seen.moved = Math.abs(await page.evaluate(() => document.getElementById("stage").scrollTop) - top);
    await page.keyboard.press("Control+End");
    await page.waitForSelector(".piece.chosen");
    seen.last = await chosen();
    seen.inSight = await chosenInSight(page);
    return seen;
  },

  // A draft arrives a moment after the cursor has gone to a piece that is out of sight.
  async overtaken() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    await click(page, asked.piece);
    await page.getByRole("button", { name: "Whole file" }).click();
    await page.waitForSelector("#words .cm-lineNumbers");
    const before = await number(page);
    let arrived, release;
    const comes = new Promise(done => { arrived = done; }), held = new Promise(done => { release = done; });
    await page.route("**/draft/en", async route => {
      const answer = await route.fetch();
      arrived();
      await held;
      await route.fulfill({ response: answer });
    });
    writeFileSync(asked.file, asked.text);
    await comes;
    await page.keyboard.press("Control+End");
    await page.waitForTimeout(200);
    release();
    await page.waitForFunction(was => Number(document.body.dataset.number) > was, before);
    await page.waitForTimeout(1500);
    return { inSight: await chosenInSight(page) };
  },

  // A draft arrives while the button of the mouse is down on a piece: it is opened all the same.
  async held() {
    const page = await opened(`?language=en&at=${asked.piece}`);
    const box = await page.locator(`.piece[data-piece="${asked.piece}"]`).first().boundingBox();
    const before = await number(page), file = readFileSync(asked.file, "utf-8");
    await page.mouse.move(box.x + 20, box.y + 6);
    await page.mouse.down();
    writeFileSync(asked.file, `${file}# held\n`);
    await page.waitForFunction(was => Number(document.body.dataset.number) > was, before);
    await page.mouse.up();
    await page.waitForSelector("#words:not([hidden]) .cm-content");
    const words = await page.locator("#words .cm-content").innerText();
    writeFileSync(asked.file, file);
    return { words };
  },

  // Words that look like HTML are words.
  async hostile() {
    const page = await opened("?language=en");
    await page.waitForTimeout(500);
    const ran = await page.evaluate(() => window.ran ?? null);
    const told = await draft(page);
    return { ran, there: told.pieces.some(piece => piece.text.includes("onerror")), scripts: await page.evaluate(() => document.querySelectorAll("img[onerror], script:not([src], [type=\"application/json\"])").length) };
  },

  // axe-core of every state of the page: light and dark, writing, a question, narrow as at 200 %.
  async axe() {
    const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const found = [], seen = {};
    const look = async (page, name) => {
      const violations = await page.evaluate(async source => { (0, eval)(source); return (await window.axe.run(document)).violations; }, axe);
      for (const { id, impact, nodes } of violations) found.push({ state: name, id, impact, nodes: nodes.slice(0, 3).map(node => node.html.slice(0, 160)) });
    };
    for (const colorScheme of ["light", "dark"]) {
      const page = await opened("?language=en", { colorScheme, bypassCSP: true });
      await look(page, colorScheme);
      await click(page, "summary-2");
      await page.waitForTimeout(300);
      await look(page, `${colorScheme} writing`);
      await page.keyboard.press("Escape");
      await page.locator("#help").click();
      await look(page, `${colorScheme} keys`);
      await page.close();
    }
    for (const language of asked.languages) {
      const page = await opened(`?language=${language}&interface=${language}`, { bypassCSP: true, colorScheme: "dark" });
      await click(page, "summary-2");
      await look(page, `${language} writing`);
      await page.keyboard.press("Escape");
      await page.locator("#help").click();
      await look(page, `${language} keys`);
      await page.close();
    }
    const others = await opened("?language=en&interface=ar", { bypassCSP: true });
    await others.locator("#beside").selectOption("fr");
    await others.locator(".rows .cut").first().waitFor();
    await look(others, "beside");
    for (const view of ["redline", "html", "word"]) {
      await others.locator("#view-choice").selectOption(view);
      await others.locator("#view > *").first().waitFor();
      await look(others, view);
    }
    const narrow = await opened("?language=ar&interface=ar", { viewport: { width: 720, height: 450 }, bypassCSP: true });
    await look(narrow, "200 %");
    await narrow.locator("#tab-search").click();
    await look(narrow, "200 % search");
    await click(narrow, "summary-2");
    await look(narrow, "200 % writing");
    seen.words = await narrow.evaluate(() => { const box = document.getElementById("words").getBoundingClientRect(); return box.height > 100 && box.bottom <= innerHeight; });
    const wide = await narrow.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    return { found, wide, ...seen };
  },

  // The picture of the README: a vote's sentence chosen, its fact beside it; and the words in the window.
  async picture() {
    const piece = await opened("?language=en").then(async first => (await draft(first)).pieces.find(one => one.fact === "vote amendment").id);
    const page = await opened(`?language=en&interface=en&at=${piece}`, { viewport: { width: 1320, height: 780 } });
    await click(page, piece);
    await page.waitForSelector("#words .fields input");
    await page.waitForSelector('#state[data-stage="proved"]', { timeout: 120000 });
    await page.evaluate(() => { document.activeElement.blur(); document.getElementById("said")?.remove(); });
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    await page.screenshot({ path: asked.path });
    const words = await page.evaluate(() => ["bar", "side", "words", "foot"].map(id => document.getElementById(id).innerText).join("\n"));
    return { words: words + (await textOf(page, piece)) };
  },

  // Opens fast, follows fast: milliseconds from the address to the first page, from saving to the new one.
  async speed() {
    const start = Date.now();
    const page = await opened(`?language=${asked.language}&at=${asked.piece}`);
    const first = Date.now() - start, times = [];
    for (let i = 0; i < asked.times; i += 1) {
      const before = await digests(page);
      const from = Date.now();
      const file = readFileSync(asked.file, "utf-8");
      writeFileSync(asked.file, file.replace(asked.words[i % 2], asked.words[(i + 1) % 2]));
      await page.waitForFunction(old => [...document.querySelectorAll(".sheet[data-digest]")].some(sheet => old[sheet.dataset.number] && old[sheet.dataset.number] !== sheet.dataset.digest), before, { polling: 10 });
      times.push(Date.now() - from);
      await page.waitForTimeout(asked.pause ?? 400);
    }
    return { first, times, sheets: await page.locator(".sheet").count(), filled: await page.locator(".sheet .piece").count() };
  },
};

let result;
try {
  result = await scenarios[scenario]();
} catch (error) {
  result = { error: `${step} ${error}` };
}
await browser.close();
console.log(JSON.stringify({ ...result, trouble }));
