// Every page, light and dark, on a phone and on a desk: axe-core finds nothing, and nothing has to be scrolled sideways.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { found, with_page } from "./server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.NEWSARC_PICTURES;
const pasted = "Credit: Pasted Post\n\nKingfisher at the Lock\n\nA kingfisher was seen at the lock.\n";

/** Name, and the address or what leads there. */
function pages() {
  const id = (words) => found(words)[0].id;
  return {
    front: "/",
    hits: "/?q=ferry&explain=1",
    narrowed: "/?q=the&credit=The+Harbour+Post",
    nothing: "/?q=zzzyx",
    mistyped: "/?q=fery+credt%3Ax",
    reading: `/a/${id("taliban weapons")}?q=taliban`,
    arabic: `/a/${id("المكتبة")}`,
    chinese: `/a/${id("夜行列车")}`,
    versions: "/a/1?diff=2",
    former: "/a/1?at=1",
    editing: "/a/1/edit",
    hostile: `/a/${id("headline:onmouseover")}`,
    list: "/list",
    numbers: "/stats",
    saved: "/saved",
    add: "/add",
    help: "/help",
    missing: "/a/999999",
    async preview(page) {
      await page.fill("textarea[name=text]", pasted);
      await page.click("#drop button");
      await page.waitForURL(/preview/);
    },
  };
}

async function judge(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const faults = violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target} ${node.failureSummary}`));
  assert.deepEqual(faults, [], name);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
}

const looks = ["light", "dark"].flatMap((colorScheme) => [360, 1280].map((width) => ({ colorScheme, width })));
export const axe_tests = Object.fromEntries(
  looks.map(({ colorScheme, width }) => [
    `axe finds nothing on any page, ${colorScheme}, ${width} pixels wide`,
    async (browser, server) => {
      const viewport = { width, height: width === 360 ? 740 : 900 };
      await with_page(browser, server, { colorScheme, viewport }, async (page, { expect_complaint }) => {
        expect_complaint("404");
        const faults = [];
        for (const [name, way] of Object.entries(pages())) {
          await page.goto(server.origin + (typeof way === "string" ? way : "/add"));
          if (typeof way === "function") await way(page);
          if (pictures) {
            mkdirSync(pictures, { recursive: true });
            await page.screenshot({ path: join(pictures, `${name}-${colorScheme}-${width}.png`), fullPage: true });
          }
          try {
            await judge(page, name);
          } catch (error) {
            faults.push(error.message);
          }
        }
        assert.deepEqual(faults, []);
      });
    },
  ]),
);
