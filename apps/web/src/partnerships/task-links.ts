import type { TaskKind } from '@lateral/domain/partnerships/tasks';
import {
  CalendarClock,
  CalendarDays,
  CalendarX2,
  CircleAlert,
  CircleHelp,
  FileCheck2,
  GraduationCap,
  Handshake,
  type LucideIcon,
  MailQuestion,
  Map as MapIcon,
  RefreshCw,
  School,
  Send,
  Sparkles,
  UserPlus,
  UserSearch,
  UserX,
} from 'lucide-react';

type TaskLink = { icon: LucideIcon; tone: 'risk' | 'waiting' | 'asked'; to: string; search?: object };

/** Where each task is done, and the mark that it carries. */
export const taskLinks: Record<TaskKind, TaskLink> = {
  clashes: { icon: CircleAlert, tone: 'risk', to: '/reviews', search: { tab: 'clashes' } },
  'short-of-people': { icon: UserSearch, tone: 'risk', to: '/reviews', search: { tab: 'short' } },
  unpublished: { icon: Send, tone: 'asked', to: '/reviews', search: { tab: 'changed' } },
  'answers-waiting': {
    icon: MailQuestion,
    tone: 'waiting',
    to: '/reviews',
    search: { view: 'reviewers', answer: 'waiting' },
  },
  'offers-waiting': { icon: CalendarClock, tone: 'waiting', to: '/reviews/offers' },
  'days-short': { icon: UserX, tone: 'risk', to: '/reviews' },
  'unplaced-schools': { icon: CalendarX2, tone: 'risk', to: '/reviews' },
  'apply-import': { icon: FileCheck2, tone: 'asked', to: '/imports' },
  'settle-schools': { icon: CircleHelp, tone: 'waiting', to: '/schools', search: { show: 'unsettled' } },
  'settle-conversions': { icon: RefreshCw, tone: 'waiting', to: '/members', search: { needs: 'conversion' } },
  'import-register': { icon: School, tone: 'asked', to: '/imports' },
  'mark-members': { icon: Handshake, tone: 'asked', to: '/schools', search: { member: 'no' } },
  'assign-clusters': { icon: MapIcon, tone: 'waiting', to: '/schools', search: { cluster: 'none' } },
  'import-people': { icon: UserPlus, tone: 'asked', to: '/imports' },
  'record-training': { icon: GraduationCap, tone: 'waiting', to: '/people' },
  'set-terms': { icon: CalendarDays, tone: 'waiting', to: '/calendar' },
  'plan-season': { icon: Sparkles, tone: 'asked', to: '/reviews' },
};
