import type { LevelFacts, LevelSubject, RecordEvent } from "handbook-wasm";

export function subjectKey({ type, id }: LevelSubject): string {
  return `${type}:${id}`;
}

/**
 * The facts by which a year is rated, from the events: the stateless questions "what if" and "by
 * another sheet" are asked with them.
 */
export class RatingFacts {
  readonly #year: number;
  readonly #facts = new Map<string, LevelFacts>();

  constructor(year: number, events: RecordEvent[]) {
    this.#year = year;
    this.take(events);
  }

  of(subject: LevelSubject): LevelFacts | undefined {
    return this.#facts.get(subjectKey(subject));
  }

  take(events: RecordEvent[]): void {
    for (const { fact } of events) {
      if (fact.type !== "memberRated" && fact.type !== "organizationRated") continue;
      if (fact.year !== this.#year) continue;
      const subject: LevelSubject = fact.type === "memberRated" ? { type: "member", id: fact.member } : { type: "organization", id: fact.organization };
      this.#facts.set(subjectKey(subject), fact.facts);
    }
  }
}
