import type { Phase } from '@lateral/domain/schools/phases';
import { useId } from 'react';
import { shapeAt } from './marks.ts';
import { Textures, textureId, toneColour } from './textures.tsx';

/** A school's mark as the map draws it, for a legend. */
export function MarkSample({ phase, isHollow = false }: { phase: Phase; isHollow?: boolean }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5 shrink-0 text-ink">
      <path
        d={shapeAt(phase, 7, 7.4, 4.6)}
        fill={isHollow ? 'var(--color-surface)' : 'currentColor'}
        stroke="currentColor"
        strokeWidth={isHollow ? 1.8 : 0}
      />
    </svg>
  );
}

/** A cluster's colour with its texture, or with its letter. */
export function ToneSwatch({ tone, text = '' }: { tone: number; text?: string }) {
  const id = useId();
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0">
      {!text && <Textures prefix={id} />}
      <rect x="1" y="1" width="22" height="22" rx="5" fill={toneColour(tone)} fillOpacity="0.2" />
      {!text && <rect x="1" y="1" width="22" height="22" rx="5" fill={`url(#${textureId(id, tone)})`} />}
      <rect
        x="1"
        y="1"
        width="22"
        height="22"
        rx="5"
        fill="none"
        stroke={toneColour(tone)}
        strokeWidth="1.5"
      />
      <text x="12" y="16.5" textAnchor="middle" fontSize="13" fontWeight="700" fill={toneColour(tone)}>
        {text}
      </text>
    </svg>
  );
}
