// One person's way over the bridge, from an empty directory, through pages alone.
//
// Answers travel by name, so that the same way is walked in every language, with script and without.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { open } from "../lib/browser.mjs";
import { FIRST, find, send } from "../lib/form.mjs";
import { enter, slipOf } from "../lib/people.mjs";
import { program, start } from "../lib/product.mjs";

const DAY = 24 * 3600 * 1000;
const ZONE = "Africa/Tunis";
const day = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
/** A moment as a field takes it: the clock of the place, which is one hour ahead of UTC all year. */
const moment = (hours) => new Date(Date.now() + (hours + 1) * 3600 * 1000).toISOString().slice(0, 16);

/** Runs a command of the program and gives what it printed. */
function run(args, name = "passerelle") {
  return execFileSync(program(name), args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Walks the whole way. `pictures` names the pictures that are kept; none if it is missing. */
export async function cross({ language, script, pictures }) {
  const directory = mkdtempSync(path.join(tmpdir(), "passerelle-"));
  const data = path.join(directory, "data");
  const founded = JSON.parse(
    run([
      "init", "--data", data, "--name", "Example Installation", "--origin", "log.example/passerelle", "--zone", ZONE,
      "--organisation", "Sample Prison Service", "--admin", "first.admin:F. Placeholder", "--admin",
      "second.admin:S. Placeholder", "--json",
    ]),
  );
  const product = await start(["serve", "--data", data, "--listen", "127.0.0.1:0"]);
  const browser = await open(product.url);
  const settings = { language, script };
  const keep = async (page, name, options) => pictures && (await page.picture(`${pictures}-${name}`, options));

  let trouble;
  try {
    const admins = founded.administrators ?? founded.accounts;
    const one = await enter(browser, admins[0], settings);
    const other = await enter(browser, admins[1], settings);
    const wanted = { en: ["en", "ltr"], ar: ["ar", "rtl"], fr: ["fr", "ltr"] }[language];
    assert.deepEqual(await one.language(), { lang: wanted[0], dir: wanted[1] });
    await keep(one, "home-administrator");

    // Five organisations, the running one among them, and a mandate that one proposes and the other confirms.
    const names = { prison: "Specimen Prison", civil_society: "Example Footpath Association", probation: "Sample Probation", oversight: "Placeholder Inspectorate" };
    for (const [kind, name] of Object.entries(names)) {
      await one.goto("/organisations/new");
      await send(one, "/organisations/new", { name, kind, place: "Example Town", contact: "000 0147" });
    }
    await one.goto("/organisations");
    await keep(one, "organisations");
    await one.goto("/organisations/mandate");
    await mandate(one);
    await other.goto("/organisations");
    await other.goto(await other.raw.locator('a[href^="/organisations/mandates/"]').first().getAttribute("href"));
    await send(other, /^\/organisations\/mandates\//);

    // Ten accounts by hand: one administrator proposes, the other confirms, and each hands over one half of the slip.
    await one.goto("/accounts/new");
    const orgs = await one.raw.locator('a[href*="/accounts/new?org="]').evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
    const opening = (name) => orgs.find(([text]) => text.includes(name))[1];
    const staff = {
      registrar: [names.prison, "registrar"], manager: [names.prison, "case_manager"], supervisor: [names.prison, "supervisor"],
      governor: [names.prison, "governor"], custody: [names.prison, "custody_officer"], health: [names.prison, "health"],
      intake: [names.civil_society, "cso_manager"], mentor: [names.civil_society, "cso_practitioner"],
      probation: [names.probation, "probation_officer"], monitor: [names.oversight, "monitor"],
    };
    const slips = {};
    for (const [signIn, [place, capacity]] of Object.entries(staff)) {
      await one.goto(opening(place));
      await send(one, /^\/accounts\/new/, { sign_in: signIn, name: `${signIn[0].toUpperCase()}. Example`, capacity });
      await other.goto("/accounts");
      await other.goto(await other.raw.locator('a[href^="/accounts/"][href$="/confirm"]').first().getAttribute("href"));
      await send(other, /^\/accounts\/[0-9a-f-]+\/confirm$/);
      const factor = await other.text();
      await one.goto("/accounts");
      await one.goto(await one.raw.locator('a[href^="/accounts/"][href$="/slip"]').first().getAttribute("href"));
      await send(one, /^\/accounts\/[0-9a-f-]+\/slip$/);
      slips[signIn] = slipOf(await one.text(), factor, signIn);
    }
    await other.goto("/accounts");
    await keep(other, "accounts");

    const people = {};
    for (const name of Object.keys(staff)) people[name] = await enter(browser, slips[name], settings);
    const { registrar, manager, supervisor, governor, custody, health, intake, mentor, probation, monitor } = people;

    // Admission, sentence, allocation.
    await registrar.goto("/cases/admit");
    await send(registrar, "/cases/admit", {
      number: "DEMO-0147", "person.family_name": "Example", "person.given_names": "Idris", "person.born.earliest": "1990-04-02",
      "person.born.latest": "1990-04-02", "person.sex": "male", "person.languages": "Arabic\nFrench", "person.reads": "Arabic",
      order: "Sample order 1 of the Example Court", status: "convicted",
    });
    const at = registrar.path.match(/^\/cases\/[0-9a-f-]{36}/)[0];
    const act = async (page, kind, answers, from = "") => {
      await page.goto(`${at}${from}`);
      const link = page.raw.locator(`a[href*="/do/${kind}"]`).first();
      const href = await link.getAttribute("href", { timeout: 3000 }).catch(() => null);
      assert.ok(href, `${kind} can be reached from ${at}${from}`);
      await page.goto(href);
      await send(page, new RegExp(`/do/${kind.replace(".", "\\.")}`), answers);
    };
    await act(registrar, "custody.sentence_recorded", { begins: day(-20), earliest_release: day(200), ends: day(700), order: "Sample judgment" }, "/do");
    await act(supervisor, "file.allocated", { to: FIRST });

    // Needs, assessment, plan; the person agrees; somebody else approves.
    await act(manager, "assessment.needs_taken", { "answers.safety.looked": "yes", "answers.family_told.looked": "not_yet", language: "Arabic" }, "/assessment");
    await act(manager, "assessment.assessed", {
      "facts.0.text": "Worked as a joiner.", "facts.0.source": "Sample certificate", "facts.0.on": day(-400),
      "needs.0.area": "belonging", "needs.0.text": "People and a place to return to.",
    }, "/assessment");
    await act(manager, "plan.proposed", {
      "goals.0.need": "belonging", "goals.0.goal": "A mentor for the way home.", "goals.0.step": "Ask the association.", "goals.0.helper": "Mentor",
      "release.home": "With his mother.", "release.living": "A joiner's shop.", "release.ties": "His daughter.", "release.agency": "Sample Probation, today",
      words: "I want to be home when my daughter starts school.", review_on: day(80),
    }, "/plan");
    await act(manager, "plan.agreed", { language: "Arabic", words: "Yes, like this." }, "/plan");
    await act(supervisor, "plan.approved", {}, "/plan");
    await keep(manager, "plan");

    // A service, consent, a referral from the plan line: seen first as the receiver will see it.
    await intake.goto("/services/new");
    await send(intake, "/services/new", {
      name: "Mentoring for the way home", aim: "reintegration", needs: ["belonging"], languages: "Arabic\nFrench", place: "Quayside",
      description: "A mentor for the way home.", places: 4, "whom.sexes": ["female", "male"], "whom.modes": ["inside", "one_to_one"],
    });
    await act(manager, "consent.given", {
      recipient: FIRST, purpose: "Mentoring", parts: ["name", "goals", "visiting"], until: day(300), by: "person",
      explained_by: "Example Interpreter", language: "Arabic", alternative: "The plan goes on without a mentor.",
    }, "/consents");
    await manager.goto(`${at}/plan`);
    await manager.goto(await manager.raw.locator('a[href*="/refer?"]').first().getAttribute("href"));
    await send(manager, /\/refer$/, {
      service: FIRST, consent: FIRST, "offered.alias": "7K", "offered.need": "belonging", "offered.asked": "A mentor for the way home.",
      "offered.languages": "Arabic", "offered.place": "Specimen Prison", "offered.contact": "000 0147", "offered.answer_by": day(9),
      "offered.first_meeting_by": day(30), "package.name": "Idris Example", "package.goal": "A mentor for the way home.",
      "package.step": "Ask the association.", "package.visiting": "Tuesday afternoons.", "package.basis": "Consent", "package.until": day(300),
    });
    assert.match(await manager.text(), /Idris Example/, "the referrer sees what the receiver will see");
    await keep(manager, "referral-preview");
    await send(manager, /\/refer$/, {}, { button: '[value="confirm"]' });

    // The minimal offer; accepted, a practitioner named; only then the package.
    await intake.goto("/referrals");
    const referral = await intake.raw.locator('a[href^="/referrals/"]').first().getAttribute("href");
    await intake.goto(referral);
    assert.doesNotMatch(await intake.text(), /Idris|DEMO-0147/, "the offer names nobody");
    await keep(intake, "offer");
    await mentor.goto(referral, { status: 404 });
    const serve = async (page, kind, answers) => {
      await page.goto(referral);
      let form = await find(page, new RegExp(`/do/${kind.replace(".", "\\.")}`)).catch(() => null);
      if (!form) {
        const href = await page.raw.locator(`a[href*="/do/${kind}"]`).first().getAttribute("href", { timeout: 3000 }).catch(() => null);
        assert.ok(href, `${kind} can be reached from ${referral}`);
        await page.goto(href);
      }
      await send(page, new RegExp(`/do/${kind.replace(".", "\\.")}`), answers);
    };
    await send(intake, `${referral}/answer`, { answer: "accepted" });
    await intake.goto(referral);
    assert.doesNotMatch(await intake.text(), /Idris/, "the package opens when somebody is named");
    await serve(intake, "referral.assigned", { to: FIRST });
    await mentor.goto(referral);
    assert.match(await mentor.text(), /Idris Example/);
    await serve(mentor, "referral.meeting_held", { attendance: "took_place", told_limits: "yes", summary: "We met." });
    await serve(mentor, "referral.session_scheduled", { at: moment(48), place: "Visit room" });
    await keep(mentor, "referral");

    // A measure: too long is refused with its rule; as short as can be is taken. A place is lost through it.
    const imposed = (days) => ({
      measure: "solitary", purpose: "own_safety", planned_end: moment(24 * days), "facts.0.on": day(-1), "facts.0.what": "A written threat was found.",
      "facts.0.source": "Log 8812", "alternatives.0.way": "Move the two others", "alternatives.0.outcome": "The court ordered them to stay.",
      legal_basis: "Sample Prison Regulation, section 12", authorised_by: "The director", same_for_anyone: "Anybody who is threatened.",
      fits_person: "An adult man.", review_by: moment(60), goes_on: "Calls with family, lessons in the cell.",
      grounds: ["was_attacked"], necessary: "The two others are still there.", proportionate: "A week at the most.",
      "policy.title": "Sample policy 1", "policy.since": day(-300), authority: "director", ends_when: "A cell on another wing is free.",
      effects: ["association"],
    });
    await governor.goto(`${at}/do/measure.imposed`);
    await keep(governor, "measure-form");
    await send(governor, /measure\.imposed/, imposed(16), { status: 409 });
    assert.match(await governor.text(), /43/, "the refusal names the rule");
    await keep(governor, "refused");
    await act(governor, "measure.imposed", imposed(7), "/measures");
    await governor.goto(`${at}/measures`);
    const measure = await governor.raw.locator(`a[href^="${at}/measures/"]`).first().getAttribute("href");
    await manager.goto(measure);
    await keep(manager, "measure");
    await act(manager, "measure.place_lost", { referral: FIRST }, measure.slice(at.length));
    await act(custody, "measure.regime_recorded", { from: moment(-3), until: moment(-1) }, "/measures");
    await act(health, "measure.health_visited", { advises_change: "no" }, "/measures");
    await serve(mentor, "referral.session_recorded", { attendance: "regime" });
    await act(governor, "measure.lifted", { reason: "A cell on another wing is free." }, measure.slice(at.length));
    await serve(manager, "referral.reentry_asked", { from: day(1) });
    await serve(mentor, "referral.reentered", { from: day(1) });

    // Review, release, a handover accepted before the gate opens.
    await act(manager, "plan.reviewed", { present: "M. Example\nIdris", view: "It goes well.", outcome: "goes_on", next_review: day(90) }, "/plan");
    await act(manager, "release.item_arranged", { item: "home", how: "His mother expects him." }, "/release");
    await act(manager, "release.handover_offered", { to: FIRST, summary: "Wants a joiner's shop near his mother.", answer_by: day(5) }, "/release");
    await probation.goto(at);
    await act(probation, "release.handover_accepted", { first_meeting: moment(72), place: "Quayside office" }, "/release");
    await act(registrar, "release.file_copy_offered", { taken: "yes" }, "/do");
    await manager.goto(`${at}/plan/print`);
    await keep(manager, "paper");
    await act(registrar, "custody.released", { basis: "Sample decision" }, "/do");
    await act(probation, "release.first_contact", { manner: "in_person", agreed: "Meet on Thursdays." }, "/release");
    await act(probation, "release.aftercare_contact", { manner: "telephone", agreed: "Work goes well." }, "/release");
    await act(probation, "custody.closed", { reason: "aftercare_ended" }, "/do");

    // Oversight sees the file, its findings, and who looked. A wrong reader sees the same as for nothing at all.
    await monitor.goto("/findings");
    await keep(monitor, "findings");
    await monitor.goto(at);
    assert.match(await monitor.text(), /Idris/);
    await keep(monitor, "case");
    await monitor.goto(`${at}/looks`);
    await keep(monitor, "looks");
    await monitor.goto("/verify");
    await one.goto(at, { status: 404 });
    const theirs = await one.text();
    await one.goto("/cases/6f9619ff-8b86-4011-b42d-00c04fc964ff", { status: 404 });
    assert.equal(await one.text(), theirs, "not yours and not there look alike");
  } catch (error) {
    trouble = error;
  } finally {
    await product.stop();
    await browser.close(trouble);
  }

  // What is on disk stands by itself.
  run(["verify", "--data", data]);
  run(["replay", "--data", data]);
  const copy = path.join(directory, "log");
  run(["export", "log", "--data", data, copy]);
  run([copy], "passerelle-verify");
  rmSync(directory, { recursive: true, force: true });
}

async function mandate(page) {
  if ((await page.raw.locator('form[action^="/organisations/mandate"]').count()) === 0) {
    await page.goto(await page.raw.locator('a[href*="mandate?prison="]').first().getAttribute("href"));
  }
  const form = await find(page, /^\/organisations\/mandate/);
  const names = await form.locator("[name]").evaluateAll((controls) => controls.map((control) => control.name));
  const answers = { basis: "Section 0 of the Example Act" };
  for (const name of ["prison", "body"]) if (names.includes(name)) answers[name] = FIRST;
  await send(page, /^\/organisations\/mandate/, answers);
}
