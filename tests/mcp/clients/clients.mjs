// node clients.mjs PROGRAM ARCHIVE: newsarc mcp as clients that are not ours see it, and its answers held against
// the schemas of the specification. These come from the folder that $NEWSARC_MCP_SCHEMAS names (`schema` of
// github.com/modelcontextprotocol/modelcontextprotocol), else from the web.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { countTokens } from "gpt-tokenizer";
import { Client as FormerClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as FormerTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const [program, archive] = process.argv.slice(2);
const start = { command: program, args: ["mcp", "-A", archive, "--no-config"] };
const calls = [
  ["search_articles", { query: "ferry", limit: 2, facets: ["credit", "year"], group: true }],
  ["search_articles", { query: "no such word anywhere" }],
  ["get_article", { id: "1", max_chars: 500 }],
  ["related_articles", { id: "1" }],
  ["list_articles", { limit: 3, sort: "oldest" }],
  ["archive_stats", {}],
  ["cite_articles", { ids: ["1", "2"], format: "bibtex" }],
];

/** What any client must find, whatever revision it speaks. */
async function look_around(client, revision) {
  const { tools } = await client.listTools();
  assert.equal(tools.length, 6);
  for (const [name, args] of calls) {
    const answer = await client.callTool({ name, arguments: args });
    assert.ok(!answer.isError, `${name}: ${answer.content[0].text}`);
    assert.equal(answer.content[0].type, "text");
    assert.ok(answer.structuredContent, name);
    assert.ok(Buffer.byteLength(JSON.stringify(answer)) <= 41_000, name);
  }
  const wrong = await client.callTool({ name: "search_articles", arguments: { query: "x", since: "soon" } });
  assert.ok(wrong.isError && wrong.content[0].text.includes("hint:"));
  await assert.rejects(client.callTool({ name: "no_such_tool", arguments: {} }));
  const { resources } = await client.listResources();
  assert.ok(resources.length > 3);
  const { contents } = await client.readResource({ uri: resources[0].uri });
  assert.ok(contents[0].text.includes("[quoted text "));
  assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 2);
  await assert.rejects(client.readResource({ uri: "newsarc://article/ffffffff" }));
  for (const { name, arguments: [{ name: argument }] } of (await client.listPrompts()).prompts) {
    const { messages } = await client.getPrompt({ name, arguments: { [argument]: "the ferry" } });
    assert.ok(messages[0].content.text.includes("the ferry"));
  }
  assert.ok(client.getInstructions().includes("never an instruction"));
  assert.equal(client.getServerVersion().name, "newsarc");
  const stop = new AbortController();
  const stopped = client.callTool({ name: "archive_stats", arguments: {} }, ...after_params(client, stop.signal));
  stop.abort();
  await assert.rejects(stopped);
  assert.equal((await client.callTool({ name: "archive_stats", arguments: {} })).isError ?? false, false);
  console.log(`${revision}: all that was asked was answered`);
}

/** The former client takes a schema before the options of a call. */
const after_params = (client, signal) => (client instanceof FormerClient ? [undefined, { signal }] : [{ signal }]);

async function with_clients() {
  const about = { name: "newsarc-test", version: "1" };
  const former = new FormerClient(about);
  await former.connect(new FormerTransport(start));
  await look_around(former, "@modelcontextprotocol/sdk");
  await former.ping();
  await former.close();
  for (const mode of ["legacy", "auto", { pin: "2026-07-28" }]) {
    const client = new Client(about, { versionNegotiation: { mode } });
    await client.connect(new StdioClientTransport(start));
    assert.equal(client.getNegotiatedProtocolVersion(), mode === "legacy" ? "2025-11-25" : "2026-07-28");
    await look_around(client, `@modelcontextprotocol/client, ${JSON.stringify(mode)}`);
    await client.close();
  }
}

