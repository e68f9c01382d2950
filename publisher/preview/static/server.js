// Questions to the server, all under the address with its token.

import { inWords, language } from "./interface.js";

const SPEAKING = { "x-interface": language }; // refusals come in the language of the page, however it was chosen

export class Refused extends Error {
  constructor(status, told) {
    super(told.message || inWords("answers", { status }));
    this.status = status;
    this.told = told;
  }
}

async function answer(response) {
  if (response.ok) return response.json();
  let told = {};
  try { told = await response.json(); } catch { told = { message: (await response.text().catch(() => "")) || "" }; }
  throw new Refused(response.status, told);
}

// Whether something can be had; says why not.
export const there = async path => { const response = await fetch(path, { headers: SPEAKING }); if (!response.ok) await answer(response); };

export const ask = async path => answer(await fetch(path, { headers: SPEAKING }));

export const tell = async (path, body = {}) =>
  answer(await fetch(path, { method: "POST", headers: { "content-type": "application/json", ...SPEAKING }, body: JSON.stringify(body) }));
