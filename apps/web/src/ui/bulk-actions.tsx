import { Suspense, useState } from 'react';
import type { BulkAction, BulkDialogProps } from '../bulk-action.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';

type Props = { actions: readonly BulkAction[]; chosen: Omit<BulkDialogProps, 'onClose'> };

/** In a bulk bar: what other capabilities can do with the chosen rows. */
export function BulkActions({ actions, chosen }: Props) {
  const { may } = useSession();
  const [opened, setOpened] = useState<BulkAction | null>(null);
  return (
    <>
      {actions
        .filter((action) => may(action.may))
        .map((action) => (
          <Button key={action.label} size="small" onClick={() => setOpened(action)}>
            {action.label}
          </Button>
        ))}
      {opened && (
        <Suspense>
          <opened.Dialog {...chosen} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
