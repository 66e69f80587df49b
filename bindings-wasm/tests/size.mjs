// Holds the built module to its ceiling, and says how far it is from its aim: the bytes as they
// are, and as a server sends them. The ceiling comes down with every saving.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const here = (path) => new URL(path, import.meta.url);
const budget = JSON.parse(readFileSync(here("../size-budget.json"), "utf8"));
const module = readFileSync(here("../pkg/handbook_wasm_bg.wasm"));
const sent = brotliCompressSync(module, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
  },
});

let failed = 0;
for (const [what, bytes, most, aim] of [
  ["raw", module.length, budget.rawBytes, Infinity],
  ["brotli", sent.length, budget.brotliBytes, budget.aim.brotliBytes],
]) {
  const fits = Number.isSafeInteger(most) && bytes > 0 && bytes <= most;
  if (!fits) failed += 1;
  console.log(`measured size, ${what}: ${bytes} bytes of at most ${most}${fits ? "" : ": too large"}`);
  if (bytes > aim) console.log(`aim not reached, ${what}: ${bytes - aim} bytes above ${aim}`);
}
console.log(`${2 - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
