import type { CapLine, Language, LevelLine, LevelsAnswer, LevelSubject, TreeLine } from "handbook-wasm";
import { askersOf, type Asker } from "../monitor/askers";
import type { Desk } from "../meetings/desk";

export const PARTS = ["levels", "explain", "whatIf", "otherwise", "calibration", "procedure"] as const;
export type Part = (typeof PARTS)[number];

/** The most lines that the library gives at once. */
const MOST_LINES = 5000;

/** What the parts of the room share: the organization, who asks, and the part that is shown. */
export class Bench {
  readonly desk: Desk;
  organization: string;
  asker: Asker["key"] = "host";
  part: Part = "levels";
  /** Whose level is explained. */
  subject: LevelSubject | null = null;

  /** The cell of the desk when it was last looked at: a new one is gone to. */
  #cell: string;

  constructor(desk: Desk) {
    this.desk = desk;
    this.organization = desk.cell;
    this.#cell = desk.cell;
  }

  get language(): Language {
    return this.desk.language;
  }

  get rules() {
    return this.desk.rules;
  }

  /** The day whose rules rate the year. */
  get on() {
    return this.desk.judgedOn;
  }

  tree(): TreeLine[] {
    return this.desk.tree(this.on);
  }

  /** The organization that is looked at; the root where it is not there on the day of the rules. */
  here(): TreeLine | undefined {
    if (this.desk.cell !== this.#cell) {
      this.#cell = this.desk.cell;
      this.organization = this.desk.cell;
      this.subject = null;
    }
    const tree = this.tree();
    return tree.find((line) => line.id === this.organization) ?? tree.find((line) => line.parent === null);
  }

  askers(): Asker[] {
    return askersOf(this.desk, this.desk.tree());
  }

  /** Absent where nobody around the cell holds the post. */
  chosenAsker(): Asker | undefined {
    return this.askers().find(({ key }) => key === this.asker);
  }

  nameOf(organization: string): string {
    return this.tree().find(({ id }) => id === organization)?.name ?? organization;
  }

  /** An organization with the one above it, unless that is the root or looked at. */
  fullName(organization: string): string {
    const tree = this.tree();
    const parent = tree.find(({ id }) => id === organization)?.parent;
    const above = tree.find(({ id }) => id === parent);
    const alone = above === undefined || above.parent === null || above.id === this.organization;
    return alone ? this.nameOf(organization) : `${this.nameOf(organization)}, ${above.name}`;
  }

  /** The name of a member here or in an organization that forms a group. */
  memberName(member: string, group: string): string {
    const names = this.desk.once(`names ${group} ${this.on}`, () => new Map(this.desk.ask({ type: "members", id: group }, this.on).map(({ id, name }) => [id, name])));
    return names.get(member) ?? member;
  }

  subjectName({ type, id }: LevelSubject): string {
    const root = this.tree().find(({ parent }) => parent === null);
    return type === "member" ? this.memberName(id, root?.id ?? this.organization) : this.nameOf(id);
  }

  /** A member or an organization of a group of the cap, by name. */
  nameInGroup(id: string, cap: CapLine): string {
    return cap.members ? this.memberName(id, cap.organization) : this.nameOf(id);
  }

  levels(id: string, offset: number, limit: number): LevelsAnswer {
    const asker = this.chosenAsker()?.member ?? null;
    return this.desk.ask({ type: "levels", id, year: this.desk.year, asker, offset, limit }, this.on);
  }

  /** Every line below an organization that the asker sees, with the groups of the cap. */
  allLines(id: string): { lines: LevelLine[]; caps: CapLine[]; lineCap: (line: LevelLine) => CapLine | undefined } {
    const asker = this.chosenAsker()?.member ?? null;
    return this.desk.once(`all ${id} ${asker} ${this.on}`, () => {
      const lines: LevelLine[] = [];
      const caps = new Map<string, CapLine>();
      const places = new Map<LevelLine, CapLine>();
      for (let offset: number | null = 0; offset !== null; ) {
        const page: LevelsAnswer = this.levels(id, offset, MOST_LINES);
        for (const cap of page.caps) if (!caps.has(capKey(cap))) caps.set(capKey(cap), cap);
        for (const line of page.lines) {
          lines.push(line);
          const cap = line.cap === null ? undefined : page.caps[line.cap];
          const known = cap && caps.get(capKey(cap));
          if (known) places.set(line, known);
        }
        offset = page.next;
      }
      return { lines, caps: [...caps.values()], lineCap: (line: LevelLine) => places.get(line) };
    });
  }

  /** Those of a group of the cap, where the asker sees all of them. */
  group(cap: CapLine): LevelLine[] | null {
    const of = this.partOf(cap, cap.organization);
    return of.length === cap.rated ? of : null;
  }

  /** Those of a group below an organization that the asker sees; they may be a part of it. */
  partOf(cap: CapLine, organization: string): LevelLine[] {
    const { lines, lineCap } = this.allLines(organization);
    return lines.filter((line) => {
      const own = lineCap(line);
      return own !== undefined && capKey(own) === capKey(cap) && line.own !== null;
    });
  }

  show(part: Part): void {
    this.part = part;
    this.desk.changed();
  }

  explain(subject: LevelSubject): void {
    this.subject = subject;
    this.show("explain");
    document.getElementById("explain-title")?.focus();
    document.getElementById("evaluation-parts")?.scrollIntoView();
  }

  goTo(organization: string): void {
    this.organization = organization;
    this.subject = null;
    this.desk.changed();
    document.getElementById("evaluation-where")?.focus();
  }
}

export function capKey(cap: CapLine): string {
  return `${cap.members ? "members" : "organizations"}:${cap.organization}:${cap.group}`;
}

export function subjectOf(line: { organization: string; member: string | null }): LevelSubject {
  return line.member === null ? { type: "organization", id: line.organization } : { type: "member", id: line.member };
}

export function idOf(line: { organization: string; member: string | null }): string {
  return line.member ?? line.organization;
}

/** The organizations directly below the one looked at, or itself where there are none. */
export function childrenOf(tree: TreeLine[], id: string): TreeLine[] {
  const below = tree.filter((line) => line.parent === id);
  return below.length > 0 ? below : tree.filter((line) => line.id === id);
}

/** For each organization below, the one of `children` that it belongs to. */
export function branchOf(tree: TreeLine[], children: TreeLine[]): (organization: string) => string | undefined {
  const parents = new Map(tree.map((line) => [line.id, line.parent]));
  const tops = new Set(children.map(({ id }) => id));
  return (organization) => {
    for (let at: string | null | undefined = organization; at; at = parents.get(at)) if (tops.has(at)) return at;
    return undefined;
  };
}
