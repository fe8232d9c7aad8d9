// A reader who searches, reads, adds and tags.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { found, told, with_page } from "./server.mjs";

const hits = (page) => page.locator(".hits > li");
const headline_of = (page) => page.locator("article h1").textContent();

async function search(page, words) {
  await page.fill("#search input", words);
  await page.press("#search input", "Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === words);
}

/** Searches, narrows, widens, reads and goes back, with the mouse. */
async function look_around(page) {
  await search(page, "ferry");
  const all = await hits(page).count();
  assert.ok(all > 1);
  const facet = page.locator(".facets a[href*='credit=']").first();
  const credit = await facet.textContent();
  await facet.click();
  await page.waitForURL(/credit=/);
  assert.ok((await hits(page).count()) >= 1);
  for (const line of await hits(page).locator(".meta").first().allTextContents()) assert.ok(line.includes(credit));
  await page.click("ul.chosen a");
  await page.waitForURL((url) => !url.searchParams.has("credit"));
  assert.equal(await hits(page).count(), all);
  const title = await hits(page).first().locator("h2 a").textContent();
  await hits(page).first().locator("h2 a").click();
  await page.waitForURL(/\/a\/\d+/);
  assert.equal(await headline_of(page), title);
  assert.ok((await page.locator("article mark").count()) > 0, "the words of the query are marked");
  await page.click("#back");
  await page.waitForURL((url) => url.pathname === "/");
  assert.equal(await hits(page).count(), all);
}

/** Characters of the lines of the text, but of the last ones of paragraphs, on average. */
function characters_of_a_line() {
  const full = [];
  for (const paragraph of document.querySelectorAll("article .text p")) {
    const lines = [];
    let bottom = -Infinity;
    const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      for (let i = 0; i < node.length; ++i) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (box.top > bottom) lines.push(0);
        bottom = Math.max(bottom, (box.top + box.bottom) / 2);
        ++lines[lines.length - 1];
      }
    }
    full.push(...lines.slice(0, -1));
  }
  return full.reduce((sum, each) => sum + each, 0) / full.length;
}

