// A form as it is sent: answers by the name under which they travel.
//
// The names are the contract between a page and the program and are the same in every language, so that one journey can
// be walked in each of them. Labels, errors and order are judged elsewhere.

/** The first real option of a list, whatever it is called. */
export const FIRST = Symbol("the first option");

/**
 * Fills the form that goes to `action` (a path, or a pattern of one) and sends it; waits for the page that follows.
 *
 * `answers` go by name: text is written, `true` ticks, an array ticks several, and a code picks one of a list.
 */
export async function send(page, action, answers = {}, { status, button } = {}) {
  const form = await find(page, action);
  for (const [name, value] of Object.entries(answers)) await answer(form, name, value);
  const buttons = button ? form.locator(`button${button}`) : form.locator('button:not([type="button"]):not([name^="add"]):not([name="go"])');
  await page.arrive(status, (raw) => Promise.all([raw.waitForNavigation(), buttons.last().click()]));
}

/** The one form on this page that goes to such an address. */
export async function find(page, action) {
  const forms = page.raw.locator('form[method="post"]');
  for (let place = 0; place < (await forms.count()); place += 1) {
    const form = forms.nth(place);
    const to = (await form.getAttribute("action")) ?? "";
    if (typeof action === "string" ? to === action : action.test(to)) return form;
  }
  throw new Error(`no form to ${action} on ${page.path}`);
}

async function answer(form, name, value) {
  const controls = form.locator(`[name="${name}"]`);
  if ((await controls.count()) === 0) throw new Error(`no question ${name} in the form`);
  const first = controls.first();
  const kind = await first.evaluate((control) => (control.tagName === "INPUT" ? control.type : control.tagName));
  if (kind === "SELECT") {
    await first.selectOption(value === FIRST ? { index: 1 } : { value: String(value) });
  } else if (kind === "radio") {
    await (value === FIRST ? first : form.locator(`[name="${name}"][value="${value}"]`)).check();
  } else if (kind === "checkbox") {
    for (const code of value === true ? [undefined] : value) {
      await (code === undefined ? first : form.locator(`[name="${name}"][value="${code}"]`)).check();
    }
  } else {
    await first.fill(String(value));
  }
}
