// A service from the reminder of its organisation to the goal of a plan that it is found for, in a demonstration.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { open } from "../lib/browser.mjs";
import { start } from "../lib/product.mjs";

const DOORS = 'form[action="/demo/sign-in"] button';

/** The texts of one language that are one line without a variable. */
function texts(language) {
  const said = {};
  for (const file of ["directory", "registry", "codes", "forms", "kinds"]) {
    const folder = fileURLToPath(new URL(`../../locales/${language}/`, import.meta.url));
    for (const line of readFileSync(`${folder}${file}.ftl`, "utf8").split("\n")) {
      const [, key, text] = line.match(/^([a-z][a-z0-9-]*) = ([^{]+)$/) ?? [];
      if (key) said[key] = text.trim();
    }
  }
  return (key) => {
    assert.ok(said[key], `no text for ${key}`);
    return said[key];
  };
}

/** Signs in with one click as the first account of a capacity, as the page for signing in calls it. */
async function enter(browser, capacity, settings) {
  const page = await browser.person(settings);
  await page.goto("/sign-in");
  const places = await page.raw.locator(`${DOORS} b`).allInnerTexts();
  const place = places.findIndex((label) => label.trim() === capacity);
  assert.ok(place >= 0, `nobody is ${capacity} among ${places}`);
  await page.arrive(undefined, (raw) =>
    Promise.all([raw.waitForNavigation(), page.raw.locator(DOORS).nth(place).click()]),
  );
  return page;
}

/** An entry is looked over, free places are stated, and the service is found by whoever looks for it. */
export async function found({ language, script, narrow, pictures }) {
  const say = texts(language);
  const directory = mkdtempSync(path.join(tmpdir(), "passerelle-"));
  const product = await start(["demo", "--listen", "127.0.0.1:0", "--people", "6", "--data", path.join(directory, "demo")]);
  const browser = await open(product.url);
  const settings = { language, script, narrow };
  let trouble;
  try {
    const manager = await enter(browser, say("code-capacity-cso-manager"), settings);
    assert.equal((await manager.language()).dir, language === "ar" ? "rtl" : "ltr");
    const entries = manager.within("region", say("home-entries"));
    const reminders = await entries.text();
    for (const why of ["due", "unconfirmed", "draft"]) {
      assert.ok(reminders.includes(say(`code-entry-why-${why}`)), `${why}: ${reminders}`);
    }
    await manager.picture(`directory-home-${pictures}`);
    await entries.follow("link", "Open Table");
    await manager.fill(say("f-service-assured-by"), "Intake desk");
    await manager.follow("button", say("f-service-assured-submit"));
    assert.ok((await manager.text()).includes(say("code-assurance-confirmed")));
    await manager.follow("link", say("act-service-availability-stated"));
    await manager.fill(say("f-service-availability-stated-free"), "0");
    await manager.fill(say("f-service-availability-stated-said-by"), "Intake desk");
    await manager.fill(say("f-service-availability-stated-waiting-days"), "-3");
    await manager.follow("button", say("f-service-availability-stated-submit"), { status: 422 });
    assert.equal(await manager.value(say("f-service-availability-stated-said-by")), "Intake desk");
    await manager.picture(`directory-wrong-${pictures}`);
    await manager.fill(say("f-service-availability-stated-waiting-days"), "3");
    await manager.follow("button", say("f-service-availability-stated-submit"));
    await manager.picture(`directory-service-${pictures}`);

    const reader = await enter(browser, say("code-capacity-case-manager"), settings);
    await reader.goto("/services");
    assert.ok((await reader.text()).includes(say("services-order")));
    await reader.picture(`directory-all-${pictures}`);
    await reader.choose(say("services-need"), say("code-need-area-family"));
    await reader.choose(say("services-language"), "العربية");
    await reader.choose(say("services-sex"), say("code-sex-female"));
    await reader.fill(say("services-age"), "30");
    await reader.follow("button", say("services-find-button"));
    assert.ok(await reader.has("link", "Window Talks"));
    assert.ok(!(await reader.has("link", "Saturday Fathers")), "it takes men");
    await reader.picture(`directory-found-${pictures}`);
    await reader.choose(say("services-place"), "Example Harbour");
    await reader.follow("button", say("services-find-button"));
    assert.ok((await reader.text()).includes(say("services-none-found")));
    await reader.follow("link", say("services-show-all"));
    await reader.follow("link", "Window Talks");
    await reader.follow("link", "Nafida Sample Circle");
    assert.ok(await reader.has("link", "Evening Kitchen"));
    await reader.picture(`directory-organisation-${pictures}`);
  } catch (error) {
    trouble = error;
  } finally {
    await product.stop();
    await browser.close(trouble);
  }
  rmSync(directory, { recursive: true, force: true });
}
