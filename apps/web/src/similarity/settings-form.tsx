import { similarityInputs } from '@lateral/domain/similarity/inputs';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { WeightSlider } from './weight-slider.tsx';

type Props = {
  settings: SimilaritySettings;
  schools: number;
  onChange: (settings: SimilaritySettings) => void;
  actions: ReactNode;
  /** Who chose what is kept, and when. */
  note: string;
};

const bars = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20];
const barOptions = (now: number) =>
  [...new Set([...bars, now])]
    .toSorted((a, b) => a - b)
    .map((km) => ({ value: String(km), label: km === 0 ? 'No bar' : `${km} km` }));

/** "3 clusters of 13", "4 clusters of 9 or 10". */
function clusterOptions(schools: number, now: number) {
  const most = Math.max(now, Math.min(24, Math.floor(schools / 2)));
  return Array.from({ length: Math.max(1, most) }, (_, i) => {
    const clusters = i + 1;
    const [least, rest] = [Math.floor(schools / clusters), schools % clusters];
    const size = rest === 0 ? `${least}` : `${least} or ${least + 1}`;
    return { value: String(clusters), label: `${clusters} of ${size} schools` };
  });
}

/** What counts when schools are compared, how far apart they must be, and how many clusters there are to be. */
export function SettingsForm({ settings, schools, onChange, actions, note }: Props) {
  const { weights, barKm, clusters } = settings;
  return (
    <Card title="What should count" footer={<div className="flex flex-wrap gap-2">{actions}</div>}>
      <p className="mb-4 text-sm text-muted">{note}</p>
      <div className="grid gap-x-8 gap-y-4 @3xl:grid-cols-2 @6xl:grid-cols-1">
        {similarityInputs.map((input) => (
          <WeightSlider
            key={input}
            input={input}
            weight={weights[input]}
            onChange={(weight) => onChange({ ...settings, weights: { ...weights, [input]: weight } })}
          />
        ))}
        <Select
          name="bar"
          label="Keep neighbours apart"
          hint="Schools nearer than this compete for pupils, so they should not share a cluster. Five kilometres is about the three miles that a pupil may be asked to walk."
          options={barOptions(barKm)}
          value={String(barKm)}
          onChange={(km) => onChange({ ...settings, barKm: Number(km) })}
        />
        <Select
          name="cluster-count"
          label="How many clusters"
          options={clusterOptions(schools, clusters)}
          value={String(clusters)}
          onChange={(count) => onChange({ ...settings, clusters: Number(count) })}
        />
      </div>
    </Card>
  );
}
