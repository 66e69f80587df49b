import type { Ground, Language, PolicyUsed, RuleBook, Verdict } from "handbook-wasm";
import { h } from "./dom";
import { day, surenessName, word } from "./words";

export function citation(of: { rule: string; citation: Ground["citation"] }, language: Language): HTMLElement {
  const { instrument, clause, from, to, sureness, overlay } = of.citation;
  const until = to === undefined ? "" : ` ${word("until", language)} ${day(to, language)}`;
  return h(
    "p",
    { class: "citation" },
    h("span", { class: "rule" }, of.rule),
    h("span", {}, clause === "" ? instrument : `${instrument}, ${clause}`),
    h("span", {}, `${word("inForce", language)} ${word("since", language)} ${day(from, language)}${until}`),
    h("span", { class: `sureness ${sureness}` }, surenessName(sureness, language)),
    overlay !== undefined && h("span", { class: "rule" }, overlay),
  );
}

/** The sentence without its source: that stands below it, in more detail. */
export function withoutSource(sentence: string): string {
  return sentence.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)$/, "");
}

export function groundsList(grounds: Ground[], rules: RuleBook, language: Language): HTMLElement {
  if (grounds.length === 0) return h("p", { class: "hint" }, word("noGrounds", language));
  return h(
    "ul",
    { class: "grounds" },
    ...grounds.map((ground) =>
      h(
        "li",
        { class: ground.holds ? "ground holds" : "ground fails", "data-rule": ground.rule },
        h("span", { class: "mark", role: "img", "aria-label": word(ground.holds ? "holds" : "fails", language) }, ground.holds ? "✓" : "✗"),
        h("div", {}, h("p", { class: "sentence" }, withoutSource(rules.sentence(ground, language))), citation(ground, language)),
      ),
    ),
  );
}

export function policyList(policies: PolicyUsed[], rules: RuleBook, language: Language): HTMLElement | null {
  if (policies.length === 0) return null;
  return h(
    "div",
    {},
    h("h4", {}, word("readings", language)),
    h(
      "ul",
      { class: "grounds" },
      ...policies.map((policy) =>
        h(
          "li",
          { class: "ground policy", "data-rule": policy.rule },
          h("span", { class: "mark", "aria-hidden": "true" }, "§"),
          h(
            "div",
            {},
            h("p", { class: "sentence" }, withoutSource(rules.policySentence(policy, language))),
            citation(policy, language),
          ),
        ),
      ),
    ),
  );
}

/** Grounds and readings of one verdict under a heading. */
export function verdictView(title: string, verdict: Verdict<unknown>, rules: RuleBook, language: Language): HTMLElement {
  return h(
    "section",
    { class: "verdict" },
    h("h3", {}, title),
    groundsList(verdict.grounds, rules, language),
    policyList(verdict.policies, rules, language),
  );
}
