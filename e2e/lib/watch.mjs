// What must be true of every page that a journey visits: no violation of the accessibility rules, by day and in the dark, nothing
// wider than a telephone, no error on the console, nothing loaded from anybody else, no refusal by the content policy, not too heavy.
//
// It collects while a journey runs and fails at its end, so that one run names everything.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The narrowest screen that people use. */
const TELEPHONE = { width: 360, height: 720 };
/** Bytes of a first view, everything it loads included. */
const HEAVIEST = 100 * 1024;

export class Watch {
  #origin;
  #expected = new Set();
  #judged = new Set();
  /** Sentences about what is wrong. */
  complaints = [];
  /** Paths seen, in order. */
  visited = [];

  constructor(origin) {
    this.#origin = new URL(origin).origin;
  }

  /** Listens to everything in a browser context. */
  over(context) {
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== this.#origin) {
        this.#complain(request.frame()?.url() ?? "", `asks ${url.origin} for ${url.pathname}`);
      }
    });
    context.on("response", (response) => {
      if (response.status() >= 400 && !this.#expected.has(response.status())) {
        this.#complain(response.url(), `was answered ${response.status()}`);
      }
    });
    context.on("console", (message) => {
      // The browser also logs each answer of 400 and more; those are judged above.
      const known = message.text().startsWith("Failed to load resource: the server responded with a status");
      if (message.type() === "error" && !known) {
        this.#complain(message.page()?.url() ?? "", `console: ${message.text()}`);
      }
    });
    context.on("weberror", (error) => this.#complain(error.page()?.url() ?? "", `script: ${error.error().message}`));
  }

  /** While `work` runs, answers with this status are what the journey wants. */
  async expecting(status, work) {
    if (!status) return work();
    this.#expected.add(status);
    try {
      return await work();
    } finally {
      this.#expected.delete(status);
    }
  }

  /** Judges the page as it stands. Without script only what the browser itself reports is known. */
  async judge(page, { script }) {
    const path = new URL(page.url()).pathname;
    this.visited.push(path);
    // One page of a kind is judged; its ids and what is asked of it make no other page.
    const kind = `${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")} ${await page.title()}`;
    if (!script || this.#judged.has(kind)) return;
    this.#judged.add(kind);
    const weight = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .map((entry) => entry.encodedBodySize)
        .reduce((sum, bytes) => sum + bytes, 0),
    );
    if (weight > HEAVIEST) this.#complain(page.url(), `weighs ${weight} bytes; ${HEAVIEST} are the most`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (rules) => globalThis.axe.run(document, { runOnly: { type: "tag", values: rules } }),
      RULES,
    );
    this.#tell(page, "axe", violations);
    await this.#judgeInTheDark(page);
    await this.#judgeOnATelephone(page);
  }

  /** Colours must keep their contrast at night too. */
  async #judgeInTheDark(page) {
    await page.emulateMedia({ colorScheme: "dark" });
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["color-contrast"] }));
    await page.emulateMedia({ colorScheme: null });
    this.#tell(page, "in the dark, axe", violations);
  }

  /** Nothing is wider than a telephone, but for tables that scroll by themselves. */
  async #judgeOnATelephone(page) {
    const size = page.viewportSize();
    await page.setViewportSize(TELEPHONE);
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return null;
      const box = (element) => element.getBoundingClientRect();
      const out = [...document.body.querySelectorAll("*")].filter((element) => box(element).right > room + 1 || box(element).left < -1);
      const last = out.at(-1);
      return `${document.documentElement.scrollWidth} pixels wide at ${last?.tagName.toLowerCase()} "${last?.textContent.trim().slice(0, 40)}"`;
    });
    await page.setViewportSize(size);
    if (wide) this.#complain(page.url(), `on a telephone: ${wide}`);
  }

  #tell(page, by, violations) {
    for (const { id, impact, help, nodes } of violations) {
      const where = nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ");
      this.#complain(page.url(), `${by} ${id} (${impact}): ${help} at ${where}`);
    }
  }

  /** Throws, naming everything, unless all was well. */
  assertQuiet() {
    if (this.complaints.length > 0) throw new Error(`pages are not well:\n${this.complaints.join("\n")}`);
  }

  #complain(url, says) {
    const complaint = `${url.replace(this.#origin, "")} ${says}`;
    if (!this.complaints.includes(complaint)) this.complaints.push(complaint);
  }
}
