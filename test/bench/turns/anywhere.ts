/** Through which nodes somebody comes whose balancer knows nothing of them: a number each. */
export interface Through {
  /** Where the conversation begins, and is at home from then on. */
  readonly home: number;
  /** Where the WebSocket goes. */
  readonly socket: number;
}

/**
 * Spreads people over nodes so that the connection that a person speaks over (that of `person % nodes`, see `load`), their
 * conversation's home and their WebSocket are together in every way alike often.
 */
export const anywhere = (person: number, nodes: number): Through => ({
  home: (Math.floor(person / nodes) + 1) % nodes,
  socket: (Math.floor(person / nodes ** 2) + 2) % nodes,
});
