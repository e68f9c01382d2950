// Keeps one Chromium for many scenarios: prints where it listens, and ends with its standard input.
import { createRequire } from "node:module";
const require = createRequire(process.env.AXE_MODULES + "/");
const { chromium } = require("playwright-core");

const args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]; // no graphics card is imitated
const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM, args });
console.log(server.wsEndpoint());
process.stdin.on("end", () => server.close());
process.stdin.resume();
