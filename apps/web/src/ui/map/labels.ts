/** A name on the map: the middle of its box, and the box's size in pixels. */
export type Label = { text: string; strong: string; x: number; y: number; width: number; height: number };

const letter = 7;
const padding = 14;

/** A label of a name and a figure, as wide as its letters need. */
export const labelOf = (text: string, strong: string, [x, y]: readonly [number, number]): Label => ({
  text,
  strong,
  x,
  y,
  width: (text.length + (strong ? strong.length + 1 : 0)) * letter + padding,
  height: 24,
});

/** Moves labels up and down until none lies on another, and sideways into the drawing. */
export function spreadLabels(labels: readonly Label[], width: number, height: number): Label[] {
  const placed: Label[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const x = Math.min(Math.max(label.x, label.width / 2 + 2), width - label.width / 2 - 2);
    const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => label.y + step * (label.height / 2 + 1));
    const y = steps.find((y) => isFree({ ...label, x, y }, placed, height)) ?? label.y;
    placed.push({ ...label, x, y });
  }
  return placed;
}

const isFree = (label: Label, placed: readonly Label[], height: number) =>
  label.y > label.height / 2 &&
  label.y < height - label.height / 2 &&
  placed.every(
    (other) =>
      Math.abs(other.x - label.x) >= (other.width + label.width) / 2 + 2 ||
      Math.abs(other.y - label.y) >= (other.height + label.height) / 2,
  );
