/** Prints a figure that should be 0. */
export function print(name: string, value: number, unit: string): void {
  const ok = value === 0;
  console.log(JSON.stringify({ name, value, unit, bar: '0', ok }));
  if (!ok) process.exitCode = 1;
}
