import type { Level, LevelFacts, LevelSubject, RecordEvent } from "handbook-wasm";

/** What the record holds of one rating. */
export interface Rating {
  facts: LevelFacts | null;
  selfMarks: number | null;
  selfLevel: Level | null;
  vote: { inFavour: number; cast: number } | null;
  proposed: Level | null;
  decided: Level | null;
}

export function subjectKey({ type, id }: LevelSubject): string {
  return `${type}:${id}`;
}

/**
 * The facts and acts of a year's ratings, from the events. The stateless questions (why a level,
 * what if, calibration) are asked with them; where the record answers such a question itself, this
 * is not needed.
 */
export class RatingFacts {
  readonly #year: number;
  readonly #ratings = new Map<string, Rating>();

  constructor(year: number, events: RecordEvent[]) {
    this.#year = year;
    this.take(events);
  }

  of(subject: LevelSubject): Rating | undefined {
    return this.#ratings.get(subjectKey(subject));
  }

  take(events: RecordEvent[]): void {
    for (const { fact } of events) {
      if (fact.type === "memberRated" && fact.year === this.#year) this.#at({ type: "member", id: fact.member }).facts = fact.facts;
      else if (fact.type === "organizationRated" && fact.year === this.#year) this.#at({ type: "organization", id: fact.organization }).facts = fact.facts;
      else if (fact.type === "evaluationActed" && fact.year === this.#year) this.#act(this.#at(fact.subject), fact);
    }
  }

  #at(subject: LevelSubject): Rating {
    const key = subjectKey(subject);
    let rating = this.#ratings.get(key);
    if (!rating) {
      rating = { facts: null, selfMarks: null, selfLevel: null, vote: null, proposed: null, decided: null };
      this.#ratings.set(key, rating);
    }
    return rating;
  }

  #act(rating: Rating, { act }: Extract<RecordEvent["fact"], { type: "evaluationActed" }>): void {
    if (act.type === "selfScore") {
      rating.selfMarks = act.marks ?? rating.selfMarks;
      rating.selfLevel = act.level ?? rating.selfLevel;
    } else if (act.type === "vote") rating.vote = { inFavour: act.yes ?? 0, cast: act.base ?? 0 };
    else if (act.type === "propose") rating.proposed = act.level;
    else if (act.type === "decide") rating.decided = act.level;
    else if (act.type === "cancel") rating.decided = null;
  }
}
