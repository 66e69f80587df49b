import type { Language, StepLine } from "handbook-wasm";
import type { Details } from "./details";
import { h, s } from "./dom";
import type { OrganizationHistory } from "./history";
import { closingName, day, fill, listed, word } from "./words";

/** Sizes of the drawing in CSS pixels. */
const WIDE = { width: 244, height: 96, across: 292, down: 112 };
const NARROW = { height: 96, across: 22, down: 108 };

/** A box of the drawing: an organization, or the end of one that left no successor. */
interface Box {
  id: string;
  /** Negative for what came before, positive for what came after. */
  column: number;
  /** In the wide drawing; halves stand between two rows. */
  row: number;
  /** The organization that ends here, for an end. */
  endOf: string | null;
}

interface Line {
  from: string;
  to: string;
  whole: boolean;
}

/** Which box stands where: forebears to the left, what became of it to the right. */
function arrange(id: string, links: [string, string][], side: -1 | 1): Map<string, Box> {
  const away = new Map<string, string[]>();
  const columns = new Map<string, number>([[id, 0]]);
  for (const [near, far] of links) away.set(near, [...(away.get(near) ?? []), far]);
  // The farthest way counts, so that every line goes outwards.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [near, far] of links) {
      const from = columns.get(near);
      if (from === undefined || (columns.get(far) ?? -1) >= from + 1) continue;
      columns.set(far, from + 1);
      changed = true;
    }
  }
  const boxes = new Map<string, Box>();
  let free = 0;
  function stand(each: string): number {
    const box: Box = { id: each, column: side * (columns.get(each) ?? 0), row: 0, endOf: null };
    boxes.set(each, box);
    const rows = (away.get(each) ?? []).filter((far) => !boxes.has(far)).map(stand);
    const first = rows[0];
    const last = rows.at(-1);
    box.row = first === undefined || last === undefined ? free++ : (first + last) / 2;
    return box.row;
  }
  stand(id);
  return boxes;
}

/** The family of an organization as boxes and lines; the boxes from left to right. */
function familyOf(history: OrganizationHistory, id: string): { boxes: Box[]; lines: Line[] } {
  const life = history.life(id);
  const before = arrange(id, life.cameBy.map((step) => [step.to, step.from]), -1);
  const ends = life.lost.map((lost): [string, string] => [lost.organization, `end of ${lost.organization}`]);
  const after = arrange(id, [...life.steps.map((step): [string, string] => [step.from, step.to]), ...ends], 1);
  for (const [organization, end] of ends) {
    const box = after.get(end);
    if (box) box.endOf = organization;
  }
  const shift = (before.get(id)?.row ?? 0) - (after.get(id)?.row ?? 0);
  const boxes = [...before.values()];
  for (const box of after.values()) {
    if (box.id !== id) boxes.push({ ...box, row: box.row + shift });
  }
  const top = Math.min(...boxes.map((box) => box.row));
  for (const box of boxes) box.row -= top;
  boxes.sort((one, other) => one.column - other.column || one.row - other.row);
  const lines: Line[] = [
    ...[...life.cameBy, ...life.steps].map(({ from, to, whole }) => ({ from, to, whole })),
    ...ends.map(([from, to]) => ({ from, to, whole: true })),
  ];
  return { boxes, lines };
}

interface Teller {
  history: OrganizationHistory;
  language: Language;
  open: (id: string) => void;
}

/** The years of an organization; what was there on the record's first day began nobody knows when. */
function years(history: OrganizationHistory, id: string, language: Language): string | null {
  const { began, ended } = history.life(id);
  const from = began === history.first ? null : began.slice(0, 4);
  const until = ended === null ? null : ended.slice(0, 4);
  if (from !== null && until !== null) return `${from}–${until}`;
  if (from !== null) return fill(word("sinceYear", language), { from });
  return until === null ? null : fill(word("untilYear", language), { until });
}

function steps(history: OrganizationHistory, id: string): StepLine[] {
  const life = history.life(id);
  return [...life.cameBy, ...life.steps];
}

/** When and by what a box comes in or goes on, each once. */
function passage(of: Box, all: StepLine[], language: Language): string[] {
  const near = all.filter((step) => (of.column < 0 ? step.from : step.to) === of.id);
  return [
    ...new Set(
      near.map((step) =>
        [day(step.on, language), step.decision, step.whole ? null : word("partly", language)].filter((part) => part !== null).join(" · "),
      ),
    ),
  ];
}

