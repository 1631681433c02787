// Notes that only an organisation opens, and the one page about a danger that leaves it, in a demonstration.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { open } from "../lib/browser.mjs";
import { start } from "../lib/product.mjs";

const DOORS = 'form[action="/demo/sign-in"] button';
const PASSPHRASE = "a lantern under every arch";

/** The texts of one language that are one line without a variable. */
function texts(language) {
  const said = {};
  for (const file of ["vault", "codes", "registry"]) {
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

/** The first referral of a list on which somebody may write notes, of a person in the first prison. */
async function carried(page, say) {
  await page.goto("/referrals");
  const links = await page.raw.locator('a[href^="/referrals/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const link of new Set(links)) {
    await page.goto(link);
    const north = (await page.text()).includes("Example Prison North");
    if (north && (await page.has("link", say("notes-link")))) return link;
  }
  throw new Error("nobody's notes can be written here");
}

/** A practitioner writes, reads and closes; nobody of the prison finds anything; a danger is told and answered. */
export async function kept({ language, script, narrow, pictures }) {
  const say = texts(language);
  const directory = mkdtempSync(path.join(tmpdir(), "passerelle-"));
  const product = await start(["demo", "--listen", "127.0.0.1:0", "--people", "60", "--data", path.join(directory, "demo")]);
  const browser = await open(product.url);
  const settings = { language, script, narrow };
  let trouble;
  try {
    const mentor = await enter(browser, say("code-capacity-cso-practitioner"), settings);
    const referral = await carried(mentor, say);
    await mentor.follow("link", say("notes-link"));
    assert.ok((await mentor.text()).includes(say("vault-closed")));
    await mentor.fill(say("notes-text"), "Wants to learn to cook for many.");
    await mentor.follow("button", say("notes-save"));
    assert.ok((await mentor.text()).includes(say("notes-closed")));
    assert.ok(!(await mentor.text()).includes("cook for many"));
    await mentor.picture(`notes-closed-${pictures}`);
    await mentor.fill(say("vault-passphrase"), "no such sentence at all");
    await mentor.follow("button", say("vault-open"), { status: 409 });
    assert.ok((await mentor.text()).includes(say("vault-not-right")));
    await mentor.fill(say("vault-passphrase"), PASSPHRASE);
    await mentor.follow("button", say("vault-open"));
    assert.equal(mentor.path, `${referral}/notes`, "back to where one was");
    assert.ok((await mentor.text()).includes("cook for many"));
    await mentor.picture(`notes-open-${pictures}`);
    await mentor.goto("/vault");
    await mentor.picture(`vault-${pictures}`);
    await mentor.follow("button", say("vault-close"));
    await mentor.goto("/vault/passphrase");
    await mentor.picture(`vault-passphrase-${pictures}`);

    await mentor.goto(`${referral}/do/referral.danger_disclosed`);
    await mentor.answer(say("f-referral-danger-disclosed-danger"), say("code-danger-own-life"));
    await mentor.fill(say("f-referral-danger-disclosed-facts"), "Has not eaten for three days.");
    await mentor.fill(say("f-referral-danger-disclosed-told"), "Officer in charge");
    await mentor.fill(say("f-referral-danger-disclosed-told-at"), "2026-01-05T09:00");
    await mentor.answer(say("f-referral-danger-disclosed-person-told"), say("code-yes-no-no"));
    await mentor.follow("button", say("f-referral-danger-disclosed-submit"), { status: 409 });
    assert.ok((await mentor.text()).includes(say("not-possible-delay-needs-reason")));
    await mentor.picture(`danger-wrong-${pictures}`);
    await mentor.answer(say("f-referral-danger-disclosed-person-told"), say("code-yes-no-yes"));
    await mentor.follow("button", say("f-referral-danger-disclosed-submit"));
    assert.ok((await mentor.text()).includes(say("referral-danger-waits")));

    const monitor = await enter(browser, say("code-capacity-monitor"), settings);
    assert.ok((await monitor.text()).includes(say("home-dangers")));
    await monitor.goto(`${referral}/notes`, { status: 404 });
    await monitor.goto("/vault", { status: 404 });
    const governor = await enter(browser, say("code-capacity-governor"), settings);
    await governor.picture(`danger-home-${pictures}`);
    await governor.goto(referral);
    await governor.within("region", say("referral-danger")).follow("link", say("act-referral-danger-answered"));
    await governor.fill(say("f-referral-danger-answered-done"), "Seen by the doctor within the hour.");
    await governor.follow("button", say("f-referral-danger-answered-submit"));
    assert.ok((await governor.text()).includes("Seen by the doctor within the hour."));
    await governor.picture(`danger-answered-${pictures}`);
  } catch (error) {
    trouble = error;
  } finally {
    await product.stop();
    await browser.close(trouble);
  }
  rmSync(directory, { recursive: true, force: true });
}
