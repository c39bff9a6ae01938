import { createFileRoute } from '@tanstack/react-router';
import { requireMay } from '../../session.ts';
import { readTrainingSearch } from '../../training/search.ts';
import { TrainingScreen } from '../../training/training-screen.tsx';

export const Route = createFileRoute('/_in/training')({
  validateSearch: readTrainingSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'training.read'),
  component: () => <TrainingScreen search={Route.useSearch()} />,
});