function boxView(box: Box, { history, language, open }: Teller, all: StepLine[], style: string): HTMLElement {
  if (box.endOf !== null) {
    const end = history.endOf(box.endOf);
    return h(
      "div",
      { class: "family-box end", style, "data-family-end": box.endOf },
      h("strong", {}, word("noSuccessor", language)),
      end && h("span", {}, [day(end.on, language), end.decision].filter((part) => part !== null).join(" · ")),
      end?.closing && h("span", {}, closingName(end.closing, language)),
    );
  }
  const life = history.life(box.id);
  const inside = [
    h("strong", {}, life.name),
    h("span", {}, [life.code, years(history, box.id, language)].filter((part) => part !== null).join(" · ")),
    ...(box.column === 0 ? [] : passage(box, all, language).map((text) => h("span", {}, text))),
  ];
  if (box.column === 0) return h("div", { class: "family-box self", style, "data-family": box.id }, ...inside);
  return h("button", { type: "button", class: "family-box", style, "data-family": box.id, click: () => open(box.id) }, ...inside);
}

/** The arrow is defined in each drawing: a hidden one draws none. */
type Drawing = "wide" | "narrow";

function lineView(path: string, whole: boolean, of: Drawing): SVGElement {
  return s("path", { class: whole ? "family-line" : "family-line partly", d: path, "marker-end": `url(#arrow-${of})` });
}

