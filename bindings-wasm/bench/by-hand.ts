// The work of `levels.mjs` in TypeScript, from objects as an app holds them and from typed arrays.

const WEIGHTS = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];

export interface Member {
  cell: string;
  marks: number[];
  disciplined: boolean;
}

export interface Cell {
  id: string;
  commune: string;
  district: string;
}

export interface Columns {
  cellStarts: Uint32Array;
  parents: Uint32Array;
  marks: Uint8Array;
  flags: Uint8Array;
}

interface Eligible {
  place: number;
  score: number;
  mark: number;
}

function levelOf(score: number, disciplined: boolean): number {
  if (disciplined) return 0;
  if (score >= 9000) return 3;
  if (score >= 7000) return 2;
  return score >= 5000 ? 1 : 0;
}

function demote(eligible: Eligible[], levels: Uint8Array, counts: ArrayLike<number>): number {
  const most = Math.floor(counts[2]! / 5);
  if (eligible.length <= most) return 0;
  eligible.sort((one, other) => other.score - one.score || other.mark - one.mark || one.place - other.place);
  for (let number = most; number < eligible.length; number += 1) levels[eligible[number]!.place] = 2;
  return eligible.length - most;
}

/** The level of each member in their order, and counts by cell, commune and district. */
export function fromObjects(members: Member[], cells: Cell[]) {
  const states = cells.map(() => ({ counts: [0, 0, 0, 0], eligible: [] as Eligible[] }));
  const byCell = new Map(cells.map(({ id }, number) => [id, states[number]!]));
  const levels = new Uint8Array(members.length);
  for (let place = 0; place < members.length; place += 1) {
    const { cell, marks, disciplined } = members[place]!;
    let score = 0;
    for (let criterion = 0; criterion < WEIGHTS.length; criterion += 1) score += WEIGHTS[criterion]! * marks[criterion]!;
    const level = levelOf(score, disciplined);
    levels[place] = level;
    const { counts, eligible } = byCell.get(cell)!;
    counts[level]! += 1;
    if (level === 3) eligible.push({ place, score, mark: marks[0]! });
  }
  const communes = new Map<string, number[]>();
  const districts = new Map<string, number[]>();
  cells.forEach(({ commune, district }, number) => {
    const { counts, eligible } = states[number]!;
    const demoted = demote(eligible, levels, counts);
    counts[3]! -= demoted;
    counts[2]! += demoted;
    for (const [sums, key] of [[communes, commune], [districts, district]] as const) {
      let sum = sums.get(key);
      if (sum === undefined) sums.set(key, (sum = [0, 0, 0, 0]));
      for (let level = 0; level < 4; level += 1) sum[level]! += counts[level]!;
    }
  });
  return { levels, counts: [...states.map(({ counts }) => counts), ...communes.values(), ...districts.values()] };
}

/** The same from columns; five counts for every group, as the library gives them. */
export function fromColumns({ cellStarts, parents, marks, flags }: Columns) {
  const members = flags.length;
  const levels = new Uint8Array(members);
  const scores = new Uint16Array(members);
  for (let criterion = 0; criterion < WEIGHTS.length; criterion += 1) {
    const weight = WEIGHTS[criterion]!;
    const from = criterion * members;
    for (let place = 0; place < members; place += 1) scores[place]! += weight * marks[from + place]!;
  }
  const counts = new Uint32Array(parents.length * 5);
  for (let cell = 0; cell + 1 < cellStarts.length; cell += 1) {
    const own = counts.subarray(cell * 5, cell * 5 + 5);
    const eligible: Eligible[] = [];
    for (let place = cellStarts[cell]!; place < cellStarts[cell + 1]!; place += 1) {
      const level = levelOf(scores[place]!, flags[place] !== 0);
      levels[place] = level;
      own[level]! += 1;
      if (level === 3) eligible.push({ place, score: scores[place]!, mark: marks[place]! });
    }
    const demoted = demote(eligible, levels, own);
    own[3]! -= demoted;
    own[2]! += demoted;
  }
  for (let group = 0; group < parents.length; group += 1) {
    const parent = parents[group]!;
    if (parent === 0xffffffff) continue;
    for (let level = 0; level < 5; level += 1) counts[parent * 5 + level]! += counts[group * 5 + level]!;
  }
  return { levels, counts };
}
