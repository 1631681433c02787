// The pictures of the README's tour: `node pictures.mjs http://127.0.0.1:8080` against a running demonstration.
//
// They show what the demonstration shows; nothing is arranged for them.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { open } from "./lib/browser.mjs";

const out = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(out, { recursive: true });
const origin = process.argv[2] ?? "http://127.0.0.1:8080";
const browser = await open(origin);

const DOORS = 'form[action="/demo/sign-in"] button';
const start = await browser.person();
await start.goto("/sign-in");
const capacities = await start.raw.locator(`${DOORS} b`).allInnerTexts();

/** Signs in with one click as the first account of a capacity, by its place on the start page. */
async function as(capacity, settings = {}) {
  const page = await browser.person(settings);
  await page.raw.setViewportSize({ width: settings.narrow ? 390 : 1080, height: settings.narrow ? 780 : 720 });
  await page.goto("/sign-in");
  const place = capacities.findIndex((label) => capacity.test(label));
  if (place < 0) throw new Error(`nobody like ${capacity} among ${capacities}`);
  const buttons = page.raw.locator(DOORS);
  await page.arrive(undefined, (raw) => Promise.all([raw.waitForNavigation(), buttons.nth(place).click()]));
  return page;
}

const take = (page, name) => page.raw.screenshot({ path: `${out}${name}.png` });

/** The first link on the page that fits. */
async function first(page, selector) {
  await page.goto(await page.raw.locator(selector).first().getAttribute("href"));
}

const manager = await as(/Case manager/);
await take(manager, "home");
await manager.goto("/cases?step=services");
await first(manager, 'main td a[href^="/cases/"], main th a[href^="/cases/"]');
await take(manager, "case");

const monitor = await as(/monitor/i);
await monitor.goto("/findings");
await take(monitor, "findings");
const rows = monitor.raw.locator("main tr").filter({ has: monitor.raw.locator('a[href^="/cases/"]') });
const breach = rows.filter({ hasText: /solitary/i }).filter({ has: monitor.raw.locator(".breach") }).first();
await monitor.goto(await breach.locator('a[href^="/cases/"]').first().getAttribute("href"));
const at = monitor.path.match(/^\/cases\/[0-9a-f-]{36}/)[0];
await monitor.goto(`${at}/measures`);
await first(monitor, `a[href^="${at}/measures/"]`);
await take(monitor, "measure");
await monitor.goto(`${at}/looks`);
await take(monitor, "looks");

const intake = await as(/Manager of a civil|civil society manager|CSO manager|Manager/);
await intake.goto("/referrals");
await first(intake, 'main a[href^="/referrals/"]');
await take(intake, "offer");

const arabic = await as(/Case manager/, { language: "ar", narrow: true });
await take(arabic, "arabic-telephone");
await browser.close();
