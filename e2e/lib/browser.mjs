// The installed browser, and people in front of it: each with cookies of their own, with script or without.
//
// Nothing is downloaded: the browser is the machine's.

import { chromium } from "playwright-core";

import { Page } from "./page.mjs";
import { Watch } from "./watch.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A browser before one product. `person()` gives a page in a session of its own; `close()` ends it, and throws if any
 * page that was visited was not well.
 */
export async function open(origin) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const watch = new Watch(origin);

  async function person({ script = true, language = "en", dark = false, narrow = false } = {}) {
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: script,
      locale: language,
      colorScheme: dark ? "dark" : "light",
      viewport: narrow ? { width: 360, height: 720 } : { width: 1280, height: 900 },
      reducedMotion: "reduce",
      timezoneId: "Africa/Tunis",
    });
    context.setDefaultTimeout(15_000);
    watch.over(context);
    return new Page(await context.newPage(), watch, { script });
  }

  /** Ends it. What went wrong before is named first. */
  async function close(trouble) {
    await browser.close();
    if (trouble) throw trouble;
    watch.assertQuiet();
  }

  return { person, watch, close };
}
