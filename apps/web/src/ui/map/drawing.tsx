import { useId } from 'react';
import type { Label } from './labels.ts';
import type { MarkGroup } from './marks.ts';
import { Textures, textureId, toneColour } from './textures.tsx';

type DrawnArea = {
  key: string;
  path: string;
  /** One of the map's colours with its texture, or a CSS colour of its own. */
  tone?: number;
  colour?: string;
};
type Props = {
  outline: string;
  areas: readonly DrawnArea[];
  groups: readonly MarkGroup[];
  labels: readonly Label[];
  view?: { zoom: number; x: number; y: number };
};

/** The layers of a map: ground, areas with white borders, schools, names. Goes inside an `<svg>`. */
export function Drawing({ outline, areas, groups, labels, view = { zoom: 1, x: 0, y: 0 } }: Props) {
  const id = useId();
  return (
    <>
      <Textures prefix={id} scale={view.zoom} />
      <clipPath id={`${id}-county`}>
        <path d={outline} />
      </clipPath>
      <g transform={`translate(${view.x} ${view.y}) scale(${view.zoom})`}>
        <path d={outline} fill="var(--color-sunken)" />
        <g clipPath={`url(#${id}-county)`}>
          {areas.map(({ key, path, tone, colour }) => (
            <g key={key}>
              <path d={path} fill={colour ?? toneColour(tone ?? null)} fillOpacity={colour ? 1 : 0.2} />
              {tone !== undefined && <path d={path} fill={`url(#${textureId(id, tone)})`} />}
            </g>
          ))}
          {areas.map(({ key, path }) => (
            <path
              key={key}
              d={path}
              fill="none"
              stroke="var(--color-surface)"
              strokeWidth="3"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
        <path
          d={outline}
          fill="none"
          stroke="var(--color-control)"
          strokeWidth="1.25"
          vectorEffect="non-scaling-stroke"
        />
      </g>
      <g transform={`translate(${view.x} ${view.y})`}>
        {groups.map(({ key, path, isFilled, tone, isFaint }) => (
          <path
            key={key}
            d={path}
            fill={isFilled ? toneColour(tone) : 'var(--color-surface)'}
            stroke={isFilled ? 'var(--color-surface)' : toneColour(tone)}
            strokeWidth={isFilled ? 0.8 : 1.6}
            opacity={isFaint ? 0.4 : 1}
          />
        ))}
      </g>
      {labels.map((label) => (
        <NameTag key={label.text} label={label} />
      ))}
    </>
  );
}

/** A name and its figure on a plate, so that it can be read over anything. */
export function NameTag({ label: { x, y, width, height, text, strong } }: { label: Label }) {
  return (
    <g transform={`translate(${x - width / 2} ${y - height / 2})`}>
      <rect
        width={width}
        height={height}
        rx="6"
        fill="var(--color-surface)"
        fillOpacity="0.94"
        stroke="var(--color-line)"
      />
      <text x={width / 2} y={height / 2 + 4.5} textAnchor="middle" fontSize="13" fill="var(--color-ink)">
        <tspan fontWeight="650">{text}</tspan>
        {strong && <tspan> {strong}</tspan>}
      </text>
    </g>
  );
}

type MarkTagProps = { x: number; y: number; r: number; text: string; tone: number | null };

/** A letter beside a mark: its cluster, for whoever does not see its colour. */
export function MarkTag({ x, y, r, text, tone }: MarkTagProps) {
  return (
    <text
      x={x + r * 1.4}
      y={y + 4}
      fontSize="12"
      fontWeight="700"
      fill={toneColour(tone)}
      stroke="var(--color-sunken)"
      strokeWidth="3"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
