import type { IsoDate, Language } from "handbook-wasm";
import { h } from "./dom";
import { day, word } from "./words";

/** The same record under the rules of these days: each gives its own answers. */
const RULE_DAYS: IsoDate[] = ["2023-12-31", "2024-12-31", "2025-06-30", "2025-12-31"];

export function ruleDaySelect(id: string, judgedOn: IsoDate, language: Language, choose: (day: IsoDate) => void): HTMLElement {
  const select = h("select", { id }, ...RULE_DAYS.map((each) => h("option", { value: each, selected: each === judgedOn }, day(each, language))));
  select.addEventListener("change", () => choose(select.value));
  return h("label", { class: "rule-day" }, h("span", {}, word("judgedBy", language)), select);
}
