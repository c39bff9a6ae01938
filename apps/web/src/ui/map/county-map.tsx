import type { Phase } from '@lateral/domain/schools/phases';
import { useId, useMemo, useState } from 'react';
import { useWidth } from '../use-width.ts';
import { Drawing, MarkTag, NameTag } from './drawing.tsx';
import type { GroundPoint } from './grid.ts';
import { labelOf } from './labels.ts';
import { MapButtons } from './map-buttons.tsx';
import { groupMarks, type Mark, nearestMark, shapeAt } from './marks.ts';
import { useMapKeys } from './use-map-keys.ts';
import { type MapArea, type MapPoint, useMapLayout } from './use-map-layout.ts';
import { useMapPointer } from './use-map-pointer.ts';
import { useMapView } from './use-map-view.ts';

type Props = {
  label: string;
  /** The schools that make the county's outline and areas: the same ones whatever is looked for. */
  ground: readonly GroundPoint[];
  points: readonly MapPoint[];
  areas: readonly MapArea[];
  /** Pairs of schools with a line between them. */
  lines?: readonly (readonly [from: string, to: string])[];
  chosenId: string | null;
  onChoose: (id: string | null) => void;
};

/** Nearer than this the names of areas would only be in the way. */
const namesUpTo = 6;

/**
 * The county as its schools fill it. Drag, the buttons, or the keys move and zoom; a press near a school, or N and P,
 * choose one. Everything that it shows is also in a table beside it.
 */
export function CountyMap({ label, ground, points, areas, lines = [], chosenId, onChoose }: Props) {
  const hintId = useId();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const height = Math.round(Math.min(640, Math.max(320, width * 0.82)));
  const layout = useMapLayout(ground, points, areas, width, height);
  const { marks } = layout;
  const mapView = useMapView(width, height);
  const { zoom, x, y } = mapView.view;
  const r = markSize(points.length, zoom);
  const groups = useMemo(() => groupMarks(marks, zoom, r), [marks, zoom, r]);
  const [hoverId, setHoverId] = useState<string | null>(null);
  const find = (at: { x: number; y: number }, reach: number) =>
    nearestMark(marks, (at.x - x) / zoom, (at.y - y) / zoom, reach / zoom)?.id ?? null;
  const toScreen = <T extends { x: number; y: number }>(one: T) => ({
    ...one,
    x: one.x * zoom + x,
    y: one.y * zoom + y,
  });
  const isSeen = (at: { x: number; y: number }) => at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height;
  const chosen = marks.find(({ id }) => id === chosenId);
  const map = {
    ...mapView,
    /** Towards the chosen school while it is in sight, else towards the middle. */
    zoomBy: (factor: number) => {
      const at = chosen && toScreen(chosen);
      mapView.zoomAt(factor, at && isSeen(at) ? at : { x: width / 2, y: height / 2 });
    },
  };
  const pointer = useMapPointer(map, {
    onPress: (at) => onChoose(find(at, 22)),
    onHover: (at) => setHoverId(at && find(at, 12)),
  });
  const onKeyDown = useMapKeys(map, { marks, chosenId, onChoose });
  const named =
    marks.find(({ id }) => id === hoverId) ?? (chosen && isSeen(toScreen(chosen)) ? chosen : undefined);
  const name = points.find(({ id }) => id === named?.id)?.name;
  const hand = hoverId ? 'cursor-pointer' : zoom > 1 ? 'cursor-grab active:cursor-grabbing' : '';
  return (
    <div ref={ref} className="relative overflow-hidden">
      <p id={hintId} className="sr-only">
        Arrow keys move, plus and minus zoom, 0 shows the whole county, N and P go from school to school. The
        table holds the same.
      </p>
      <div
        role="application"
        aria-roledescription="map"
        aria-label={label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move it
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...pointer}
        className={`focus-inside block rounded-card ${zoom > 1 ? 'touch-none' : 'touch-pan-y'} ${hand}`}
      >
        <svg width={width} height={height} aria-hidden="true" className="block select-none">
          <Drawing
            outline={layout.outline}
            areas={layout.areas.map((path, tone) => ({ key: String(tone), path, tone }))}
            groups={groups}
            labels={zoom > namesUpTo ? [] : layout.labels.map(toScreen)}
            view={map.view}
          />
          {lines.map(([from, to]) => (
            <Line
              key={`${from} ${to}`}
              ends={[from, to].flatMap((id) => marks.filter((m) => m.id === id))}
              at={toScreen}
            />
          ))}
          {marks.map(
            (mark) =>
              mark.tag && (
                <MarkTag key={mark.id} {...toScreen(mark)} text={mark.tag} tone={mark.tone} r={r} />
              ),
          )}
          {chosen && <Ring {...toScreen(chosen)} r={r} />}
          {named && name && <NameTag label={nameOver(name, toScreen(named), width)} />}
        </svg>
      </div>
      <MapButtons map={map} />
    </div>
  );
}

/** Marks grow a little as the reader comes nearer, and are smaller where there are thousands. */
const markSize = (count: number, zoom: number) =>
  Math.round((count > 2000 ? 2.4 : 4.2) * Math.min(1.8, 1 + Math.log2(zoom) / 4) * 10) / 10;

function nameOver(name: string, { x, y }: { x: number; y: number }, width: number) {
  const label = labelOf(name, '', [x, y < 40 ? y + 24 : y - 24]);
  const half = label.width / 2 + 2;
  return { ...label, x: Math.min(Math.max(x, half), width - half) };
}

type LineProps = { ends: readonly Mark[]; at: (mark: Mark) => Mark };

function Line({ ends, at }: LineProps) {
  const [from, to] = ends.map(at);
  if (!from || !to) return null;
  return (
    <line
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      stroke="var(--color-pen)"
      strokeWidth="2"
      strokeDasharray="6 3"
    />
  );
}

function Ring({ x, y, phase, r }: { x: number; y: number; phase: Phase | null; r: number }) {
  return (
    <g fill="none">
      <circle cx={x} cy={y} r={r * 2.6} stroke="var(--color-focus-gold)" strokeWidth="6" />
      <circle cx={x} cy={y} r={r * 2.6} stroke="var(--color-focus-ink)" strokeWidth="2.5" />
      <path d={shapeAt(phase, x, y, r)} stroke="var(--color-focus-ink)" strokeWidth="1.5" />
    </g>
  );
}
