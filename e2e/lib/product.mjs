// A running Passerelle: started, told where it listens, stopped.
//
// It prepares no data and knows no page: what the program is asked to do stands in its arguments.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const PATIENCE = 120_000;

/** Where a program of the workspace was built to. */
export function program(name = "passerelle") {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
  return path.join(target, "debug", name);
}

/**
 * Starts the program and waits until it says `listening on http://…`.
 *
 * The answer has `url` (the origin), `lines` (what it printed so far, on either output), `line(pattern)`, which waits
 * for a line that matches and gives the match, and `stop()`.
 */
export async function start(args, { command = program(), cwd = root, env = {}, patience = PATIENCE } = {}) {
  if (path.isAbsolute(command) && !existsSync(command)) {
    throw new Error(`${command} is not there: build it first (cargo build --package passerelle)`);
  }
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const lines = [];
  const waiting = new Set();
  let ended;
  const heard = (line) => {
    lines.push(line);
    for (const wait of waiting) wait.look();
  };
  for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on("line", heard);
  const gone = new Promise((resolve) => {
    const end = (why) => {
      ended ??= why;
      for (const wait of waiting) wait.look();
      resolve();
    };
    child.on("error", (error) => end(error.message));
    child.on("close", (code, signal) => end(`ended with ${signal ?? `code ${code}`}`));
  });

  function line(pattern) {
    return new Promise((resolve, reject) => {
      const settle = (then, value) => {
        clearTimeout(wait.timer);
        waiting.delete(wait);
        then(value);
      };
      const told = () => `\n${lines.join("\n")}`;
      const wait = {
        look() {
          for (const heardLine of lines) {
            const match = heardLine.match(pattern);
            if (match) return settle(resolve, match);
          }
          if (ended) settle(reject, new Error(`${path.basename(command)} ${ended}${told()}`));
        },
        timer: setTimeout(() => settle(reject, new Error(`no line like ${pattern} came${told()}`)), patience),
      };
      waiting.add(wait);
      wait.look();
    });
  }

  async function stop() {
    if (!ended) child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await gone;
    clearTimeout(hard);
  }

  try {
    const [, address] = await line(/listening on (https?:\/\/[^\s/]+)/);
    return { url: address, lines, line, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