function arrow(of: Drawing): SVGElement {
  return s(
    "defs",
    {},
    s(
      "marker",
      { id: `arrow-${of}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      s("path", { class: "family-head", d: "M0 0L8 4L0 8Z" }),
    ),
  );
}

/** From left to right: for a wide window. */
function wideDrawing(boxes: Box[], lines: Line[], teller: Teller, all: StepLine[], label: string): HTMLElement {
  const leftmost = Math.min(...boxes.map((box) => box.column));
  const left = (box: Box) => (box.column - leftmost) * WIDE.across;
  const top = (box: Box) => box.row * WIDE.down;
  const width = Math.max(...boxes.map(left)) + WIDE.width;
  const height = Math.max(...boxes.map(top)) + WIDE.height;
  const at = new Map(boxes.map((box) => [box.id, box]));
  const paths = lines.flatMap(({ from, to, whole }) => {
    const one = at.get(from);
    const other = at.get(to);
    if (!one || !other) return [];
    const [x1, y1] = [left(one) + WIDE.width, top(one) + WIDE.height / 2];
    const [x2, y2] = [left(other) - 2, top(other) + WIDE.height / 2];
    const middle = x2 - (WIDE.across - WIDE.width) / 2;
    return lineView(`M${x1} ${y1}H${middle - 14}C${middle} ${y1} ${middle - 14} ${y2} ${middle} ${y2}H${x2}`, whole, "wide");
  });
  return h(
    "div",
    { class: "family-scroll wide", tabindex: 0, role: "group", "aria-label": label },
    h(
      "div",
      { class: "family", style: `width:${width}px;height:${height}px` },
      s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, arrow("wide"), ...paths),
      ...boxes.map((box) => boxView(box, teller, all, `left:${left(box)}px;top:${top(box)}px;width:${WIDE.width}px;height:${WIDE.height}px`)),
    ),
  );
}

/** One below the other, set in step by step: for a phone. */
function narrowDrawing(boxes: Box[], lines: Line[], teller: Teller, all: StepLine[], label: string): HTMLElement {
  const order: Box[] = [];
  const at = new Map(boxes.map((box) => [box.id, box]));
  const seen = new Set<string>();
  // What came before stands above what it went into, what came after below.
  function visit(box: Box): void {
    seen.add(box.id);
    const next = (ids: string[]) => ids.flatMap((id) => at.get(id) ?? []).filter((each) => !seen.has(each.id));
    if (box.column <= 0) for (const each of next(lines.filter((line) => line.to === box.id).map((line) => line.from))) visit(each);
    order.push(box);
    if (box.column >= 0) for (const each of next(lines.filter((line) => line.from === box.id).map((line) => line.to))) visit(each);
  }
  const self = boxes.find((box) => box.column === 0);
  if (self) visit(self);
  const left = (box: Box) => Math.abs(box.column) * NARROW.across;
  const tops = new Map(order.map((box, place) => [box.id, place * NARROW.down]));
  const top = (box: Box) => tops.get(box.id) ?? 0;
  const height = (order.length - 1) * NARROW.down + NARROW.height;
  const paths = lines.flatMap(({ from, to, whole }) => {
    const one = at.get(from);
    const other = at.get(to);
    if (!one || !other) return [];
    const middle = NARROW.height / 2;
    return one.column < 0
      ? lineView(`M${left(one)} ${top(one) + middle}H${left(other) + 11}V${top(other) - 2}`, whole, "narrow")
      : lineView(`M${left(one) + 11} ${top(one) + NARROW.height}V${top(other) + middle}H${left(other) - 2}`, whole, "narrow");
  });
  return h(
    "div",
    { class: "family narrow", role: "group", "aria-label": label, style: `height:${height}px` },
    s("svg", { width: "100%", height, "aria-hidden": "true" }, arrow("narrow"), ...paths),
    ...order.map((box) =>
      boxView(box, teller, all, `left:${left(box)}px;top:${top(box)}px;width:calc(100% - ${left(box)}px);height:${NARROW.height}px`),
    ),
  );
}

/** The family in words: the same as the drawing, in the order of time. */
function inWords(history: OrganizationHistory, id: string, language: Language): string[] {
  const life = history.life(id);
  const family = [id, ...life.forebears, ...life.steps.map((step) => step.to)];
  const names = family.map((each) => history.life(each).name);
  // Two of one name are told apart by their years.
  const name = (each: string) => {
    const own = history.life(each).name;
    const shared = new Set(family.filter((_, place) => names[place] === own)).size > 1;
    const span = years(history, each, language);
    return shared && span !== null ? `${own} (${span})` : own;
  };
  const together = new Map<string, StepLine[]>();
  const ordered = steps(history, id).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const step of ordered) {
    const key = JSON.stringify([step.on, step.decision, step.to, step.whole]);
    together.set(key, [...(together.get(key) ?? []), step]);
  }
  const sentences = [...together.values()].flatMap((group) => {
    const step = group[0];
    if (!step) return [];
    return fill(word(step.whole ? "wentInto" : "wentPartly", language), {
      day: day(step.on, language),
      decision: step.decision ?? "–",
      from: listed(group.map((each) => name(each.from)), language),
      into: name(step.to),
    });
  });
  if (life.forebears.length === 0) sentences.unshift(fill(word("noForebears", language), { name: name(id) }));
  for (const lost of life.lost) {
    sentences.push(
      fill(word("endedWithout", language), {
        name: name(lost.organization),
        day: day(lost.on, language),
        decision: lost.decision ?? "–",
        how: lost.closing === null ? "" : ` (${closingName(lost.closing, language)})`,
      }),
    );
  }
  if (life.ended === null) sentences.push(fill(word("goesOn", language), { name: name(id) }));
  else if (life.heirs.length > 0) {
    const heirs = life.heirs.map((heir) => `${name(heir.organization)} (${word(heir.whole ? "wholly" : "partly", language)})`);
    sentences.push(fill(word("heirsNow", language), { heirs: listed(heirs, language) }));
  }
  return sentences;
}

function stagesView(history: OrganizationHistory, id: string, language: Language): HTMLElement {
  const rows = history.life(id).stages.map((stage) =>
    h(
      "tr",
      {},
      h(
        "td",
        {},
        h("span", { class: "nowrap" }, day(stage.from, language)),
        stage.from === history.first && h("span", { class: "first-day" }, word("firstDay", language)),
      ),
      h("td", {}, stage.name),
      h("td", { class: "mono" }, h("span", { class: "nowrap" }, stage.code ?? "–")),
      h("td", {}, stage.parent === null ? "–" : history.nameOn(stage.parent, stage.from)),
    ),
  );
  const head = (["stageFrom", "stageName", "code", "stageParent"] as const).map((key) => h("th", { scope: "col" }, word(key, language)));
  return h("table", { class: "stages" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows));
}

/** The family picture of an organization, the same in words, and what it was. */
export function familyDetails(history: OrganizationHistory, id: string, language: Language, open: (id: string) => void): Details {
  const { boxes, lines } = familyOf(history, id);
  const life = history.life(id);
  const teller = { history, language, open };
  const all = steps(history, id);
  const label = fill(word("familyOf", language), { name: life.name });
  return {
    title: life.name,
    wide: true,
    body: h(
      "div",
      {},
      h("p", { class: "hint" }, [life.code, years(history, id, language)].filter((part) => part !== null).join(" · ")),
      h("h3", {}, word("family", language)),
      wideDrawing(boxes, lines, teller, all, label),
      narrowDrawing(boxes, lines, teller, all, label),
      lines.some((line) => !line.whole) && h("p", { class: "hint" }, word("dashed", language)),
      h("h3", {}, word("inWords", language)),
      h("ul", { class: "family-words", id: "family-words" }, ...inWords(history, id, language).map((text) => h("li", {}, text))),
      h("h3", {}, word("stages", language)),
      stagesView(history, id, language),
    ),
  };
}
