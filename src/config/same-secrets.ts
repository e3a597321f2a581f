/** Those that providers give come first, and are not compared: one application may serve the bot and the entry. */
const given = ['MicrosoftAppPassword', 'OIDC_CLIENT_SECRET'] as const;
const own = ['DIRECT_LINE_SECRET', 'FACILITATOR_KEY'] as const;

/** Secrets of the program that are the same as another one: whoever holds that one would hold both. */
export function sameSecrets(
  settings: Readonly<Record<string, string>>,
): (readonly [name: string, message: string])[] {
  return own.flatMap((name, nth) => {
    const others = [...given, ...own.slice(0, nth)];
    const same = others.find((other) => settings[other] !== undefined && settings[other] === settings[name]);
    return same === undefined ? [] : [[name, `is the same as ${same}: each opens something else`] as const];
  });
}
