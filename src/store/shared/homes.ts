/** Where a conversation is at home: on this node, or on another one, which other nodes reach at an address. */
export type Home = 'here' | { readonly node: string; readonly address: string };

/**
 * On which node each conversation lives. What was said in it, and who is about to say what, is in the memory of that node
 * alone: nothing of it is written down before a person agrees. What they answered is in the store, so that a conversation
 * whose node is gone goes on elsewhere. Throws StoreUnavailable.
 */
export interface Homes {
  /** One that has no home, or whose node is gone, is at home here from now on; a node that leaves sends it to another one, if any is there. */
  of(conversation: string): Promise<Home>;
  /** Its node was found gone: it is at home here, unless it moved elsewhere meanwhile. */
  takeOver(conversation: string, from: string): Promise<void>;
  /** Its node said that it moved: it is looked for anew. */
  forget(conversation: string): void;
}
