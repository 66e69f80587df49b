// Browsers and bundlers: importing does nothing, `init()` loads the module once.
import load from "./handbook_wasm.js";
import { markReady } from "./api.js";

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

let loading;

export function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
    markReady,
    (reason) => {
      // A failed download may be tried again.
      loading = undefined;
      throw reason;
    },
  );
  return loading;
}

export default init;
