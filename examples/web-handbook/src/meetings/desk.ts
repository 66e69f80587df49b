import type {
  Command,
  IsoDate,
  Language,
  MeetingAct,
  MemberLine,
  Outcome,
  RecordAnswers,
  RecordQuestion,
  TreeLine,
} from "handbook-wasm";
import type { District } from "../district";
import { RatingFacts } from "../evaluation/facts";
import { sampleRatings } from "../evaluation/sample";
import { Steps } from "../evaluation/steps";
import { FormState } from "./form";

/** A month of a year. */
export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
}

export function monthOfDay(day: IsoDate): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

export function monthPlus({ year, month }: Month, months: number): Month {
  const number = year * 12 + month - 1 + months;
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** A day as the record writes it; the parts may run over. */
export function isoDay(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function dayPlus(day: IsoDate, days: number): IsoDate {
  const { year, month } = monthOfDay(day);
  return isoDay(year, month, Number(day.slice(8, 10)) + days);
}

/** The days that the rooms start from. */
export interface DeskDays {
  today: IsoDate;
  recordedOn: IsoDate;
  /** The year that is rated. */
  year: number;
  /** The day whose rules rate it. */
  judgedOn: IsoDate;
}

/** What the record holds beside its tables. */
export interface DeskRecord {
  district: District;
  /** Whether steps of ratings are made up for it. */
  sample: boolean;
}

/** What the rooms share: the record, the days, the cell, and what was typed so far. */
export class Desk {
  language: Language;
  today: IsoDate;
  readonly year: number;
  judgedOn: IsoDate;
  cell: string;
  /** The meeting that the wizard shows. */
  meeting: string | null = null;
  /** Redraws every room. */
  changed: () => void = () => {};
  /** Tells a screen reader what became of an act. */
  announce: (sentence: string) => void = () => {};
  /** Rates the year by the rules of another day. */
  judgeBy: (day: IsoDate) => void = () => {};
  /** The steps of the ratings, which not every room needs. */
  readonly steps: Steps;
  /** Answers until the record changes: a redraw asks the same again. */
  readonly #answers = new Map<string, unknown>();
  #facts: RatingFacts | null = null;
  readonly #forms = new Map<string, FormState>();
  readonly #district: District;
  #recordedOn: IsoDate;
  #ids = 0;

  constructor({ district, sample }: DeskRecord, day: DeskDays, language: Language) {
    this.#district = district;
    this.steps = new Steps(sample ? sampleRatings(district, day.year, () => this.#recordedOn) : null);
    this.language = language;
    this.today = day.today;
    this.year = day.year;
    this.judgedOn = day.judgedOn;
    this.#recordedOn = day.recordedOn;
    this.cell = this.#firstCell();
  }

  get rules() {
    return this.#district.rules;
  }

  ask<Q extends RecordQuestion>(question: Q, on: IsoDate = this.today): RecordAnswers[Q["type"]] {
    return this.once(`${on} ${JSON.stringify(question)}`, () => this.#district.record.ask(this.rules, question, { on }));
  }

  /** What was worked out before, or works it out; the key names everything it rests on but the record. */
  once<T>(key: string, work: () => T): T {
    if (!this.#answers.has(key)) this.#answers.set(key, work());
    return this.#answers.get(key) as T;
  }

  /** Takes the steps of the ratings in; what was answered before may have changed then. */
  takeSteps(told: () => void, done: () => void): void {
    this.steps.begin(told, () => {
      this.#answers.clear();
      done();
    });
  }

  /** The facts by which the year is rated. */
  get facts(): RatingFacts {
    this.#facts ??= new RatingFacts(this.year, this.#district.record.events());
    return this.#facts;
  }

  submit(command: Command): Outcome {
    // What is recorded never goes back before what the record knows already.
    if (this.today > this.#recordedOn) this.#recordedOn = this.today;
    const outcome = this.#district.record.submit(this.rules, command, { recordedOn: this.#recordedOn });
    if (outcome.type === "accepted") {
      this.#answers.clear();
      this.#facts?.take(outcome.events);
    }
    return outcome;
  }

  act(meeting: string, act: MeetingAct, by: string | null = null): Command {
    return { type: "actOnMeeting", meeting, on: this.today, by, act };
  }

  newId(of: string): string {
    this.#ids += 1;
    return `${of}-moi-${this.#ids}`;
  }

  form(key: string): FormState {
    let form = this.#forms.get(key);
    if (!form) {
      form = new FormState(key);
      this.#forms.set(key, form);
    }
    return form;
  }

  tree(on: IsoDate = this.today): TreeLine[] {
    return this.ask({ type: "tree" }, on);
  }

  isCell(line: TreeLine): boolean {
    return this.#district.kind(line.kind, this.today)?.cell === true;
  }

  kindName(kind: string, on: IsoDate = this.today): string {
    return this.#district.kind(kind, on)?.[this.language] ?? kind;
  }

  members(on: IsoDate = this.today): MemberLine[] {
    return this.ask({ type: "members", id: this.cell }, on);
  }

  /** The cell that opens first: one below another organization, where there is one. */
  #firstCell(): string {
    const lines = this.tree();
    const cells = lines.filter((line) => this.isCell(line));
    const byId = new Map(lines.map((line) => [line.id, line]));
    const below = cells.find((line) => {
      const above = line.parent === null ? undefined : byId.get(line.parent);
      return above !== undefined && above.parent !== null;
    });
    const first = below ?? cells[0] ?? lines[0];
    if (!first) throw new Error("the record has no organization");
    return first.id;
  }
}
