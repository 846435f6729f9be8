// Answers requests, a line each on standard input, with the module whose path is the argument: prints the digest of
// each answer, as the example `answers` does natively, then the module's size when compressed and how fast it is.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const bytes = readFileSync(process.argv[2]);
const { instance } = await WebAssembly.instantiate(bytes, {});
const { memory, request, answer, answered } = instance.exports;

function ask(text) {
  const sent = new TextEncoder().encode(text);
  // The memory may grow with each call, and its buffer is another one then.
  const room = request(sent.length);
  new Uint8Array(memory.buffer, room, sent.length).set(sent);
  const where = answer();
  return new Uint8Array(memory.buffer, where, answered()).slice();
}

for (const line of readFileSync(0, "utf8").trimEnd().split("\n")) {
  console.log(createHash("sha256").update(ask(line)).digest("hex"));
}
console.log(`gzipped ${gzipSync(bytes, { level: 9 }).length}`);
const one = { ask: "assess", case: { id: "ukraine-2025" }, packages: ["porcupine"], seed: 1, draws: 32, years: [10] };
const started = performance.now();
ask(JSON.stringify(one));
console.log(`milliseconds ${(performance.now() - started).toFixed(0)}`);
