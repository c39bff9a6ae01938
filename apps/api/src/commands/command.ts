import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CannotStart } from '@lateral/db/embedded';
import { type Installation, openInstallation } from '../installation.ts';

/** The command was called wrongly: its message says how to call it. */
export class Usage extends Error {}

/** Reads the command line. @throws Usage */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n${usage}`);
  }
}

/** Runs a command on this machine's installation. Says faults in a sentence: exit status 2 for a wrong call, 1 for the rest. */
export async function runCommand(work: () => Promise<(installation: Installation) => Promise<void>>) {
  let installation: Installation | undefined;
  try {
    const act = await work();
    installation = await openInstallation();
    await act(installation);
  } catch (error) {
    const isExpected = error instanceof Usage || error instanceof CannotStart;
    console.error(isExpected ? (error as Error).message : error);
    process.exitCode = error instanceof Usage ? 2 : 1;
  } finally {
    await installation?.close();
  }
}
