import type { ApiToken } from '@lateral/contract/tokens';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { showToast } from '../ui/toasts.ts';
import { useEndToken } from './queries.ts';

/** Asks before a token is taken back: there is no way to give the same one out again. */
export function EndTokenDialog({ token, onClose }: { token: ApiToken; onClose: () => void }) {
  const end = useEndToken();
  const send = () =>
    end.mutate(token.id, {
      onSuccess: () => {
        showToast({ text: `${token.name} may do nothing any more` });
        onClose();
      },
    });
  return (
    <Dialog
      title={`Take back ${token.name}?`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={end.isPending} onClick={send}>
            Take it back
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <p>
        The program that uses it is refused from now on. You cannot give the same token out again, but you can
        make a new one.
      </p>
      {end.error && <ErrorNote error={end.error} />}
    </Dialog>
  );
}
