/** The longest that the page stands still for a piece of the work, in milliseconds. */
const SLICE = 40;

/** Work on the record that only some parts need: begun when one of them is opened, piece by piece. */
export class Steps {
  /** Absent when all is done, or nothing was to be done. */
  #work: Iterator<number, void> | null;
  #begun = false;
  /** How much is done, 0 to 1. */
  share = 0;

  constructor(work: Iterator<number, void> | null = null) {
    this.#work = work;
  }

  get done(): boolean {
    return this.#work === null;
  }

  /** Begins, unless it has begun; tells after each piece that is not the last, and at the end. */
  begin(told: () => void, done: () => void): void {
    if (this.#begun || this.done) return;
    this.#begun = true;
    const piece = () => {
      const until = performance.now() + SLICE;
      while (this.#work && performance.now() < until) {
        const { value, done: last } = this.#work.next();
        if (last) this.#work = null;
        else this.share = value;
      }
      if (!this.#begun) return;
      if (this.done) done();
      else {
        told();
        setTimeout(piece);
      }
    };
    // First the page is drawn as it is while the work goes on.
    requestAnimationFrame(() => setTimeout(piece));
  }

  /** Leaves the rest undone: the record is given up. */
  stop(): void {
    this.#work = null;
    this.#begun = false;
  }
}
