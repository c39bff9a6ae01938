import { X } from 'lucide-react';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import type { MapSchool } from './arrange-map.ts';

type Props = { school: MapSchool; clusterNames: readonly string[]; onClose: () => void };

/** The school that was chosen on the map. */
export function MapCard({ school: { id, name, phase, member }, clusterNames, onClose }: Props) {
  return (
    <section aria-label={name} className="rounded-card border-2 border-pen bg-pen-soft px-4 pt-2.5 pb-4">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 pt-1 text-lead">{name}</h2>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="-mr-2 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {phase ? <PhaseMark phase={phase} /> : <span>Phase not known</span>}
        <span>{member ? 'Member' : 'Not yet a member'}</span>
        <span>{clusterNames.join(', ') || 'In no cluster'}</span>
      </p>
      <p className="mt-2">
        <Link
          to="/schools/$schoolId"
          params={{ schoolId: id }}
          className="max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
        >
          Open the school’s page
        </Link>
      </p>
    </section>
  );
}
