// The tools of the journeys, tried on a small site of their own: what must be found is found, what is well is quiet.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { open } from "./lib/browser.mjs";
import { Telephone, codeAt, secretBytes } from "./lib/code.mjs";
import { start } from "./lib/product.mjs";

const POLICY = "default-src 'none'; img-src data:; form-action 'self'";
const LAX = "img-src *";
const page = (title, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">` +
  `</head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const SITE = {
  "/": page(
    "Specimen form",
    `<form method="post" action="/done"><p><label for="n">Name <small>optional</small></label><input id="n" name="n"></p>
     <p><label for="d">Day</label><input id="d" name="d" type="date"></p>
     <p><label for="k">Kind</label><select id="k" name="k"><option>One</option><option>Two</option></select></p>
     <fieldset><legend>Was it said?</legend><input type="radio" id="y" name="s" value="y"><label for="y">Yes</label>
     <input type="radio" id="o" name="s" value="n"><label for="o">No</label></fieldset>
     <p><input type="checkbox" id="t" name="t" value="true"><label for="t">I have read it</label></p>
     <button>Record</button></form>`,
  ),
  "/unlabelled": page("No label", `<input name="n">`),
  "/elsewhere": page("Elsewhere", `<img alt="" src="http://elsewhere.invalid/pixel.png">`),
  "/lax": page("Lax", `<img alt="" src="http://elsewhere.invalid/pixel.png">`),
  "/inline": page("Inline", `<script>document.title = "changed"</script>`),
  "/heavy": page("Heavy", `<p>${"word ".repeat(30_000)}</p>`),
};

let server;
let origin;

before(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const found = request.url === "/done" ? page("Done", `<p>${body}</p>`) : SITE[request.url];
    const text = found ?? page("Not here", "<p>There is nothing.</p>");
    const policy = request.url === "/lax" ? LAX : POLICY;
    response.writeHead(found ? 200 : 404, { "content-type": "text/html", "content-security-policy": policy });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

/** What is complained about on one page. */
async function complaints(path, how) {
  const browser = await open(origin);
  const person = await browser.person(how);
  await person.goto(path);
  const said = [...browser.watch.complaints];
  await (said.length > 0 ? assert.rejects(browser.close()) : browser.close());
  return said.join("\n");
}

for (const script of [true, false]) {
  test(`a form is filled by its labels and followed by its button, ${script ? "with" : "without"} script`, async () => {
    const browser = await open(origin);
    const person = await browser.person({ script });
    await person.goto("/");
    assert.equal(await person.heading(), "Specimen form");
    assert.deepEqual(await person.language(), { lang: "en", dir: null });
    await person.fillIn({
      Name: "Sample Person",
      Day: "2026-03-31",
      Kind: { choose: "Two" },
      "Was it said?": { pick: "No" },
      "I have read it": true,
    });
    await person.follow("button", "Record");
    assert.equal(person.path, "/done");
    assert.equal((await person.text()).split("\n").at(-1), "n=Sample+Person&d=2026-03-31&k=Two&s=n&t=true");
    await browser.close();
  });
}

test("a field without a label is found", async () => {
  assert.match(await complaints("/unlabelled"), /^\/unlabelled axe label \(critical\)/m);
});

test("a page that asks somebody else is found, with and without script", async () => {
  for (const script of [true, false]) {
    assert.match(await complaints("/elsewhere", { script }), /content security policy/i);
    assert.match(await complaints("/lax", { script }), /^\/lax asks http:\/\/elsewhere\.invalid/m);
  }
});

test("a script that the content policy refuses is found", async () => {
  assert.match(await complaints("/inline"), /content security policy/i);
});

test("a page that is too heavy is found", async () => {
  assert.match(await complaints("/heavy"), /^\/heavy weighs \d+ bytes/m);
});

test("a refusal is well only where the journey wants it", async () => {
  assert.match(await complaints("/gone"), /was answered 404/);
  const browser = await open(origin);
  const person = await browser.person();
  await person.goto("/gone", { status: 404 });
  await browser.close();
});

test("codes are those of RFC 6238", () => {
  const secret = Buffer.from("12345678901234567890");
  const published = { 59: "94287082", 1111111109: "07081804", 1234567890: "89005924", 20000000000: "65353130" };
  for (const [seconds, code] of Object.entries(published)) {
    assert.equal(codeAt(secret, Math.floor(seconds / 30), 8), code);
  }
  assert.deepEqual(secretBytes("GEZD GNBV GY3T QOJQ gezd gnbv gy3t qojq"), secret);
});

test("a telephone never shows the same code twice", async () => {
  const telephone = new Telephone("otpauth://totp/Specimen:sample?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=6");
  assert.notEqual(await telephone.code(), await telephone.code());
});

test("a program is started, heard and stopped; one that ends too early says why", async () => {
  const says = "console.log('listening on http://127.0.0.1:9/'); console.log('code 42'); setInterval(() => {}, 1000)";
  const product = await start(["-e", says], { command: process.execPath });
  assert.equal(product.url, "http://127.0.0.1:9");
  assert.equal((await product.line(/^code (\d+)$/))[1], "42");
  await product.stop();
  const broken = start(["-e", "console.error('no keys'); process.exit(3)"], { command: process.execPath });
  await assert.rejects(broken, /ended with code 3\nno keys/);
});
