import { CalendarX2, Sparkles, Table2 } from 'lucide-react';
import type { Command } from '../command.ts';

export const seasonCommands: readonly Command[] = [
  {
    id: 'plan-season',
    kind: 'action',
    label: 'Plan the season',
    also: 'reviews draft',
    icon: Sparkles,
    may: 'seasons.plan',
    to: '/reviews',
  },
  {
    id: 'season-table',
    kind: 'screen',
    label: 'Reviews as a table',
    also: 'season list',
    icon: Table2,
    may: 'seasons.read',
    to: '/reviews',
    search: { view: 'table' },
  },
  {
    id: 'unplaced',
    kind: 'screen',
    label: 'Schools without a review date',
    also: 'unplaced reviews season',
    icon: CalendarX2,
    may: 'seasons.read',
    to: '/reviews',
    search: { view: 'unplaced' },
  },
];
