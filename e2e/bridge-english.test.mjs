import { test } from "node:test";

import { cross } from "./journeys/bridge.mjs";

test("the whole way over the bridge, english", { timeout: 900_000 }, () => cross({ language: "en", script: true, pictures: "english" }));