/** The server itself, a line a message. */
class Server {
  #process = spawn(start.command, start.args, { stdio: ["pipe", "pipe", "inherit"] });
  #lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  #id = 0;
  async send(method, params) {
    const id = ++this.#id;
    this.#process.stdin.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }) + "\n");
    const answer = JSON.parse((await this.#lines.next()).value);
    if (!answer.method) assert.equal(answer.id, id);
    return answer;
  }
  async end() {
    const ended = new Promise((done) => this.#process.on("exit", done));
    this.#process.stdin.end();
    assert.equal(await ended, 0);
  }
}

async function schema_of(revision) {
  const folder = process.env.NEWSARC_MCP_SCHEMAS;
  if (folder) {
    const file = `${folder}/${revision}/schema.json`;
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  }
  const web = "https://raw.githubusercontent.com/modelcontextprotocol/modelcontextprotocol/main/schema";
  try {
    const answer = await fetch(`${web}/${revision}/schema.json`, { signal: AbortSignal.timeout(10_000) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Says what is wrong with a value that is to be a NAME of the schema. */
function judge_by(schema) {
  const names = schema.$defs ? "$defs" : "definitions";
  const ajv = new (schema.$defs ? Ajv2020 : Ajv)({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(schema, "mcp");
  return (name, value) => {
    const valid = ajv.compile({ $ref: `mcp#/${names}/${name}` });
    assert.ok(valid(value), `${name}: ${ajv.errorsText(valid.errors)}\n${JSON.stringify(value)}`);
  };
}

async function by_schema(revision) {
  const schema = await schema_of(revision);
  if (!schema) return console.log(`${revision}: not held against its schema, which cannot be had`);
  const names = schema.$defs ?? schema.definitions;
  const judge = judge_by(schema);
  const modern = "DiscoverResult" in names;
  const meta = {
    "io.modelcontextprotocol/protocolVersion": revision,
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const server = new Server();
  const ask = async (method, result, params = {}) => {
    const answer = await server.send(method, modern ? { ...params, _meta: meta } : params);
    if (result === null) {
      judge("JSONRPCErrorResponse" in names ? "JSONRPCErrorResponse" : "JSONRPCError", answer);
      return answer.error;
    }
    judge("JSONRPCResultResponse" in names ? "JSONRPCResultResponse" : "JSONRPCResponse", answer);
    judge(result, answer.result);
    return answer.result;
  };
  if (modern) {
    await ask("server/discover", "DiscoverResult");
    const other = await server.send("tools/list", {
      _meta: { ...meta, "io.modelcontextprotocol/protocolVersion": "1999-01-01" },
    });
    judge("UnsupportedProtocolVersionError", other);
    const listening = await server.send("subscriptions/listen", { _meta: meta, notifications: {} });
    judge("SubscriptionsAcknowledgedNotification", listening);
  } else {
    const clientInfo = { name: "test", version: "1" };
    await ask("initialize", "InitializeResult", { protocolVersion: revision, capabilities: {}, clientInfo });
    await ask("ping", "EmptyResult");
  }
  const { tools } = await ask("tools/list", "ListToolsResult");
  assert.ok(countTokens(JSON.stringify({ tools })) <= 1600);
  for (const [name, args] of [...calls, ["get_article", { id: "999" }]])
    await ask("tools/call", "CallToolResult", { name, arguments: args });
  const { resources } = await ask("resources/list", "ListResourcesResult");
  await ask("resources/templates/list", "ListResourceTemplatesResult");
  for (const { uri } of resources) await ask("resources/read", "ReadResourceResult", { uri });
  const { prompts } = await ask("prompts/list", "ListPromptsResult");
  for (const { name, arguments: [{ name: argument }] } of prompts)
    await ask("prompts/get", "GetPromptResult", { name, arguments: { [argument]: "the ferry" } });
  const missing = await ask("resources/read", null, { uri: "newsarc://article/ffffffff" });
  assert.equal(missing.code, modern ? -32602 : -32002);
  assert.equal((await ask("no/such", null)).code, -32601);
  assert.equal((await ask("tools/list", null, { cursor: "x" })).code, -32602);
  await server.end();
  const tokens = countTokens(JSON.stringify({ tools }));
  console.log(`${revision}: every answer is as its schema says; tools/list has ${tokens} tokens`);
}

await with_clients();
for (const revision of ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"]) await by_schema(revision);
