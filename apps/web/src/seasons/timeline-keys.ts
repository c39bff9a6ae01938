import type { KeyboardEvent } from 'react';
import { hasLetterKeys } from '../preferences.ts';
import type { Placing } from './placing.ts';

const stops = '[data-review], [data-cluster]';

/**
 * The keys of the timeline. Up and down go to the review (or the cluster) before and after; on a school, M finds a day;
 * among the weeks that fit, left and right go from one to the next and Escape stops. Elsewhere sideways stays the
 * region's own scrolling.
 */
export const timelineKeys = (placing: Placing | null) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const isDone =
    target.dataset.fit !== undefined
      ? amongFits(event, target, placing)
      : beginByKey(event, target, placing) || goUpOrDown(event, target);
  if (isDone) event.preventDefault();
};

function amongFits(event: KeyboardEvent<HTMLElement>, from: HTMLElement, placing: Placing | null) {
  const { key, currentTarget } = event;
  if (key === 'Escape') {
    // It stops the finding alone: the panel beside the board stays.
    event.stopPropagation();
    placing?.end();
    return true;
  }
  const cells = [...currentTarget.querySelectorAll<HTMLElement>('[data-fit]')];
  const at = cells.indexOf(from);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cells.length - 1 }[key];
  if (next !== undefined) cells[next]?.focus();
  return next !== undefined;
}

function beginByKey({ key }: KeyboardEvent, target: HTMLElement, placing: Placing | null) {
  const own = target.closest<HTMLElement>('[data-review], [data-school]');
  const schoolId = own?.dataset.review ?? own?.dataset.school;
  if (!placing || !schoolId || key.toLowerCase() !== 'm' || !hasLetterKeys()) return false;
  placing.begin(schoolId, true);
  return true;
}

function goUpOrDown({ key, currentTarget }: KeyboardEvent<HTMLElement>, target: HTMLElement) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const from = target.closest<HTMLElement>(stops);
  if (!step || !from) return false;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(stops)];
  all[all.indexOf(from) + step]?.focus();
  return true;
}
