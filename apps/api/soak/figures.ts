type Figure = {
  name: string;
  value: number;
  unit: string;
  bar: string;
  ok: boolean;
  [more: string]: unknown;
};

/** Prints one figure as a line of JSON; one that misses its bar ends the run with status 1. */
export function report(figure: Figure) {
  console.log(JSON.stringify(figure));
  if (!figure.ok) process.exitCode = 1;
}

/** What happens as it goes, beside the figures. */
export const say = (text: string) => console.error(`  ${text}`);

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number) =>
  least + Math.floor(Math.random() * (most - least + 1));
