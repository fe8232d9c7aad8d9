// node browser.mjs PROGRAM ARCHIVE CHROMIUM: the pages as a reader's browser shows them. The archive is that of
// browser_test.cmake. With NEWSARC_PICTURES set, pictures of all pages go to the folder that it names.
import { axe_tests } from "./axe.mjs";
import { reading_tests } from "./reading.mjs";
import { safety_tests } from "./safety.mjs";
import { launch, serve } from "./server.mjs";

const server = await serve();
const browser = await launch();
let failed = 0;
for (const [name, test] of Object.entries({ ...reading_tests, ...safety_tests, ...axe_tests })) {
  if (process.env.NEWSARC_BROWSER_TEST && !name.includes(process.env.NEWSARC_BROWSER_TEST)) continue;
  const begun = Date.now();
  try {
    await test(browser, server);
    console.log(`ok ${name} (${Date.now() - begun} ms)`);
  } catch (error) {
    ++failed;
    console.log(`FAILED ${name}\n${error.stack}`);
  }
}
await browser.close();
await server.end();
process.exit(failed ? 1 : 0);
