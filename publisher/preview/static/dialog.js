// Short messages, and questions that need an answer.

const box = () => document.getElementById("dialog");
let fading;

export function say(text) {
  let line = document.getElementById("said");
  if (!line) {
    line = document.createElement("p");
    line.id = "said";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = text;
  line.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { line.hidden = true; }, 6000);
}

// Asks with a dialogue of `parts` (elements) and `answers` (name → label); gives the name, or "" where it was left.
export function question(title, parts, answers) {
  const dialog = box();
  const heading = made("h2", { id: "dialog-title", textContent: title });
  const buttons = Object.entries(answers).map(([value, label]) => made("button", { type: "submit", value, textContent: label }));
  const form = made("form", { method: "dialog" }, heading, ...parts, made("div", { className: "answers" }, ...buttons));
  dialog.replaceChildren(form);
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(buttons[0]); }
  });
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

export function made(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
