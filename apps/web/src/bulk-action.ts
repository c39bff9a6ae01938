import type { Permission } from '@lateral/domain/policy';
import type { ComponentType } from 'react';

export type BulkDialogProps = {
  /** How many rows are chosen. */
  count: number;
  /** Their ids; asked for when they are needed, because they may be more than are shown. */
  listIds: () => Promise<string[]>;
  onClose: () => void;
  /** It has been done: nothing is chosen any more. */
  onDone: () => void;
};

/** Something that another capability can do with the chosen rows of a list; routes puts the two together. */
export type BulkAction = { label: string; may: Permission; Dialog: ComponentType<BulkDialogProps> };
