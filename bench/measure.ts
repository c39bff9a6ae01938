/** One run of something that is measured, in milliseconds (or in whatever the figure's unit is). */
export type Run = () => Promise<number>;

export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** What the value may be at most (or at least, for `atLeast` figures). */
  bar: number;
  ok: boolean;
  [raw: string]: unknown;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** Takes turns: ours, theirs, ours, theirs …, so that whatever else the machine does falls on both alike. */
export async function interleave(times: number, ours: Run, theirs: Run) {
  const runs = { ours: [] as number[], theirs: [] as number[] };
  for (let i = 0; i < times; i++) {
    runs.ours.push(await ours());
    runs.theirs.push(await theirs());
  }
  return { ours: median(runs.ours), theirs: median(runs.theirs), runs };
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** Prints a figure as one line of JSON. @returns whether it keeps its bar */
export function print({ name, value, unit, bar, ok, ...raw }: Figure): boolean {
  console.log(JSON.stringify({ name, value: rounded(value), unit, bar, ok, ...raw }));
  return ok;
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
