import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useSession } from '../session.ts';
import { FrameToolsContext } from './tools.ts';
import { useFrameKeys } from './use-frame-keys.ts';

const DeskFrame = lazy(() => import('./desk-frame.tsx').then((m) => ({ default: m.DeskFrame })));
const PhoneFrame = lazy(() => import('./phone-frame.tsx').then((m) => ({ default: m.PhoneFrame })));
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((m) => ({ default: m.KeysDialog })));

type Props = {
  /** The command palette, and what stands under "Your saved views": put together in routes. */
  Palette: ComponentType<{ onClose: () => void }>;
  savedViews: ReactNode;
};

/** Those who see the whole partnership have a desk; a school is met on a phone, and loads nothing of the desk. */
export function Frame({ Palette, savedViews }: Props) {
  const { hasWholeReach } = useSession();
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null);
  const close = () => setOpened(null);
  const tools = useMemo(
    () => ({ openPalette: () => setOpened('palette'), openKeys: () => setOpened('keys') }),
    [],
  );
  useFrameKeys(tools);
  return (
    <FrameToolsContext value={tools}>
      <Suspense>{hasWholeReach ? <DeskFrame savedViews={savedViews} /> : <PhoneFrame />}</Suspense>
      <Suspense>
        {opened === 'palette' && <Palette onClose={close} />}
        {opened === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </FrameToolsContext>
  );
}
