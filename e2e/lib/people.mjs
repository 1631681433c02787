// People with accounts: who signs in with what, each in a browser session of their own.

import { Telephone } from "./code.mjs";
import { send } from "./form.mjs";

/** A password that nobody has on a list, different for everybody. */
export const own = (signIn) => `a plank over water for ${signIn}`;

/** Somebody with a slip of paper in hand: signs in, and changes the printed password as everybody must. */
export async function enter(browser, slip, settings) {
  const page = await browser.person(settings);
  const telephone = new Telephone(slip.totp_secret);
  await page.goto("/sign-in");
  await send(page, "/sign-in", { sign_in: slip.sign_in, password: slip.password, code: await telephone.code() });
  if (page.path === "/password") {
    const chosen = own(slip.sign_in);
    await send(page, "/password", { old: slip.password, new: chosen, again: chosen });
  }
  return page;
}

/** What the two halves of a slip say on the screen, read as somebody would copy them from the paper. */
export function slipOf(entry, factor, signIn) {
  const password = entry.match(/\b[a-z]{4}(?:-[a-z]{4}){3}\b/)?.[0];
  const secret = factor.replace(/\s+/g, " ").match(/\b(?:[A-Z2-7]{4} ?){8}\b/)?.[0];
  if (!password || !secret) throw new Error(`no slip can be read:\n${entry}\n${factor}`);
  return { sign_in: signIn, password, totp_secret: secret };
}
