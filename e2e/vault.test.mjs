import { test } from "node:test";

import { kept } from "./journeys/vault.mjs";

const timeout = 300_000;

test("notes are sealed and a danger is told, english", { timeout }, () =>
  kept({ language: "en", script: true, pictures: "english" }),
);
test("notes are sealed and a danger is told, arabic, narrow, without script", { timeout }, () =>
  kept({ language: "ar", script: false, narrow: true, pictures: "arabic" }),
);
