// The words of the buttons and messages, in the language the page has come in.

const told = JSON.parse(document.getElementById("interface").textContent);
const forms = new Intl.PluralRules(told.language);
const [isolate, end] = told.direction === "rtl" ? ["\u2068", "\u2069"] : ["", ""]; // values keep their own direction
const root = document.documentElement;

export const { language, direction, editor } = told;

// What the page says for `key`, with the values of `given`; `count` chooses the form by number.
export function inWords(key, given = {}) {
  const said = told.words[key];
  const text = typeof said === "string" ? said : said[forms.select(given.count)] ?? said.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => name in given ? `${isolate}${given[name]}${end}` : whole);
}

export const knows = key => key in told.words;

// The side the page begins at: that of its language; of the words where nobody has chosen one.
export function turn(words) {
  root.dir = direction === "rtl" || root.dataset.chosen ? direction : words;
}

export function speak(code) {
  document.cookie = `publisher-interface=${code}; path=/; max-age=31536000; SameSite=Strict`;
  location.reload();
}
