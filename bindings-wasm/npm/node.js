// Node reads the module from the file beside this one: nothing to wait for.
import { readFileSync } from "node:fs";
import { initSync } from "./handbook_wasm.js";
import { markReady } from "./api.js";

markReady(initSync({ module: readFileSync(new URL("./handbook_wasm_bg.wasm", import.meta.url)) }));

export {
  HandbookError,
  RuleBook,
  Handbook,
  DocumentIndex,
  LevelColumns,
  DOORS,
  icalendar,
  isHandbookError,
  memoryPages,
  wordName,
} from "./api.js";

/** The same code runs in browsers and Node: here everything is ready already. */
export async function init() {}

export default init;
