// newsarc serve and a browser that looks at it, for the tests beside this file.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

export const [program, archive, executablePath] = process.argv.slice(2);

/** A name that leads to this computer, as one that a stranger made for that would. */
export const evil = "evil.example";

/** What the program prints as JSON, a document a line; that nothing was found is no error. */
export function told(...args) {
  const { status, stdout } = spawnSync(program, [...args, "--json", "-q", "--no-config", "-A", archive], { encoding: "utf8" });
  assert.ok(status === 0 || status === 1, args.join(" "));
  return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** The hits of a search, as the program prints them. */
export const found = (words) => told("search", "-n", "20", words)[0].hits;

/** A server until end() is called. */
export async function serve(...args) {
  const all = ["serve", "--port", "0", "--no-browser", "--no-config", "-A", archive, ...args];
  const running = spawn(program, all, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => running.on("exit", done));
  const { value: start } = await createInterface({ input: running.stdout })[Symbol.asyncIterator]().next();
  return {
    start,
    origin: new URL(start).origin,
    port: new URL(start).port,
    async end() {
      running.kill("SIGINT");
      assert.equal(await ended, 0);
    },
  };
}

export function launch() {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP ${evil} 127.0.0.1`,
    ],
  });
}

/** A window that was let in. What its pages complain of, or ask of other hosts, is an error at its end. */
export async function with_page(browser, server, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const expected = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.some((part) => message.text().includes(part)))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.origin && protocol !== "blob:") complaints.push(`a request of ${request.url()}`);
  });
  await page.goto(server.start);
  assert.equal(page.url(), `${server.origin}/`);
  await use(page, { context, expect_complaint: (part) => expected.push(part) });
  await context.close();
  assert.deepEqual(complaints, []);
}
