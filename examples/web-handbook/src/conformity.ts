import type { Finding, Language, Obligation, OrganizationLine, ReviewAnswer } from "handbook-wasm";
import type { Judged } from "./details";
import type { District } from "./district";
import { h } from "./dom";
import { groundsList } from "./grounds";
import { count, day, dutyName, fill, findingName, listedOr, remedyName, word } from "./words";

/** More entries than these are folded away. */
const SHOWN = 8;

/** What the review of a day found, and what is still to be done. */
export interface Conformity {
  review: ReviewAnswer;
  obligations: Obligation[];
}

type FindingEntry = ReviewAnswer["findings"][number];

export function conformityOf(district: District, judgedOn: string): Conformity {
  const ask = { on: judgedOn };
  return {
    review: district.record.ask(district.rules, { type: "review" }, ask),
    obligations: district.record.ask(district.rules, { type: "obligations" }, ask),
  };
}

/** A kind of finding with its entries: the first ones, the rest on demand. */
function group(title: string, key: string, entries: HTMLElement[], open: boolean, language: Language): HTMLElement {
  const list = h("ul", { class: "findings" }, ...entries.slice(0, SHOWN));
  const rest = entries.slice(SHOWN);
  const more =
    rest.length > 0 &&
    h(
      "button",
      {
        type: "button",
        class: "quiet more",
        click: (event) => {
          list.append(...rest);
          rest[0]?.setAttribute("tabindex", "-1");
          rest[0]?.focus();
          (event.currentTarget as HTMLElement).remove();
        },
      },
      fill(word("showRest", language), { many: count(rest.length, language) }),
    );
  return h(
    "details",
    { class: "review", "data-finding": key, open },
    h("summary", {}, title, h("span", { class: "pill" }, count(entries.length, language))),
    list,
    more,
  );
}

/** Findings by kind, each with grounds and remedies, and the obligations; counts first. */
export function conformityView(
  { review, obligations }: Conformity,
  judged: Judged,
  organizations: Map<string, OrganizationLine>,
): HTMLElement {
  const { district, language, judgedOn } = judged;
  const kindName = (kind: string) => district.kind(kind, judgedOn)?.[language] ?? kind;
  const nameOf = (id: string) => organizations.get(id)?.name ?? id;
  const groups = new Map<Finding, FindingEntry[]>();
  for (const entry of review.findings) groups.set(entry.finding, [...(groups.get(entry.finding) ?? []), entry]);

  function findingEntry(entry: FindingEntry): HTMLElement {
    const parent = organizations.get(entry.organization)?.parent ?? null;
    const above = parent === null ? null : nameOf(parent);
    const remedies = entry.remedies.map(({ act, kind }) => remedyName(act, kind === null ? null : kindName(kind), language));
    return h(
      "li",
      { class: "finding", "data-organization-found": entry.organization },
      h("p", {}, h("strong", {}, entry.name), h("span", { class: "tree-kind" }, ` ${[kindName(entry.kind), above].filter((part) => part !== null).join(" · ")}`)),
      h("p", { class: "remedies" }, h("span", { class: "remedy-label" }, `${word("remedies", language)}: `), `${listedOr(remedies, language)}.`),
      groundsList(entry.grounds, district.rules, language),
    );
  }

  function dutyEntry(duty: Obligation): HTMLElement {
    const by = duty.by === null ? null : fill(word("dutyBy", language), { name: nameOf(duty.by) });
    const due = duty.due === null ? word("noDue", language) : fill(word("due", language), { day: day(duty.due, language) });
    return h(
      "li",
      { class: "finding" },
      h("p", {}, h("strong", {}, duty.name), h("span", { class: "tree-kind" }, ` ${dutyName(duty.duty, language)}`)),
      h("p", { class: "remedies" }, [due, by].filter((part) => part !== null).join(" · ")),
      groundsList([duty.ground], district.rules, language),
    );
  }

  const figure = (key: string, many: number, name: string) =>
    h("div", { "data-count": key }, h("dt", {}, name), h("dd", {}, count(many, language)));
  const found = [...groups.entries()].sort(([, one], [, other]) => other.length - one.length);
  return h(
    "section",
    { "aria-labelledby": "conformity-title", id: "conformity" },
    h("h2", { id: "conformity-title" }, word("conformity", language)),
    h("p", { class: "hint" }, fill(word("conformityHint", language), { day: day(judgedOn, language) })),
    h(
      "dl",
      { class: "conformity-counts" },
      figure("reviewed", review.reviewed, word("reviewed", language)),
      figure("findings", review.findings.length, word("found", language)),
      figure("obligations", obligations.length, word("stillToDo", language)),
    ),
    h(
      "div",
      {},
      ...found.map(([finding, entries]) =>
        group(findingName(finding, language), finding, entries.map(findingEntry), false, language),
      ),
      obligations.length > 0 && group(word("obligations", language), "obligations", obligations.map(dutyEntry), false, language),
    ),
  );
}
