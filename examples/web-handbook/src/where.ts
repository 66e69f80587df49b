import type { Language, TreeLine } from "handbook-wasm";
import { h } from "./dom";
import { said } from "./meetings/words";

/** The way from the root to an organization, each step a button. */
export function pathView(tree: TreeLine[], known: TreeLine, shownName: string, prefix: string, language: Language, goTo: (id: string) => void): HTMLElement {
  const byId = new Map(tree.map((line) => [line.id, line]));
  const above: TreeLine[] = [];
  for (let line: TreeLine | undefined = known; line; line = line.parent === null ? undefined : byId.get(line.parent)) above.unshift(line);
  return h(
    "nav",
    { "aria-label": said("whereAmI", language) },
    h(
      "ol",
      { class: "path" },
      ...above.map((line) =>
        h(
          "li",
          {},
          line.id === known.id
            ? h("span", { "aria-current": "location" }, shownName)
            : h("button", { type: "button", class: "quiet", id: `${prefix}-${line.id}`, click: () => goTo(line.id) }, line.name),
        ),
      ),
    ),
  );
}

/** Chooses on whose behalf the record is asked. */
export function askerSelect(id: string, chosen: string, askers: { key: string; text: string }[], language: Language, choose: (key: string) => void): HTMLElement {
  const gone = askers.every(({ key }) => key !== chosen);
  const select = h(
    "select",
    { id },
    gone && h("option", { value: chosen, selected: true }, said("askerGone", language)),
    ...askers.map(({ key, text }) => h("option", { value: key, selected: key === chosen }, text)),
  );
  select.addEventListener("change", () => choose(select.value));
  return h("div", { class: "field" }, h("label", { for: id }, said("asker", language)), select);
}
