import { CalendarCheck2 } from 'lucide-react';
import type { Command } from '../command.ts';

export const reviewCommands: readonly Command[] = [
  {
    id: 'screen:/my-reviews',
    kind: 'screen',
    label: 'Your reviews',
    also: 'my reviews accept decline seat answer team',
    icon: CalendarCheck2,
    may: 'reviews.answer',
    to: '/my-reviews',
  },
];
