import { test } from "node:test";

import { cross } from "./journeys/bridge.mjs";

test("the whole way over the bridge, no script", { timeout: 900_000 }, () => cross({ language: "en", script: false, pictures: "no-script" }));
