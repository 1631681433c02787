import { test } from "node:test";

import { demonstrated, failing, live, unnamed } from "./journeys/passkeys.mjs";

const timeout = 300_000;

test("a passkey from the day it is made, english", { timeout }, () => live({ language: "en", pictures: "english" }));
test("a passkey from the day it is made, arabic", { timeout }, () => live({ language: "ar", pictures: "arabic" }));
test("what a browser cannot or will not do is said", { timeout }, () => failing());
test("without an address none are offered", { timeout }, () => unnamed());
test("a demonstration can be tried under the name of the machine", { timeout }, () => demonstrated());
