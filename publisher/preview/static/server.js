// Questions to the server, all under the address with its token.

import { inWords } from "./interface.js";
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

export const ask = async path => answer(await fetch(path));

export const tell = async (path, body = {}) =>
  answer(await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }));
