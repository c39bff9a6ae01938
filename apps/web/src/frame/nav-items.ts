import type { Permission } from '@lateral/domain/policy';
import {
  CalendarCheck2,
  CalendarDays,
  FileUp,
  type LucideIcon,
  Map as MapIcon,
  School,
  Settings,
  Sun,
  Users,
} from 'lucide-react';

export type NavItem = { to: string; label: string; icon: LucideIcon; may: Permission };

/** The broker's screens: the daily ones, then those that keep the partnership running. */
export const dailyItems: readonly NavItem[] = [
  { to: '/', label: 'Today', icon: Sun, may: 'seasons.read' },
  { to: '/reviews', label: 'Reviews', icon: CalendarCheck2, may: 'seasons.read' },
  { to: '/schools', label: 'Schools', icon: School, may: 'schools.read' },
  { to: '/clusters', label: 'Clusters', icon: MapIcon, may: 'clusters.read' },
  { to: '/people', label: 'People', icon: Users, may: 'people.read' },
];
export const runningItems: readonly NavItem[] = [
  { to: '/imports', label: 'Imports', icon: FileUp, may: 'imports.read' },
  { to: '/calendar', label: 'Calendar', icon: CalendarDays, may: 'calendar.read' },
  { to: '/settings', label: 'Settings', icon: Settings, may: 'partnership.update' },
];
