// A passkey from the day it is made to the day it is removed, in a real browser with a device in software.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { open } from "../lib/browser.mjs";
import { plugIn } from "../lib/device.mjs";
import { send } from "../lib/form.mjs";
import { enter, own } from "../lib/people.mjs";
import { program, start } from "../lib/product.mjs";

/** A port that nobody has. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An installation that is served at an address of its own, and a browser before it. */
async function installed({ named }) {
  const directory = mkdtempSync(path.join(tmpdir(), "passerelle-"));
  const data = path.join(directory, "data");
  const founding = [
    "init", "--data", data, "--name", "Example Installation", "--origin", "log.example/passerelle", "--zone", "Africa/Tunis",
    "--organisation", "Sample Prison Service", "--admin", "first.admin:F. Placeholder", "--admin",
    "second.admin:S. Placeholder", "--json",
  ];
  const founded = JSON.parse(execFileSync(program(), founding, { encoding: "utf8" }));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const config = path.join(directory, "passerelle.toml");
  const lines = [`data = "${data}"`, `listen = "127.0.0.1:${port}"`, 'https = "none"'];
  if (named) lines.push(`address = "${address}"`);
  writeFileSync(config, `${lines.join("\n")}\n`);
  const product = await start(["serve", "--config", config]);
  const browser = await open(address);
  return { browser, address, port, slips: founded.administrators, product, directory };
}

async function within(settings, walk) {
  const house = await installed(settings);
  let trouble;
  try {
    await walk(house);
  } catch (error) {
    trouble = error;
  } finally {
    await house.product.stop();
    await house.browser.close(trouble);
  }
  rmSync(house.directory, { recursive: true, force: true });
}

/** Presses the button of the part that asks for a passkey, and waits for the page that follows. */
async function answers(page, { status } = {}) {
  await page.arrive(status, (raw) => Promise.all([raw.waitForNavigation(), raw.locator("pass-key button").click()]));
}

/** Presses it, and waits for the sentence that is said instead. */
async function isTold(page, sentence) {
  await page.raw.locator("pass-key button").click();
  await page.raw.getByRole("alert").filter({ hasText: sentence }).waitFor();
}

/** The handle by which the own page names the only passkey. */
const handle = (page) => page.raw.locator('form[action="/sign-ins/passkey/change"] [name="passkey"]').inputValue();

/** From adding to removing, in one language. */
export async function live({ language, pictures }) {
  await within({ named: true }, async ({ browser, slips }) => {
    const keep = async (page, name) => pictures && (await page.picture(`${pictures}-${name}`));
    const holder = await enter(browser, slips[0], { language });
    const device = await plugIn(holder);

    // Made on its page, by a form that its holder names.
    await holder.goto("/sign-ins/passkey");
    await keep(holder, "passkey-new");
    await send(holder, "/sign-ins/passkey", { name: "Token in my drawer" });
    assert.equal(holder.path, "/sign-ins");
    assert.match(await holder.text(), /Token in my drawer/);
    await keep(holder, "passkeys");
    const [made] = await device.passkeys();
    assert.equal(made.rpId, "localhost");
    assert.equal(made.isResidentCredential, true);
    // The same device makes no second one for the same account.
    await holder.goto("/sign-ins/passkey");
    await holder.raw.locator("#name").fill("Again");
    await holder.raw.locator('form[action="/sign-ins/passkey"] .acts button').last().click();
    await holder.raw.locator('pass-key [data-when="have"]').waitFor({ state: "visible" });
    assert.equal((await device.passkeys()).length, 1);

    // In a fresh browser nothing is typed at all.
    const elsewhere = await browser.person({ language });
    const copy = await plugIn(elsewhere);
    await copy.takeIn(made);
    await elsewhere.goto("/sign-in?back=/accounts");
    await keep(elsewhere, "passkey-sign-in");
    await answers(elsewhere);
    assert.equal(elsewhere.path, "/accounts");
    // The device that the copy was made of lags behind now: it is refused, and the password does as always.
    const lagging = await browser.person({ language });
    const original = await plugIn(lagging);
    await original.takeIn(made);
    await lagging.goto("/sign-in");
    await answers(lagging, { status: 422 });
    assert.equal(lagging.path, "/sign-in");
    await send(lagging, "/sign-in", { sign_in: slips[0].sign_in, password: own(slips[0].sign_in), code: slips[0].code_card[0] });
    assert.equal(lagging.path, "/");

    // Proving oneself again with it.
    await elsewhere.goto("/step-up?next=/sign-ins");
    await keep(elsewhere, "passkey-step-up");
    await answers(elsewhere);
    assert.equal(elsewhere.path, "/sign-ins");

    // Renamed, and removed: from then on it opens nothing.
    const passkey = await handle(elsewhere);
    await send(elsewhere, "/sign-ins/passkey/change", { name: "Specimen" }, { button: '[value="rename"]' });
    assert.equal(await handle(elsewhere), passkey);
    assert.match(await elsewhere.text(), /Specimen/);
    await send(elsewhere, "/sign-ins/passkey/change", {}, { button: '[value="remove"]' });
    assert.equal(await elsewhere.raw.locator('form[action="/sign-ins/passkey/change"]').count(), 0);
    await send(elsewhere, "/sign-out");
    await elsewhere.goto("/sign-in");
    await answers(elsewhere, { status: 422 });
  });
}

