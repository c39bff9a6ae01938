import { createFileRoute } from '@tanstack/react-router';
import { MailboxScreen } from '../sign-in/mailbox-screen.tsx';

export const Route = createFileRoute('/mailbox')({ component: MailboxScreen });
