import { z } from 'zod';

const Attachment = z.object({ contentType: z.string(), content: z.unknown().optional() });

const StreamedActivity = z.object({
  type: z.string(),
  replyToId: z.string().optional(),
  /** Ours alone have one. */
  label: z.string().default(''),
  locale: z.string().optional(),
  attachments: z.array(Attachment).default([]),
});
export type StreamedActivity = z.infer<typeof StreamedActivity>;

const Frame = z.object({
  activities: z.array(StreamedActivity).default([]),
  watermark: z.string().optional(),
});

/** Where a stream leads, and where to find it again after a watermark once it dropped. */
export interface StreamEnds {
  readonly take: (activities: readonly StreamedActivity[]) => void;
  /** It is over: nothing more will come. */
  readonly fail: (message: string) => void;
  readonly again: (watermark: string) => Promise<string>;
}

/** How many times in a row a dropped socket is taken up again. */
const longestReconnecting = 3;

/** Listens to a conversation's WebSocket through its drops. Returns the way to stop. */
export function listen(streamUrl: string, ends: StreamEnds): () => void {
  let watermark = '';
  let drops = 0;
  let stopped = false;
  let socket = open(streamUrl);

  function open(url: string): WebSocket {
    const stream = new WebSocket(url);
    stream.addEventListener('message', ({ data }) => read(data));
    stream.addEventListener('close', () => {
      if (!stopped) takeUp().catch((error: unknown) => ends.fail(String(error)));
    });
    return stream;
  }

  function read(data: unknown): void {
    if (data === '') return;
    const frame = Frame.safeParse(parsed(data));
    if (frame.success) {
      watermark = frame.data.watermark ?? watermark;
      drops = 0;
      ends.take(frame.data.activities);
    } else ends.fail('The stream sent something else than Direct Line does');
  }

  async function takeUp(): Promise<void> {
    drops++;
    if (drops > longestReconnecting) ends.fail('The socket dropped and could not be opened again');
    else {
      const url = await ends.again(watermark);
      if (!stopped) socket = open(url);
    }
  }

  return () => {
    stopped = true;
    socket.close();
  };
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
