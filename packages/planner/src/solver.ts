import highsModule, { type Highs, type Model as HighsModel } from 'highs';
import type { LinearModel } from './linear-model.ts';

/** What a solver found. `bound` is what no whole solution can cost less than, as far as the solver got. */
export interface Solution {
  cost: number;
  bound: number;
  values: Float64Array;
  /** What one unit more of each row's limit is worth; empty for whole numbers. */
  rowPrices: Float64Array;
  /** Iterations of the simplex method that it took. */
  iterations: number;
}

export interface SolveLimits {
  /** Branches to look at, at most: repeatable, unlike seconds. */
  nodes?: number;
  seconds?: number;
  /** Iterations of the simplex method, at most: repeatable too, and nearer to the time it takes. */
  iterations?: number;
  /** Stop once this close to the bound, in cost points. */
  gap?: number;
  /** Whole columns to begin with: these are 1, the other whole ones 0. */
  start?: readonly number[];
  /** Decides between equally good solutions. */
  seed?: number;
  /** Asked now and then; once true, the best solution so far is returned. */
  shouldStop?: () => boolean;
}

/** A solver of linear models, of real numbers or of whole ones. Gives null where it finds no solution. */
export interface Solver {
  solve(model: LinearModel, kind: 'real' | 'whole', limits?: SolveLimits): Solution | null;
}

/** The module's types are written for CommonJS: as an ES module its default export is the loader itself. */
const loadHighs = highsModule as unknown as () => Promise<Highs>;

/** Loads HiGHS (WebAssembly). Null where it cannot be loaded: the engine then does without. */
export async function loadSolver(): Promise<Solver | null> {
  try {
    const highs = await loadHighs();
    return { solve: (model, kind, limits = {}) => solve(highs, model, kind, limits) };
  } catch {
    return null;
  }
}

/** HiGHS takes this for no limit. */
const unlimited = 1e30;
const bounded = (limits: readonly number[]) =>
  Float64Array.from(limits, (limit) => Math.max(-unlimited, Math.min(unlimited, limit)));

function solve(
  highs: Highs,
  model: LinearModel,
  kind: 'real' | 'whole',
  limits: SolveLimits,
): Solution | null {
  let loaded: HighsModel | null = null;
  try {
    loaded = highs.createModel({
      numCols: model.cost.length,
      numRows: model.rowLower.length,
      offset: model.offset,
      colCost: Float64Array.from(model.cost),
      colLower: bounded(model.lower),
      colUpper: bounded(model.upper),
      rowLower: bounded(model.rowLower),
      rowUpper: bounded(model.rowUpper),
      matrix: {
        format: 'csr',
        numRows: model.rowLower.length,
        numCols: model.cost.length,
        starts: Int32Array.from(model.starts),
        indices: Int32Array.from(model.columns),
        values: Float64Array.from(model.values),
      },
      ...(kind === 'whole' ? { integrality: Int32Array.from(model.integer) } : {}),
    });
    return run(highs, loaded, model, kind, limits);
  } catch {
    // Out of memory, or a model that the solver gives up on: the caller has a plan without it.
    return null;
  } finally {
    loaded?.dispose();
  }
}

/** The whole columns' values; the solver works out the others. */
function toStart({ integer }: LinearModel, ones: readonly number[]) {
  const set = new Set(ones);
  const indices = integer.flatMap((isWhole, column) => (isWhole === 1 ? [column] : []));
  return { indices, values: indices.map((column) => (set.has(column) ? 1 : 0)) };
}

function run(
  highs: Highs,
  model: HighsModel,
  linear: LinearModel,
  kind: 'real' | 'whole',
  limits: SolveLimits,
): Solution | null {
  model.options.set({ output_flag: false, random_seed: limits.seed ?? 0 });
  if (limits.seconds !== undefined) model.options.set('time_limit', Math.max(0.01, limits.seconds));
  if (limits.nodes !== undefined) {
    // The solver's own searches within the search count apart, and hold as much memory.
    model.options.set({ mip_max_nodes: limits.nodes, mip_max_start_nodes: limits.nodes });
  }
  if (limits.gap !== undefined) model.options.set({ mip_abs_gap: limits.gap, mip_rel_gap: 0 });
  if (limits.start) model.setSolution(toStart(linear, limits.start));
  const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
  const { shouldStop, iterations: most = Number.POSITIVE_INFINITY } = limits;
  let iterations = 0;
  const ask = (event: { interrupt(): void; data: { mip_total_lp_iterations?: bigint } }) => {
    iterations = Math.max(iterations, Number(event.data.mip_total_lp_iterations ?? 0));
    if (shouldStop?.() || iterations > most) event.interrupt();
    return undefined;
  };
  model.run({ [mipInterrupt]: ask, [simplexInterrupt]: ask });
  const isKnown = model.info.get('primal_solution_status') === 2;
  if (!isKnown) return null;
  const { colValue, rowDual } = model.getSolution();
  const cost = model.getObjectiveValue();
  const bound = kind === 'whole' ? Number(model.info.get('mip_dual_bound')) : cost;
  iterations = Math.max(iterations, Number(model.info.get('simplex_iteration_count')));
  return {
    cost,
    bound,
    values: colValue,
    rowPrices: kind === 'real' ? rowDual : new Float64Array(0),
    iterations,
  };
}

/** The same solver, counting what each call takes: of one that finds nothing, what it was allowed. */
export function countIterations(solver: Solver, count: (iterations: number) => void): Solver {
  return {
    solve: (model, kind, limits) => {
      const solution = solver.solve(model, kind, limits);
      count(solution?.iterations ?? limits?.iterations ?? 0);
      return solution;
    },
  };
}
