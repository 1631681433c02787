import { test } from "node:test";

import { found } from "./journeys/directory.mjs";

const timeout = 300_000;

test("a service is kept and found, english", { timeout }, () => found({ language: "en", script: true, pictures: "english" }));
test("a service is kept and found, arabic, narrow, without script", { timeout }, () =>
  found({ language: "ar", script: false, narrow: true, pictures: "arabic" }),
);
