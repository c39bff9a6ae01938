import { buildQueryClient } from './query-client.ts';
import { Door } from './sign-in/door.tsx';
import { start } from './start.tsx';

// The pages before sign-in, on their own (sign-in.html): nobody waits there for the workspace.
start(
  buildQueryClient(() => {}),
  <Door path={location.pathname} search={new URLSearchParams(location.search)} />,
);