export const reading_tests = {
  async "search, narrow, widen, read and back"(browser, server) {
    await with_page(browser, server, {}, look_around);
  },

  async "the same without JavaScript, and a tag"(browser, server) {
    await with_page(browser, server, { javaScriptEnabled: false }, async (page) => {
      await look_around(page);
      await page.goto(`${server.origin}/a/1`);
      await page.fill("#tag", "by hand");
      await page.click("form.line button");
      assert.ok((await page.locator("ul.tags").first().textContent()).includes("by hand"));
      assert.deepEqual(told("list", 'tag:"by hand"').map((each) => each.id), [1]);
      await page.click("button[aria-label='Take away by hand']");
      assert.equal(await page.locator("button[aria-label='Take away by hand']").count(), 0);
    });
  },

  async "ids and scores are those of search --json"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      for (const words of ["ferry", "the ferry aground", "\"rates\" OR comet", "المكتبة", "夜行列车"]) {
        await page.goto(`${server.origin}/?${new URLSearchParams({ q: words })}`);
        const seen = await hits(page).evaluateAll((all) =>
          all.map((hit) => [Number(hit.dataset.id), Number(hit.dataset.score)]));
        const wanted = found(words).map((hit) => [hit.id, hit.score]);
        assert.deepEqual(seen, wanted, words);
      }
    });
  },

  async "results come while one types, from two letters, and the list stays until they are there"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      const asked = [];
      page.on("request", (request) => {
        const { searchParams } = new URL(request.url());
        if (searchParams.has("q")) asked.push(searchParams.get("q"));
      });
      const box = page.locator("#search input");
      await box.pressSequentially("f", { delay: 20 });
      await page.waitForTimeout(400);
      assert.deepEqual(asked, []);
      await box.pressSequentially("erry", { delay: 20 });
      await page.waitForURL(/q=ferry/);
      assert.deepEqual(asked.at(-1), "ferry");
      assert.ok(asked.length <= 3, `a request a letter: ${asked}`);
      assert.ok((await hits(page).count()) > 1);
      assert.equal(await box.inputValue(), "ferry");
      assert.notEqual(await page.locator("#said").textContent(), "");
    });
  },

  async "keys lead through the hits, and not in fields; they can be switched off"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      await page.keyboard.press("/");
      assert.ok(await page.locator("#search input").evaluate((box) => box === document.activeElement));
      await page.keyboard.type("ferry j");
      assert.equal(await page.inputValue("#search input"), "ferry j");
      await search(page, "ferry");
      const title = await hits(page).nth(1).locator("h2 a").textContent();
      for (const key of ["j", "j", "j", "k", "o"]) await page.keyboard.press(key);
      await page.waitForURL(/\/a\/\d+/);
      assert.equal(await headline_of(page), title);
      await page.keyboard.press("t");
      assert.equal(await page.evaluate(() => document.activeElement.id), "tag");
      await page.locator("#main").focus();
      await page.keyboard.press("?");
      await page.waitForURL(/\/help$/);

      await page.selectOption(".look select[name=keys]", "off");
      await page.click(".look button");
      await page.keyboard.press("/");
      assert.notEqual(await page.evaluate(() => document.activeElement.name), "q");
    });
  },

  async "colours follow the system and the switch, and three sizes are kept"(browser, server) {
    await with_page(browser, server, { colorScheme: "dark" }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector(".text")).fontSize));
      await page.goto(`${server.origin}/a/1`);
      const dark = await paper();
      await page.selectOption(".look select[name=theme]", "light");
      await page.click(".look button");
      assert.equal(page.url(), `${server.origin}/a/1`);
      assert.notEqual(await paper(), dark);
      await page.emulateMedia({ colorScheme: "light" });
      await page.selectOption(".look select[name=theme]", "dark");
      await page.click(".look button");
      assert.equal(await paper(), dark);
      const sizes = [];
      for (const name of ["s", "m", "l"]) {
        await page.selectOption(".look select[name=size]", name);
        await page.click(".look button");
        await page.goto(`${server.origin}/a/1`);
        sizes.push(await size());
      }
      assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], `${sizes}`);
    });
  },

  async "a line of text has 60 to 75 characters, and a phone is not too narrow"(browser, server) {
    const long = found("taliban weapons")[0].id;
    await with_page(browser, server, {}, async (page) => {
      await page.goto(`${server.origin}/a/${long}`);
      const characters = await page.evaluate(characters_of_a_line);
      assert.ok(characters >= 60 && characters <= 75, `${characters}`);
    });
    await with_page(browser, server, { viewport: { width: 360, height: 740 } }, async (page) => {
      await look_around(page);
    });
  },

  async "texts have their language and direction"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      for (const [words, lang, dir] of [["المكتبة", "ar", "rtl"], ["夜行列车", "zh", "ltr"], ["ferry", "en", "ltr"]]) {
        await page.goto(`${server.origin}/a/${found(words)[0].id}`);
        const article = page.locator("article");
        assert.equal((await article.getAttribute("lang")).slice(0, 2), lang);
        assert.equal(await article.getAttribute("dir"), dir);
      }
    });
  },

  async "an article is printed without what stands around it"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      await page.goto(`${server.origin}/a/1`);
      const title = await headline_of(page);
      const pdf = await page.pdf({ format: "A4" });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const file = join(mkdtempSync(join(tmpdir(), "newsarc-")), "article.pdf");
      writeFileSync(file, pdf);
      let text;
      try {
        text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
      } catch (error) {
        if (error.code === "ENOENT") return console.log("  the text of the PDF was not looked at: there is no pdftotext");
        throw error;
      }
      assert.ok(text.replace(/\s+/g, " ").includes(title));
      for (const around of ["Search the archive", "Skip to", "Copy the citation", "Apply"])
        assert.ok(!text.includes(around), around);
    });
  },

  async "a file that is dropped is shown, stored and found"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      await page.goto(`${server.origin}/add`);
      const data = await page.evaluateHandle(() => {
        const out = new DataTransfer();
        const text = "Credit: Dropped Post\n\nHeron Counted Twice\n\nA heron was counted twice at Portvale.\n";
        out.items.add(new File([text], "heron.txt", { type: "text/plain" }));
        return out;
      });
      await page.dispatchEvent("main", "drop", { dataTransfer: data });
      await page.waitForURL(/\/add\/preview/);
      assert.ok((await page.locator("main").textContent()).includes("Heron Counted Twice"));
      assert.deepEqual(found("headline:heron"), [], "nothing is stored before one says so");
      await page.fill("input[name=tags]", "birds, river");
      await page.click("button.main");
      await page.waitForURL(/\/add\/store/);
      await page.click("main td a");
      assert.equal(await headline_of(page), "Heron Counted Twice");
      const [{ id }] = found("headline:heron");
      assert.deepEqual(told("show", String(id))[0].tags.sort(), ["birds", "river"]);
    });
  },

  async "text that is pasted is shown, and a field is changed by hand"(browser, server) {
    await with_page(browser, server, {}, async (page) => {
      await page.goto(`${server.origin}/add`);
      await page.fill("textarea[name=text]", "Credit: Pasted Post\n\nOtter Seen\n\nAn otter was seen.\n");
      await page.click("#drop button");
      await page.click("button.main");
      await page.click("main td a");
      await page.click("a.button:has-text('Edit')");
      await page.fill("#value-headline", "Otter Seen Again");
      await page.click("button:has-text('Save headline')");
      await page.waitForURL(/saved=headline/);
      assert.equal(found("headline:otter")[0].headline, "Otter Seen Again");
    });
  },

  async "the citation is copied"(browser, server) {
    await with_page(browser, server, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.goto(`${server.origin}/a/1`);
      await page.click("button.copy");
      await page.waitForSelector("button:has-text('Copied')");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("#citation").textContent());
    });
  },
};
