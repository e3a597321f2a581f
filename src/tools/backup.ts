import { readConfig } from '#src/config.ts';
import { obtainBackup } from './backup/obtain-backup.ts';
import { byDatabase, printRefusal, refuseOtherAccount } from './backup/refusal.ts';

/**
 * `npm run backup`: a copy of all that is kept, also while people answer: the program that runs makes it, and where none runs this one
 * does. The same settings as for the program. Exit: 0, or 1 when there is none or it is not whole.
 */
async function backup(): Promise<number> {
  const read = readConfig(process.env);
  if ('problems' in read) return printRefusal(...read.problems);
  const { config } = read;
  if (config.database !== undefined) return printRefusal(byDatabase);
  const refused = await refuseOtherAccount(config.dataDir);
  if (refused !== undefined) return printRefusal(refused);
  const outcome = await obtainBackup(config);
  if ('remedy' in outcome) return printRefusal(outcome);
  console.log(`${outcome.path}\n${outcome.documents} documents`);
  return outcome.unread === 0 ? 0 : printRefusal(notWhole(outcome.unread));
}

const notWhole = (unread: number) => ({
  message: `${unread} documents could not be read and are not in it. The latest whole backup is kept beside it.`,
  remedy: 'Look at what the log of the program says of them.',
});

process.exitCode = await backup();
