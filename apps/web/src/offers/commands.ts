import { BellRing, CalendarCheck2, ListChecks } from 'lucide-react';
import type { Command } from '../command.ts';

export const offerCommands: readonly Command[] = [
  {
    id: 'offer-days',
    kind: 'action',
    label: 'Offer reviewer days',
    also: 'send head deputy blocked dates availability review',
    icon: CalendarCheck2,
    may: 'offers.read',
    to: '/reviews/offer',
  },
  {
    id: 'offers',
    kind: 'screen',
    label: 'Reviewer days that schools offer',
    also: 'ask schools for their days availability season who has sent',
    icon: ListChecks,
    may: 'offers.ask',
    to: '/reviews/offers',
  },
  {
    id: 'remind-offers',
    kind: 'action',
    label: 'Remind schools to send their days',
    also: 'chase reviewer days offers waiting',
    icon: BellRing,
    may: 'offers.ask',
    to: '/reviews/offers',
    search: { state: 'waiting' },
  },
];
