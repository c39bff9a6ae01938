/** Patterns that lie over the map's colours, so that areas are told apart without seeing colour. */
const textures = [
  'M-1,1l2,-2M0,8l8,-8M7,9l2,-2',
  'M3,4a1,1 0 1,0 2,0a1,1 0 1,0 -2,0',
  '',
  'M-1,7l2,2M0,0l8,8M7,-1l2,2',
  'M0,4h8',
  'M4,0v8',
  'M0,4h8M4,0v8',
  'M2,2l4,4M6,2l-4,4',
];
const colours = [
  'var(--color-map-1)',
  'var(--color-map-2)',
  'var(--color-map-3)',
  'var(--color-map-4)',
  'var(--color-map-5)',
  'var(--color-map-6)',
  'var(--color-map-7)',
  'var(--color-map-8)',
] as const;

/** The colour of an area or a mark: one of the map's own, going round when there are more; else ink. */
export const toneColour = (tone: number | null) =>
  (tone !== null && colours[tone % colours.length]) || 'var(--color-ink)';

export const textureId = (prefix: string, tone: number) => `${prefix}-${tone % textures.length}`;

/** The patterns of one drawing. `scale` keeps them the same size however far it is zoomed. */
export function Textures({ prefix, scale = 1 }: { prefix: string; scale?: number }) {
  return (
    <defs>
      {textures.map((d, tone) => (
        <pattern
          key={d}
          id={textureId(prefix, tone)}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${1 / scale})`}
        >
          <path d={d} fill="none" stroke={toneColour(tone)} strokeWidth="1.2" strokeOpacity="0.42" />
        </pattern>
      ))}
    </defs>
  );
}
