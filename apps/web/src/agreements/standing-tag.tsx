import type { AgreementSummary } from '@lateral/contract/agreements';
import { StatusTag } from '../ui/status-tag.tsx';
import { standing } from './words.ts';

export function StandingTag({ version }: { version: AgreementSummary }) {
  const { status, text } = standing(version);
  return <StatusTag status={status}>{text}</StatusTag>;
}
