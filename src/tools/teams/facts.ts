import { shorten } from '#cards/parts/plain.ts';
import type { Config } from '#src/config.ts';
import { longestDeveloper } from './manifest-schema.ts';

/** What the package says of this installation. */
export interface ManifestFacts {
  /** The bot's application id, which the Teams app shares. */
  readonly appId: string;
  /** An https address without a final slash. */
  readonly publicUrl: string;
  /** Three numbers. */
  readonly version: string;
  /** Who offers the app, short enough for Teams; absent: the assistant's own name. */
  readonly developer?: string;
}

/** What keeps the package from being made, for the operator. */
export interface PackageProblem {
  readonly message: string;
  readonly remedy: string;
}

/** Takes from the settings what the package needs; all that is missing is told at once. */
export function factsOf(
  { bot, publicUrl, controller }: Config,
  version: string,
): { readonly facts: ManifestFacts } | { readonly problems: readonly PackageProblem[] } {
  const wrongUrl = addressProblem(publicUrl);
  const problems = [...(bot === undefined ? [noBot] : []), ...(wrongUrl === undefined ? [] : [wrongUrl])];
  if (bot === undefined || publicUrl === undefined || problems.length > 0) return { problems };
  const developer =
    controller.name === undefined ? {} : { developer: shorten(controller.name, longestDeveloper) };
  return { facts: { appId: bot.appId, publicUrl, version: threeNumbers(version), ...developer } };
}

const noBot: PackageProblem = {
  message: 'MicrosoftAppId is missing: the package names the bot by it',
  remedy:
    'Copy the application id (a GUID) from the Azure Bot resource, and set the other MicrosoftApp settings beside it.',
};

function addressProblem(publicUrl: string | undefined): PackageProblem | undefined {
  const remedy = 'Give the https address people type, such as https://trajectoires.example.org.';
  if (publicUrl === undefined)
    return { message: 'PUBLIC_URL is missing: the package says where people reach the assistant', remedy };
  if (new URL(publicUrl).protocol === 'https:') return undefined;
  return { message: `PUBLIC_URL is ${publicUrl}, and Teams takes https addresses only`, remedy };
}

/** `1.2.3-beta.1` is a version, and one that Teams refuses: what follows the three numbers is left out. */
const threeNumbers = (version: string): string => version.replace(/[-+].*$/, '');
