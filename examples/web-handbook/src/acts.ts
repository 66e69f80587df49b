import type { Language, OrganizationAct } from "handbook-wasm";
import type { Decision, OrganizationHistory } from "./history";
import { fill, listed, word } from "./words";

/** The acts of a decision as sentences: what is founded stands with what goes into it. */
export function actSentences(
  history: OrganizationHistory,
  decision: Decision,
  on: string,
  language: Language,
): string[] {
  const { acts } = decision;
  const dayBefore = history.days[history.placeOf(on) - 1] ?? on;
  const was = (id: string) => history.nameOn(id, dayBefore);
  const is = (id: string) => history.nameOn(id, on);
  const founded = new Set(acts.flatMap((act) => (act.type === "found" ? [act.id] : [])));
  const merged = new Map<string, string[]>();
  for (const act of acts) {
    if (act.type === "merge") merged.set(act.into, [...(merged.get(act.into) ?? []), ...act.from]);
  }

  function sentence(act: OrganizationAct): string | null {
    switch (act.type) {
      case "found": {
        const from = merged.get(act.id);
        if (!from) return fill(word("actFound", language), { name: act.name });
        return fill(word("actFoundFrom", language), { name: act.name, from: listed(from.map(was), language) });
      }
      case "merge":
        if (founded.has(act.into)) return null;
        return fill(word("actMerge", language), { from: listed(act.from.map(was), language), into: is(act.into) });
      case "split":
        return fill(word(act.continues === true ? "actSplitOff" : "actSplit", language), {
          from: was(act.from),
          into: listed(act.into.map((share) => is(share.organization)), language),
        });
      case "move":
        return fill(word("actMove", language), { name: is(act.organization), parent: is(act.parent) });
      case "changeKind":
        return fill(word("actChangeKind", language), { name: is(act.organization), kind: history.kindName(act.kind, language) });
      case "rename":
        return typeof act.name === "string"
          ? fill(word("actRename", language), { was: was(act.organization), name: act.name })
          : fill(word("actRecode", language), { name: is(act.organization), code: act.code ?? "–" });
      case "dissolve":
        return fill(word("actDissolve", language), { name: was(act.organization) });
      case "disband":
        return fill(word("actDisband", language), { name: was(act.organization) });
      case "endTier": {
        const ended = history.tree(dayBefore).filter((line) => line.kind === act.kind);
        return fill(word("actEndTier", language), { names: listed(ended.map((line) => line.name), language) });
      }
    }
  }
  return acts.flatMap((act) => sentence(act) ?? []);
}
