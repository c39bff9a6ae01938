import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** A token, the one time that it is shown. */
export function MadeToken({ token, name, onClose }: { token: string; name: string; onClose: () => void }) {
  return (
    <Dialog
      title={`The token for ${name}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <div className="grid gap-4">
        <p>Copy it now. We do not keep it, so it cannot be shown again.</p>
        <CopyField name="token" label="Token" value={token} />
        <p className="text-muted">
          The program sends it with every call, in the header <code>Authorization: Bearer …</code>
        </p>
      </div>
    </Dialog>
  );
}
