// Prints axe-core's findings of the HTML files named on the command line as JSON: [{file, id, impact, nodes}].
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
const require = createRequire(process.env.AXE_MODULES + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const findings = [];
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage();
  await page.goto("file://" + resolve(file));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const { id, impact, nodes } of violations) findings.push({ file, id, impact, nodes: nodes.map(node => node.html.slice(0, 200)) });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(findings));
