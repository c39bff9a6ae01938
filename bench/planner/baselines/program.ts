import highs, { type VariableType } from 'highs';

/** The package's types are those of CommonJS, where the loader is a property of what Node gives as the loader itself. */
const load = highs as unknown as typeof highs.default;

const endless = 1e30;

/** A mixed-integer program as it is written: columns and rows in the order in which they come. */
export interface Program {
  cost: number[];
  upper: number[];
  integrality: VariableType[];
  rowLower: number[];
  rowUpper: number[];
  starts: number[];
  indices: number[];
  values: number[];
}

export type Entry = readonly [column: number, coefficient: number];

export function createProgram(): Program {
  return {
    cost: [],
    upper: [],
    integrality: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
  };
}

/** Adds a column that is 0 or 1, and returns its number. */
export function addChoice(program: Program, cost: number): number {
  program.cost.push(cost);
  program.upper.push(1);
  program.integrality.push(1);
  return program.cost.length - 1;
}

/** Adds a column of zero or more, not whole, and returns its number. */
export function addAmount(program: Program, cost: number): number {
  program.cost.push(cost);
  program.upper.push(endless);
  program.integrality.push(0);
  return program.cost.length - 1;
}

/** Adds a row between bounds, which may be infinite. */
export function addRow(program: Program, lower: number, upper: number, entries: readonly Entry[]): void {
  program.rowLower.push(Math.max(-endless, lower));
  program.rowUpper.push(Math.min(endless, upper));
  for (const [column, coefficient] of entries) {
    program.indices.push(column);
    program.values.push(coefficient);
  }
  program.starts.push(program.indices.length);
}

/**
 * Solves a program with HiGHS, for so many seconds at most, from a start in which these choices are 1 and all others 0.
 * Returns the best values found, or nothing if none were.
 */
export async function solve(
  program: Program,
  seconds: number,
  start: ReadonlySet<number> = new Set(),
): Promise<readonly number[] | undefined> {
  const solver = await load();
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  const model = solver.createModel({
    numCols,
    numRows,
    sense: solver.constants.objectiveSense.minimize,
    colCost: program.cost,
    colLower: new Float64Array(numCols),
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: program.starts,
      indices: program.indices,
      values: program.values,
    },
    integrality: program.integrality,
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds });
    const choices = program.integrality.flatMap((kind, column) => (kind === 1 ? [column] : []));
    if (start.size > 0)
      model.setSolution({ indices: choices, values: choices.map((column) => (start.has(column) ? 1 : 0)) });
    model.run();
    const values = [...model.getSolution().colValue];
    return values.length === numCols && model.getObjectiveValue() < endless ? values : undefined;
  } finally {
    model.dispose();
  }
}
