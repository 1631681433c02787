// A page as its reader meets it: fields by their label, buttons and links by their role and name.
//
// No selector of ours reaches into the markup: what a reader cannot name, a journey cannot use.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PICTURES = fileURLToPath(new URL("../out/", import.meta.url));

/** A page, or a part of one found by role and name. */
class Place {
  constructor(place, whole) {
    this.place = place;
    this.whole = whole ?? this;
  }

  /** A part of this place: a group, a region, an article. */
  within(role, name) {
    return new Place(this.place.getByRole(role, named(name)), this.whole);
  }

  /** Writes into a field: text, a number, or a date as 2026-03-31. */
  async fill(label, value) {
    await (await this.#field(label)).fill(String(value));
  }

  /** Chooses one of a list. */
  async choose(label, option) {
    await (await this.#field(label)).selectOption({ label: option });
  }

  /** Ticks a box or picks one of several. */
  async pick(name, role = "radio") {
    await this.place.getByRole(role, named(name)).check();
  }

  /** Picks one answer of a question. A question that was answered wrongly before has another role. */
  async answer(question, name) {
    const group = this.place.getByRole("group", named(question)).or(this.place.getByRole("radiogroup", named(question)));
    await group.getByRole("radio", named(name)).check();
  }

  async tick(name) {
    await this.pick(name, "checkbox");
  }

  /** Fills several fields: text is written, `true` ticks, `{ choose }` chooses, `{ pick }` answers a question. */
  async fillIn(fields) {
    for (const [label, value] of Object.entries(fields)) {
      if (value === true) await this.tick(label);
      else if (value?.choose) await this.choose(label, value.choose);
      else if (value?.pick) await this.answer(label, value.pick);
      else await this.fill(label, value);
    }
  }

  /** Clicks what changes the page in place. */
  async click(role, name) {
    await this.place.getByRole(role, named(name)).click();
  }

  /** Clicks what leads to another page, and waits for it. `status` is the answer that is wanted if it is a refusal. */
  async follow(role, name, { status } = {}) {
    await this.whole.arrive(status, (page) =>
      Promise.all([page.waitForNavigation(), this.place.getByRole(role, named(name)).click()]),
    );
  }

  /** Is there such a thing to be seen? */
  async has(role, name) {
    return (await this.place.getByRole(role, named(name)).count()) > 0;
  }

  /** The value of a field. */
  async value(label) {
    return (await this.#field(label)).inputValue();
  }

  /** All the text that is shown. */
  async text() {
    return this.place.innerText();
  }

  /** Where links of this name lead. */
  async leadsTo(name) {
    return this.place.getByRole("link", named(name)).first().getAttribute("href");
  }

  /** A field by its label; what the label adds in small print ("optional") need not be said. */
  async #field(label) {
    if (typeof label !== "string") return this.place.getByLabel(label);
    const exact = this.place.getByLabel(label, { exact: true });
    if ((await exact.count()) > 0) return exact;
    const literal = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.place.getByLabel(new RegExp(`^\\s*${literal}(\\s|$)`));
  }
}

export class Page extends Place {
  constructor(raw, watch, { script }) {
    super(raw.locator("body"));
    this.raw = raw;
    this.watch = watch;
    this.script = script;
  }

  /** Opens an address of the product. */
  async goto(address, { status } = {}) {
    await this.arrive(status, (page) => page.goto(address));
  }

  /** Does what brings another page, and judges that page. */
  async arrive(status, work) {
    await this.watch.expecting(status, async () => {
      await work(this.raw);
      await this.raw.waitForLoadState("load");
    });
    await this.watch.judge(this.raw, { script: this.script });
  }

  /** The path that the reader is at. */
  get path() {
    return new URL(this.raw.url()).pathname;
  }

  /** The main heading. */
  async heading() {
    return (await this.raw.getByRole("heading", { level: 1 }).first().innerText()).trim();
  }

  /** What the whole document says of itself. */
  async language() {
    const html = this.raw.locator("html");
    return { lang: await html.getAttribute("lang"), dir: await html.getAttribute("dir") };
  }

  /** Keeps a picture in `out/`, for people to look at. */
  async picture(name, { whole = true } = {}) {
    mkdirSync(PICTURES, { recursive: true });
    await this.raw.screenshot({ path: `${PICTURES}${name}.png`, fullPage: whole });
  }
}

function named(name) {
  if (name === undefined) return {};
  return typeof name === "string" ? { name, exact: true } : { name };
}
