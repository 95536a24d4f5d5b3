/** @file `npm run --silent cli -- VERB ...`: builds src/cli when it is stale, then runs it. Only the verb prints on stdout. */
import { pathToFileURL } from 'node:url';
import { buildCli, cliProgram } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail } from './shell.mjs';

ensureInstalled({ quiet: true });
if (!buildCli()) fail('The command line could not be built; the message is above.');
// npm moves to the repository's folder first; file names are meant from where the command was typed.
if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(cliProgram).href);
