import type { Permission } from '@lateral/domain/policy';
import {
  CalendarCheck2,
  CalendarDays,
  FileUp,
  GraduationCap,
  Handshake,
  History,
  House,
  type LucideIcon,
  Map as MapIcon,
  Scale,
  School,
  ScrollText,
  Settings,
  Sun,
  Users,
} from 'lucide-react';

export type NavItem = {
  to: string;
  label: string;
  icon: LucideIcon;
  may: Permission;
  /** Tells of every school: a permission for one's own schools is not enough. */
  isOfAll?: true;
};

const home: NavItem = { to: '/', label: 'Home', icon: House, may: 'partnership.read' };
const dailyItems: readonly NavItem[] = [
  { to: '/', label: 'Today', icon: Sun, may: 'seasons.read' },
  { to: '/reviews', label: 'Reviews', icon: CalendarCheck2, may: 'seasons.read' },
  { to: '/schools', label: 'Schools', icon: School, may: 'schools.read' },
  { to: '/ledger', label: 'Ledger', icon: Scale, may: 'ledger.read', isOfAll: true },
  { to: '/training', label: 'Training', icon: GraduationCap, may: 'training.read' },
  { to: '/clusters', label: 'Clusters', icon: MapIcon, may: 'clusters.read' },
  { to: '/people', label: 'People', icon: Users, may: 'people.read' },
];
const runningItems: readonly NavItem[] = [
  { to: '/members', label: 'Members', icon: Handshake, may: 'memberships.read', isOfAll: true },
  { to: '/agreements', label: 'Agreement', icon: ScrollText, may: 'agreements.read' },
  { to: '/imports', label: 'Imports', icon: FileUp, may: 'imports.read' },
  { to: '/calendar', label: 'Calendar', icon: CalendarDays, may: 'calendar.read' },
  { to: '/history', label: 'History', icon: History, may: 'history.read' },
  { to: '/settings', label: 'Settings', icon: Settings, may: 'partnership.update' },
];

/** The screens of the desk: the daily ones, then those that keep the partnership running. Those who only read have one list. */
export function screensFor(may: (permission: Permission) => boolean, hasWholeReach: boolean) {
  const isTheirs = (item: NavItem) => may(item.may) && (hasWholeReach || !item.isOfAll);
  const daily = dailyItems.filter(isTheirs);
  const running = runningItems.filter(isTheirs);
  return may('seasons.read') ? { daily, running } : { daily: [home, ...daily, ...running], running: [] };
}
