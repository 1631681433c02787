// The codes of a telephone (RFC 6238: SHA-1, six digits, thirty seconds).
//
// The product takes each code once, so a telephone here never shows one twice.

import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const STEP = 30;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes of a secret as it is written down (base32, spaces and lower case allowed). */
export function secretBytes(text) {
  let bits = "";
  for (const letter of text.replace(/[\s=-]/g, "").toUpperCase()) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new Error(`${letter} is not a letter of a secret`);
    bits += value.toString(2).padStart(5, "0");
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of one step of thirty seconds. */
export function codeAt(secret, step, digits = 6) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 15) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** A telephone that was shown a secret, in base32 or as an `otpauth:` address. */
export class Telephone {
  #secret;
  #last = -1;

  constructor(secret) {
    const text = secret.startsWith("otpauth:") ? new URL(secret).searchParams.get("secret") : secret;
    this.#secret = secretBytes(text);
  }

  /** A code not shown before. One step ahead of the clock is accepted, so waiting is rare. */
  async code() {
    const now = () => Math.floor(Date.now() / 1000 / STEP);
    this.#last = Math.max(now(), this.#last + 1);
    while (this.#last > now() + 1) await sleep(500);
    return codeAt(this.#secret, this.#last);
  }
}
