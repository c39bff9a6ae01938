import type { Season } from '@lateral/contract/seasons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { focusHeading } from '../ui/focus-heading.ts';
import type { Row } from './arrange.ts';
import { DayDialog } from './day-dialog.tsx';
import { openingsQuery } from './hand-queries.ts';
import { fitsByWeek, type Placing, PlacingContext } from './placing.ts';
import { PlacingBar } from './placing-bar.tsx';

type Props = {
  season: Pick<Season, 'id' | 'draftVersion'>;
  rows: readonly Row[];
  /** The school that is open beside the board. */
  open: Row | undefined;
  box: RefObject<HTMLElement | null>;
  children: ReactNode;
};

const stopOf = (box: HTMLElement | null, schoolId: string) =>
  box?.querySelector<HTMLElement>(`[data-review="${schoolId}"]`) ??
  box?.querySelector<HTMLElement>(`[data-school="${schoolId}"]`);

/** A school that has its day may have left the list: then its neighbour has focus, or the heading. */
function focusAfter(box: HTMLElement | null, schoolId: string, next: string) {
  const stop = stopOf(box, schoolId) ?? stopOf(box, next);
  if (stop) stop.focus();
  else focusHeading();
}

/** The stop after a school's own (or before it, where it is the last). */
function nextTo(box: HTMLElement | null, schoolId: string) {
  const ids = [...(box?.querySelectorAll<HTMLElement>('[data-review]') ?? [])].map((e) => e.dataset.review);
  const at = ids.indexOf(schoolId);
  return ids[at + 1] ?? ids[at - 1] ?? '';
}

/** Finds a day on the timeline: for the school that is open and has none, or for the one that is to move. */
export function PlacingBoard({ season, rows, open, box, children }: Props) {
  const [schoolId, setSchoolId] = useState<string | null>(null);
  const [week, setWeek] = useState<string | null>(null);
  const isByKey = useRef(false);
  const next = useRef('');
  const undated = open && !open.review ? open.schoolId : null;
  useEffect(() => setSchoolId(undated), [undated]);
  const row = rows.find((one) => one.schoolId === schoolId);
  // Placed, it has left the list that is looked at, and the dialog with it.
  const hasLeft = schoolId !== null && week !== null && !row;
  useEffect(() => {
    if (!hasLeft) return;
    setWeek(null);
    setSchoolId(null);
    setTimeout(() => focusAfter(box.current, '', next.current));
  }, [hasLeft, box]);
  const place = { seasonId: season.id, schoolId: schoolId ?? '' };
  const { data, error } = useQuery({
    ...openingsQuery(place, season.draftVersion),
    enabled: row !== undefined,
  });
  const day = row?.review?.day;
  const fits = useMemo(() => (data ? fitsByWeek(data.items, day) : null), [data, day]);
  useEffect(() => {
    if (!fits || !isByKey.current) return;
    isByKey.current = false;
    box.current?.querySelector<HTMLElement>('[data-fit]')?.focus();
  }, [fits, box]);
  const end = () => {
    if (schoolId && box.current?.contains(document.activeElement)) stopOf(box.current, schoolId)?.focus();
    setSchoolId(null);
  };
  const placing: Placing = {
    schoolId: row ? schoolId : null,
    fits,
    begin: (id, byKey) => {
      isByKey.current = byKey;
      if (byKey && id === schoolId) box.current?.querySelector<HTMLElement>('[data-fit]')?.focus();
      setSchoolId(id);
    },
    chooseWeek: (monday) => {
      next.current = nextTo(box.current, schoolId ?? '');
      setWeek(monday);
    },
    end,
  };
  return (
    <PlacingContext value={placing}>
      {children}
      {row && <PlacingBar row={row} fits={fits} error={error} onEnd={end} />}
      {row && week && (
        <DayDialog
          seasonId={season.id}
          draftVersion={season.draftVersion}
          row={row}
          week={week}
          onClose={() => setWeek(null)}
          onPlaced={() => {
            setWeek(null);
            setSchoolId(null);
            setTimeout(() => focusAfter(box.current, row.schoolId, next.current));
          }}
        />
      )}
    </PlacingContext>
  );
}
