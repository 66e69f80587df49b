import {
  Handbook,
  RuleBook,
  type Closing,
  type Command,
  type IsoDate,
  type KindRule,
  type Language,
  type LineageAnswer,
  type OrganizationAct,
  type TreeLine,
} from "handbook-wasm";
import source from "../../data/yen-mo-history/commands.json?url";

/** What was typed in, and the day on which it was recorded. */
export interface TypedIn {
  recordedOn: IsoDate;
  commands: Command[];
}

/** The commands of the sample. */
export async function typedIn(): Promise<TypedIn> {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
  return (await answer.json()) as TypedIn;
}

/** What happened to an organization on a day. */
export type Mark = "new" | "gone" | "renamed" | "recoded" | "moved" | "kindChanged";

/** An organization of the tree of a day, also one that is gone on it. */
export interface Line extends TreeLine {
  marks: Mark[];
  /** What it was called until the day before, where that differs. */
  before: string | null;
}

/** The acts of one decision that take effect on a day. */
export interface Decision {
  number: string;
  signedOn: IsoDate | null;
  acts: OrganizationAct[];
}

/** One organization over its whole time. */
export interface Life extends LineageAnswer {
  name: string;
  code: string | null;
}

/** A record of organizations through time, made by submitting what was typed in. */
export class OrganizationHistory {
  readonly rules = RuleBook.vietnam();
  readonly record = new Handbook();
  /** The days on which something began, changed or ended; at least one. */
  readonly days: IsoDate[];
  /** The last day that can be asked about. */
  readonly until: IsoDate;
  readonly #lives = new Map<string, Life>();
  readonly #kinds: KindRule[] = this.rules.kinds();

  constructor({ commands, recordedOn }: TypedIn) {
    const days = new Set<IsoDate>();
    for (const command of commands) {
      const outcome = this.record.submit(this.rules, command, { recordedOn });
      if (outcome.type === "refused") {
        const failed = outcome.grounds.filter((ground) => !ground.holds);
        throw new Error(failed.map((ground) => this.rules.sentence(ground, "en")).join("; "));
      }
      for (const { fact } of outcome.events) {
        if (fact.type === "organizationEntered" || fact.type === "reorganized") days.add(fact.on);
      }
    }
    this.days = [...days].sort();
    if (this.days.length === 0) throw new Error("the history is empty");
    this.until = this.rules.to;
  }

  get first(): IsoDate {
    return this.days[0] ?? this.until;
  }

  get last(): IsoDate {
    return this.days.at(-1) ?? this.until;
  }

  /** The place among `days` of the last change up to a day. */
  placeOf(on: IsoDate): number {
    return Math.max(0, this.days.findLastIndex((day) => day <= on));
  }

  kindName(kind: string, language: Language): string {
    return this.#kinds.find((each) => each.id === kind)?.[language] ?? kind;
  }

  tree(on: IsoDate): TreeLine[] {
    return this.record.ask(this.rules, { type: "tree" }, { on });
  }

  /** The tree of a day; on a day of change also what is gone, where it stood. */
  lines(on: IsoDate): Line[] {
    const now = this.tree(on);
    const place = this.placeOf(on);
    const previous = this.days[place - 1];
    if (this.days[place] !== on || previous === undefined) {
      return now.map((line) => ({ ...line, marks: [], before: null }));
    }
    const was = this.tree(previous);
    const left = new Map(now.map((line) => [line.id, line]));
    const stayedOrGone = was.map((old): Line => {
      const line = left.get(old.id);
      if (!line) return { ...old, marks: ["gone"], before: null };
      left.delete(old.id);
      const marks: Mark[] = [];
      if (line.name !== old.name) marks.push("renamed");
      if (line.code !== old.code) marks.push("recoded");
      if (line.parent !== old.parent) marks.push("moved");
      if (line.kind !== old.kind) marks.push("kindChanged");
      return { ...line, marks, before: line.name === old.name ? null : old.name };
    });
    const begun = [...left.values()].map((line): Line => ({ ...line, marks: ["new"], before: null }));
    const lines = [...stayedOrGone, ...begun];
    // A tree that is gone as a whole comes after what there is.
    const endedRoot = (line: Line) => line.parent === null && line.marks.includes("gone");
    return [...lines.filter((line) => !endedRoot(line)), ...lines.filter(endedRoot)];
  }

  /** What took effect on a day, decision by decision. */
  decisions(on: IsoDate): Decision[] {
    return this.record.events().flatMap(({ fact }) =>
      fact.type === "reorganized" && fact.on === on ? [{ number: fact.decision, signedOn: fact.signedOn, acts: fact.acts }] : [],
    );
  }

  /** What an organization was and became, up to the last change. */
  life(id: string): Life {
    const known = this.#lives.get(id);
    if (known) return known;
    const answer = this.record.ask(this.rules, { type: "lineage", id }, { on: this.last });
    // A stage that begins on the day of the end was never lived in.
    const stages = answer.stages.filter((stage) => answer.ended === null || stage.from < answer.ended);
    const last = stages.at(-1);
    const life = { ...answer, stages, name: last?.name ?? id, code: last?.code ?? null };
    this.#lives.set(id, life);
    return life;
  }

  /** What an organization was called on a day. */
  nameOn(id: string, on: IsoDate): string {
    const stage = this.life(id).stages.findLast((each) => each.from <= on);
    return stage?.name ?? this.life(id).name;
  }

  /** How an organization ended, and by which decision, where it left no successor. */
  endOf(id: string): { on: IsoDate; closing: Closing | null; decision: string | null } | null {
    return this.life(id).lost.find((lost) => lost.organization === id) ?? null;
  }
}
