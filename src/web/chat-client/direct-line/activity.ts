/** What the page needs to know of a Direct Line activity. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly mine: boolean;
  readonly text: string;
  readonly locale?: string;
  readonly label?: string;
  /** A name for what it asks. */
  readonly asked?: string;
  /** When the server wrote it, in milliseconds since 1970. */
  readonly at?: number;
  /** Nothing is kept of what was said before it. */
  readonly emptied?: true;
  /** Adaptive Cards, as they came. */
  readonly cards: readonly Fields[];
  /** The id that the page itself gave to what the person sent. */
  readonly clientActivityID?: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** The property when it is a text that says something. */
export function text(of: Fields, name: string): string | undefined {
  const value = of[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads an activity set from the wire; what is not understood is left out. */
export function readActivities(body: unknown): ActivitySet {
  const { activities, watermark } = fields(body);
  const read = Array.isArray(activities) ? activities.filter(isFields).map(readActivity) : [];
  const mark = typeof watermark === 'number' ? String(watermark) : watermark;
  return { activities: read, ...(typeof mark === 'string' && mark !== '' && { watermark: mark }) };
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

function readActivity(activity: Fields): Activity {
  const { attachments } = activity;
  const all = Array.isArray(attachments) ? attachments.filter(isFields) : [];
  const cards = all.filter(({ contentType }) => contentType === adaptiveCard).map(({ content }) => content);
  const optional = {
    id: text(activity, 'id'),
    locale: text(activity, 'locale'),
    label: text(activity, 'label'),
    asked: text(activity, 'asked'),
    clientActivityID: text(fields(activity.channelData), 'clientActivityID'),
    at: Date.parse(text(activity, 'timestamp') ?? '') || undefined,
    emptied: activity.emptied === true || activity.type === 'endOfConversation' ? (true as const) : undefined,
  };
  return {
    type: text(activity, 'type') ?? 'message',
    mine: text(fields(activity.from), 'role') === 'user',
    text: text(activity, 'text') ?? '',
    cards: cards.filter(isFields),
    ...present(optional),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the properties that are undefined. */
function present<T extends object>(all: T): Present<T>;
function present(all: object) {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
