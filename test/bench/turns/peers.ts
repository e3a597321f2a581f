import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';

/**
 * Peers that the project does not depend on, in a folder of their own. Their install scripts are not run: that of
 * botbuilder-dialogs breaks an install without a terminal, and neither needs it.
 */
const folder = process.env.PEERS ?? join(tmpdir(), 'trajectoires-bench-peers');
const packages = ['botbuilder-dialogs@4.23.3', 'offline-directline@1.3.1'];

/** What is to be done to measure them; nothing once they are there. */
export const remedy = (): string | undefined =>
  packages.every((one) => existsSync(join(folder, 'node_modules', one.split('@')[0] ?? '')))
    ? undefined
    : 'npm run bench -- peers';

export const fromPeers = <T>(name: string): T => createRequire(join(folder, 'index.js'))(name) as T;

/** `npm run bench -- peers`. */
export function installPeers(): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm could not install ${packages.join(' and ')} in ${folder}`);
  console.log(`${packages.join(' and ')} stand in ${folder}: npm run bench -- turns measures them too`);
}

/** As much of botbuilder-dialogs as a waterfall needs. */
export interface DialogModule {
  readonly DialogSet: new (
    property: unknown,
  ) => {
    add(dialog: unknown): void;
    createContext(context: TurnContext): Promise<{
      continueDialog(): Promise<unknown>;
      beginDialog(id: string): Promise<unknown>;
    }>;
  };
  readonly WaterfallDialog: new (id: string, steps: readonly WaterfallStep[]) => object;
  readonly ChoicePrompt: Prompt;
  readonly ConfirmPrompt: Prompt;
  readonly NumberPrompt: Prompt;
  readonly TextPrompt: Prompt;
}

type Prompt = new (id: string, validator?: undefined, locale?: string) => object;

export type WaterfallStep = (step: {
  readonly context: TurnContext;
  prompt(id: string, options: object): Promise<unknown>;
  endDialog(): Promise<unknown>;
}) => Promise<unknown>;
