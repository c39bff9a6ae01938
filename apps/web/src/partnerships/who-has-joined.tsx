import { type Phase, phases } from '@lateral/domain/schools/phases';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { JoiningRing } from '../ui/joining-ring.tsx';
import { PhaseMark, phaseWords } from '../ui/phase-mark.tsx';
import { TextButton } from '../ui/text-button.tsx';
import type { Today } from './queries.ts';
import { joinedFinding } from './words.ts';

type Row = { phase: Phase; schools: number; members: number };
const share = ({ members, schools }: Row) =>
  schools === 0 ? '–' : `${Math.round((members / schools) * 100)}%`;

export function WhoHasJoined({ today }: { today: Today }) {
  const [isTableOpen, setIsTableOpen] = useState(false);
  const rows: Row[] = phases.flatMap((phase) => {
    const found = today.phases.find((one) => one.phase === phase);
    return found ? [{ phase, schools: found.schools, members: found.members }] : [];
  });
  return (
    <Card
      title="Who has joined"
      action={rows.length > 0 && <TextButton onClick={() => setIsTableOpen(true)}>See as table</TextButton>}
    >
      <p className="mb-3 text-sm text-muted">{joinedFinding(today.schools.members, today.schools.counted)}</p>
      {rows.length > 0 && (
        <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-4">
          <JoiningRing rings={rows} />
          <ul className="grid min-w-60 flex-1 gap-2">
            {rows.map((row) => (
              <li key={row.phase} className="flex items-center gap-3">
                <span className="flex-1">
                  <PhaseMark phase={row.phase} />
                </span>
                <span className="text-sm whitespace-nowrap text-muted">
                  <strong className="text-base text-ink">{row.members}</strong> of {row.schools}
                </span>
                <span className="w-11 text-right text-sm text-muted">{share(row)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isTableOpen && <JoinedTable rows={rows} onClose={() => setIsTableOpen(false)} />}
    </Card>
  );
}

function JoinedTable({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) {
  return (
    <Dialog title="Who has joined" onClose={onClose}>
      <table className="w-full text-right">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {['Kind of school', 'Members', 'Schools', 'Share'].map((head) => (
              <th key={head} scope="col" className="py-2 font-semibold first:text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.phase} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 text-left font-normal">
                {phaseWords[row.phase]}
              </th>
              <td>{row.members}</td>
              <td>{row.schools}</td>
              <td>{share(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
