/** An OpenID provider whose accounts open the facilitator's space, and whom of them it lets in. */
export interface Organisation {
  /** As its discovery document says it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it: the button says so. */
  readonly name: string;
  /** E-mail addresses, and domains with their `@`, in lower case. */
  readonly allowed: readonly string[];
  /** E-mail addresses of owners, in lower case; the others begin as readers. */
  readonly owners: readonly string[];
  readonly scopes: string;
  /** Whether an e-mail address counts when the provider does not say that it verified it. */
  readonly trustsEmail: boolean;
  /** Proof Key for Code Exchange (RFC 7636); a provider may refuse what it does not know. */
  readonly pkce: boolean;
}
