import { test } from "node:test";

import { cross } from "./journeys/bridge.mjs";

test("the whole way over the bridge, arabic", { timeout: 900_000 }, () => cross({ language: "ar", script: true, pictures: "arabic" }));
