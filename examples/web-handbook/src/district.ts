import { Handbook, RuleBook, type DistrictYear, type KindRule } from "handbook-wasm";

export interface TableFile {
  name: string;
  bytes: Uint8Array;
}

const SAMPLE = import.meta.glob<string>("../../data/yen-mo-2023/*.csv", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The tables of the sample district. */
export async function sampleTables(): Promise<TableFile[]> {
  return Promise.all(
    Object.entries(SAMPLE).map(async ([path, url]) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const name = path.slice(path.lastIndexOf("/") + 1);
      return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
    }),
  );
}

/** One record with the rule book that judges it. */
export class District {
  readonly rules: RuleBook;
  readonly record: Handbook;
  readonly #kinds: KindRule[];

  constructor(tables: TableFile[], options: { recordedOn: string; spreadsheet: boolean }) {
    this.rules = RuleBook.vietnam();
    this.record = Handbook.readTables(this.rules, tables, options);
    this.#kinds = this.rules.kinds();
  }

  /** What the rule book says of a kind on a day; a kind may change from one day to another. */
  kind(id: string, on: string): KindRule | undefined {
    const entries = this.#kinds.filter((kind) => kind.id === id);
    return entries.find((kind) => kind.from <= on && (kind.to === undefined || on <= kind.to)) ?? entries[0];
  }

  free(): void {
    this.record.free();
    this.rules.free();
  }

  year(year: number, judgedOn: string): DistrictYear {
    return this.record.districtYear(this.rules, { year, judgedOn });
  }
}
