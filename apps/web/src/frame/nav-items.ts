import type { Permission } from '@lateral/domain/policy';
import {
  CalendarCheck2,
  CalendarDays,
  FileUp,
  History,
  House,
  type LucideIcon,
  Map as MapIcon,
  School,
  ScrollText,
  Settings,
  Sun,
  Users,
} from 'lucide-react';

export type NavItem = { to: string; label: string; icon: LucideIcon; may: Permission };

const home: NavItem = { to: '/', label: 'Home', icon: House, may: 'partnership.read' };
const dailyItems: readonly NavItem[] = [
  { to: '/', label: 'Today', icon: Sun, may: 'seasons.read' },
  { to: '/reviews', label: 'Reviews', icon: CalendarCheck2, may: 'seasons.read' },
  { to: '/schools', label: 'Schools', icon: School, may: 'schools.read' },
  { to: '/clusters', label: 'Clusters', icon: MapIcon, may: 'clusters.read' },
  { to: '/people', label: 'People', icon: Users, may: 'people.read' },
];
const runningItems: readonly NavItem[] = [
  { to: '/agreements', label: 'Agreement', icon: ScrollText, may: 'agreements.read' },
  { to: '/imports', label: 'Imports', icon: FileUp, may: 'imports.read' },
  { to: '/calendar', label: 'Calendar', icon: CalendarDays, may: 'calendar.read' },
  { to: '/history', label: 'History', icon: History, may: 'history.read' },
  { to: '/settings', label: 'Settings', icon: Settings, may: 'partnership.update' },
];

/** The screens of the desk: the daily ones, then those that keep the partnership running. Those who only read have one list. */
export function screensFor(may: (permission: Permission) => boolean) {
  const daily = dailyItems.filter((item) => may(item.may));
  const running = runningItems.filter((item) => may(item.may));
  return may('seasons.read') ? { daily, running } : { daily: [home, ...daily, ...running], running: [] };
}
