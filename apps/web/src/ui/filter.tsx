import { phases } from '@lateral/domain/schools/phases';
import type { ComponentProps } from 'react';
import { phaseWords } from './phase-mark.tsx';
import { Select } from './select.tsx';

type Props = Omit<ComponentProps<typeof Select>, 'value' | 'isLabelHidden' | 'onChange'> & {
  /** Nothing where it is not narrowed down. */
  value: string | number | undefined;
  onFilter: (value: string | undefined) => void;
};

/** One choice that narrows a list down; its option of an empty value takes it off. */
export function Filter({ value = '', onFilter, ...rest }: Props) {
  return (
    <Select {...rest} isLabelHidden value={String(value)} onChange={(one) => onFilter(one || undefined)} />
  );
}

export const phaseOptions = [
  { value: '', label: 'Every phase' },
  ...phases.map((phase) => ({ value: phase as string, label: phaseWords[phase] })),
];
