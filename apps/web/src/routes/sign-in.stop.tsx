import { createFileRoute } from '@tanstack/react-router';
import { StopScreen } from '../sign-in/stop-screen.tsx';

export const Route = createFileRoute('/sign-in/stop')({ component: StopScreen });
