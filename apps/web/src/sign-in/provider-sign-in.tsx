import { ExternalLink } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useVisitProvider } from './queries.ts';
import { providerErrorWords } from './words.ts';

/** Signs in at the provider that the installation is set to, such as DfE Sign-in. */
export function ProviderSignIn({ name, to }: { name: string; to: string }) {
  const visit = useVisitProvider(to);
  return (
    <div className="grid gap-3">
      <div>
        <Button icon={ExternalLink} isPending={visit.isPending} onClick={() => visit.mutate()}>
          Sign in with {name}
        </Button>
      </div>
      {visit.error && <ErrorNote error={visit.error} words={providerErrorWords} />}
    </div>
  );
}