/** What a browser cannot or will not do is said, and nothing else breaks. */
export async function failing() {
  await within({ named: true }, async ({ browser, slips, port }) => {
    const holder = await enter(browser, slips[0]);
    const device = await plugIn(holder);
    await holder.goto("/sign-ins/passkey");
    await send(holder, "/sign-ins/passkey", { name: "Token in my drawer" });
    await send(holder, "/sign-out");

    // Its holder does not prove themselves to the device: the browser refuses, and the page says so.
    await device.proves(false);
    await holder.goto("/sign-in");
    await isTold(holder, "No passkey answered");
    await device.proves(true);
    await answers(holder);
    assert.equal(holder.path, "/");

    // A device that has none for this address.
    const stranger = await browser.person();
    await plugIn(stranger);
    await stranger.goto("/sign-in");
    await isTold(stranger, "No passkey answered");

    // Another name for the same machine is another address: no button, and the page says where to go.
    const numbered = await open(`http://127.0.0.1:${port}`);
    const person = await numbered.person();
    await person.goto("/sign-in");
    assert.match(await person.text(), new RegExp(`Passkeys work at .?http://localhost:${port}`));
    assert.equal(await person.raw.locator("pass-key button").isVisible(), false);
    await numbered.close();

    // Without script the way in is what it always was, and a form that needs the script says so.
    const plain = await browser.person({ script: false });
    await plain.goto("/sign-in");
    assert.doesNotMatch(await plain.text(), /passkey/i);
    const typing = await enter(browser, slips[1], { script: false });
    await typing.goto("/sign-ins/passkey");
    await send(typing, "/sign-ins/passkey", { name: "Specimen" }, { status: 422 });
    assert.match(await typing.text(), /Your browser handed over no passkey/);
  });
}

/** Where nobody said the address, passkeys are not offered and the page says why. */
export async function unnamed() {
  await within({ named: false }, async ({ browser, slips }) => {
    const holder = await enter(browser, slips[0]);
    await holder.goto("/sign-ins");
    assert.match(await holder.text(), /has not said at which address browsers reach it/);
    assert.equal(await holder.has("link", "Add a passkey"), false);
    await holder.goto("/sign-ins/passkey");
    assert.match(await holder.text(), /has not said at which address/);
  });
}

/** In a demonstration anybody can try it, under the name of the machine. */
export async function demonstrated() {
  const directory = mkdtempSync(path.join(tmpdir(), "passerelle-"));
  const product = await start(["demo", "--listen", "127.0.0.1:0", "--people", "3", "--data", path.join(directory, "demo")]);
  const [, address] = await product.line(/passkeys can be tried at (http:\/\/localhost:\d+)/);
  const browser = await open(address);
  let trouble;
  try {
    const person = await browser.person();
    await plugIn(person);
    await person.goto("/sign-in");
    await person.follow("button", /Case manager/);
    await person.goto("/sign-ins/passkey");
    await send(person, "/sign-ins/passkey", { name: "Specimen" });
    await send(person, "/sign-out");
    await answers(person);
    assert.equal(person.path, "/");
    assert.match(await person.text(), /Case manager/);
  } catch (error) {
    trouble = error;
  } finally {
    await product.stop();
    await browser.close(trouble);
  }
  rmSync(directory, { recursive: true, force: true });
}
