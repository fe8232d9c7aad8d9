// Strangers: pages of other sites, names that lead here, and articles that want to be more than text.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { evil, found, serve, told, with_page } from "./server.mjs";

/** A site of somebody else on this computer: what `pages` has for a path. */
async function another_site(pages) {
  const seen = [];
  const site = createServer((request, response) => {
    seen.push(request.url);
    response.setHeader("Content-Type", "text/html");
    response.end(pages[request.url] ?? "");
  });
  await new Promise((done) => site.listen(0, "127.0.0.1", done));
  return { port: site.address().port, seen, end: () => site.close() };
}

const tags_of = (id) => told("show", String(id))[0].tags ?? [];

export const safety_tests = {
  async "who has no cookie is told where to begin"(browser, server) {
    const context = await browser.newContext();
    const page = await context.newPage();
    assert.equal((await page.goto(server.origin)).status(), 403);
    assert.ok((await page.textContent("main")).includes("newsarc serve"));
    assert.equal((await page.goto(`${server.origin}/?token=wrong`)).status(), 403);
    await page.goto(server.start);
    assert.equal(page.url(), `${server.origin}/`);
    assert.equal(await page.evaluate(() => document.cookie), "", "no script sees the cookie");
    await context.close();
  },

  async "a name of a stranger that leads here is refused"(browser, server) {
    const page = await browser.newPage();
    for (const path of ["/", new URL(server.start).pathname + new URL(server.start).search]) {
      const answer = await page.goto(`http://${evil}:${server.port}${path}`);
      assert.equal(answer.status(), 421);
    }
    await page.close();
  },

  async "a form of another site changes nothing, whatever the browser sends with it"(browser, server) {
    const form =
      `<form id="f" method="post" action="${server.origin}/a/2/tags">` +
      `<input name="add" value="forged"><input name="csrf" value=""></form><script>f.submit()</script>`;
    const site = await another_site({ "/": form });
    await with_page(browser, server, {}, async (page, { context, expect_complaint }) => {
      expect_complaint("403");
      // Another port of this host is the same site for cookies; another name is not.
      for (const host of ["127.0.0.1", "localhost", evil]) {
        const other = await context.newPage();
        const answered = other.waitForResponse((answer) => answer.url().endsWith("/a/2/tags"));
        await other.goto(`http://${host}:${site.port}/`);
        assert.equal((await answered).status(), 403, host);
        await other.close();
      }
    });
    site.end();
    assert.ok(!tags_of(2).includes("forged"));
  },

  async "a change needs the token of the form"(browser, server) {
    await with_page(browser, server, {}, async (page, { expect_complaint }) => {
      expect_complaint("403");
      await page.goto(`${server.origin}/a/2`);
      const send = (fields) => page.evaluate(async (body) => {
        const answer = await fetch("/a/2/tags", { method: "POST", body: new URLSearchParams(body) });
        return answer.status;
      }, fields);
      const csrf = await page.locator("input[name=csrf]").first().inputValue();
      assert.equal(await send({ add: "forged" }), 403);
      assert.equal(await send({ add: "forged", csrf: csrf.slice(1) + "x" }), 403);
      assert.ok(!tags_of(2).includes("forged"));
      assert.equal(await send({ add: "honest", csrf }), 200);
      assert.ok(tags_of(2).includes("honest"));
    });
  },

  async "another site cannot read, frame or include a page"(browser, server) {
    const site = await another_site({
      "/": `<iframe src="${server.origin}/"></iframe><script src="${server.origin}/script.js"></script>`,
    });
    await with_page(browser, server, {}, async (page, { context }) => {
      const other = await context.newPage();
      await other.goto(`http://127.0.0.1:${site.port}/`);
      const outcome = await other.evaluate(async (origin) => {
        const attempt = (mode) => fetch(`${origin}/`, { mode, credentials: "include" }).then(() => "read", () => "refused");
        return [await attempt("cors"), await attempt("no-cors")];
      }, server.origin);
      assert.deepEqual(outcome, ["refused", "refused"]);
      const frame = other.frames().find((each) => each !== other.mainFrame());
      assert.ok(!frame.url().startsWith(server.origin), frame.url());
      assert.equal(await other.evaluate(() => typeof searchWhileTyping), "undefined");
    });
    site.end();
  },

  async "an article is text, whatever it says"(browser, server) {
    const id = found("headline:onmouseover")[0].id;
    await with_page(browser, server, {}, async (page) => {
      for (const path of ["/", "/?q=onmouseover&explain=1", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", "/list", "/stats",
        "/saved", `/a/${id}`, `/a/${id}?q=onmouseover`, `/a/${id}/edit`]) {
        await page.goto(server.origin + path);
        assert.equal(await page.evaluate(() => globalThis.pwned), undefined, path);
        assert.equal(await page.locator("main script, main img, main style, main iframe, main [onmouseover]").count(), 0, path);
        assert.equal(await page.locator("a[href^='javascript:' i], a[href^='data:' i]").count(), 0, path);
      }
      await page.goto(`${server.origin}/a/${id}`);
      assert.ok((await page.locator("article h1").textContent()).includes("<script>"));
    });
  },

  async "the original is a file to keep, not a page"(browser, server) {
    const id = found("headline:onmouseover")[0].id;
    await with_page(browser, server, {}, async (page) => {
      const answer = await page.request.get(`${server.origin}/original/${id}`);
      assert.ok(answer.headers()["content-type"].startsWith("text/plain"));
      assert.ok(answer.headers()["content-disposition"].startsWith("attachment"));
      assert.ok((await answer.text()).includes("<script>"));
    });
  },

  async "where one may only read there is nothing to change"(browser, server) {
    const reading = await serve("--read-only");
    await with_page(browser, reading, {}, async (page, { expect_complaint }) => {
      for (const path of ["/", "/?q=ferry", "/a/1", "/list", "/saved", "/stats"]) {
        await page.goto(reading.origin + path);
        assert.equal(await page.locator("form[method=post]").count(), 0, path);
      }
      expect_complaint("405");
      assert.equal(await page.evaluate(async () => (await fetch("/a/1/tags", { method: "POST" })).status), 405);
    });
    await reading.end();
  },
};
