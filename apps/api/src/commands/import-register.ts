import { runImportCommand } from './import.ts';

await runImportCommand('register');
