// Answers requests, a line each on standard input, with the module whose path is the argument: prints the digest of
// each answer, as the example `answers` does natively, then the module's size when compressed and how fast it is.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const bytes = readFileSync(process.argv[2]);
const { instance } = await WebAssembly.instantiate(bytes, { page: { advanced() {} } });
const { memory, request, answer, answered } = instance.exports;

function ask(text) {
  const sent = new TextEncoder().encode(text);
  // The memory may grow with each call, and its buffer is another one then.
  const room = request(sent.length);
  new Uint8Array(memory.buffer, room, sent.length).set(sent);
  const where = answer();
  return new Uint8Array(memory.buffer, where, answered()).slice();
}

const lines = readFileSync(0, "utf8").trimEnd().split("\n");
for (const line of lines) {
  console.log(createHash("sha256").update(ask(line)).digest("hex"));
}
console.log(`gzipped ${gzipSync(bytes, { level: 9 }).length}`);

// 32 draws of one package of the default case, which is the first that is opened.
for (const first of ["words", "open"]) {
  ask(lines.find((line) => JSON.parse(line).ask === first));
}
const batches = [0, 1, 2, 3];
const part = (batch) => ask(JSON.stringify({ ask: "part", package: "porcupine", seed: 1, batch }));
part(4);
const started = performance.now();
batches.forEach(part);
console.log(`milliseconds ${(performance.now() - started).toFixed(0)}`);
