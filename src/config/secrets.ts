/** Secrets that stand for different rights, by the settings that hold them. */
const secrets = [
  'DIRECT_LINE_SECRET',
  'FACILITATOR_KEY',
  'MicrosoftAppPassword',
  'OIDC_CLIENT_SECRET',
] as const;

/** Those that are the same: whoever is given one would hold the other. */
export function secretProblems(
  given: Readonly<Record<string, string>>,
): (readonly [name: string, message: string])[] {
  return secrets.flatMap((name, i) => {
    const same = secrets
      .slice(0, i)
      .find((other) => given[name] !== undefined && given[other] === given[name]);
    return same === undefined ? [] : [[name, `is the same as ${same}`] as const];
  });
}
