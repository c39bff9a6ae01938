import { createFileRoute } from '@tanstack/react-router';
import { LinkScreen } from '../sign-in/link-screen.tsx';

export const Route = createFileRoute('/sign-in/link')({ component: LinkScreen });
