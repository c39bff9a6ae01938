/** A linear model under construction: columns with a cost and bounds, rows with bounds over some columns. */
export interface LinearModel {
  cost: number[];
  lower: number[];
  upper: number[];
  /** 1 where a column is a whole number. */
  integer: number[];
  rowLower: number[];
  rowUpper: number[];
  /** Row r holds entries starts[r] … starts[r + 1] of `columns` and `values`. */
  starts: number[];
  columns: number[];
  values: number[];
  /** Added to the cost of every solution. */
  offset: number;
}

export function createLinearModel(): LinearModel {
  return {
    cost: [],
    lower: [],
    upper: [],
    integer: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    columns: [],
    values: [],
    offset: 0,
  };
}

/** Adds a column from 0 to `upper`. @returns its index */
export function addColumn(model: LinearModel, cost: number, upper: number, integer: 0 | 1): number {
  model.lower.push(0);
  model.upper.push(upper);
  model.integer.push(integer);
  return model.cost.push(cost) - 1;
}

/** Adds a row whose sum lies between `lower` and `upper`; columns without a value of their own count once. */
export function addRow(
  model: LinearModel,
  lower: number,
  upper: number,
  columns: readonly number[],
  values?: readonly number[],
): number {
  columns.forEach((column, k) => {
    model.columns.push(column);
    model.values.push(values?.[k] ?? 1);
  });
  model.starts.push(model.columns.length);
  model.rowUpper.push(upper);
  return model.rowLower.push(lower) - 1;
}
