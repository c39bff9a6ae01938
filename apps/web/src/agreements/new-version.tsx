import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { PageHeader } from '../ui/page-header.tsx';

type Props = { schoolId: string; number: number; onGoOn: () => void };

/** Another version has come into force in the middle: nothing was signed, and one begins with reading that one. */
export function NewVersion({ schoolId, number, onGoOn }: Props) {
  const navigate = useNavigate();
  useEffect(() => void focusHeading(), []);
  const read = () => {
    onGoOn();
    void navigate({ to: '/schools/$schoolId/agreement', params: { schoolId }, search: { step: 'read' } });
  };
  return (
    <div className="max-w-2xl">
      <PageHeader title="Another version is in force now" tab="Membership agreement" />
      <p className="mb-5 max-w-prose">
        Version {number} was issued while you were here. Nothing has been signed. Please read the new version;
        your governing body must agree to that one.
      </p>
      <Button variant="primary" onClick={read}>
        Read version {number}
      </Button>
    </div>
  );
}
