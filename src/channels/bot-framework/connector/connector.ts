interface Options {
  readonly abortSignal: AbortSignal;
}

/** The SDK's type asks for a token on the first page too, where there is none. */
interface PageOptions {
  readonly abortSignal?: object;
  readonly pageSize: number;
  readonly continuationToken?: string;
}

export interface MembersPage {
  readonly members?: readonly { readonly id: string }[];
  readonly continuationToken?: string;
}

/** What posting needs of botbuilder's connector client (Bot Connector API 3.0). */
export interface Connector {
  readonly conversations: {
    sendToConversation(
      conversation: string,
      activity: object,
      options: Options,
    ): Promise<{ readonly id?: string }>;
    updateActivity(
      conversation: string,
      activity: string,
      content: object,
      options: Options,
    ): Promise<unknown>;
    getConversationPagedMembers(conversation: string, options?: PageOptions): Promise<MembersPage>;
  };
}
