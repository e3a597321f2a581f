import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Opens a WebSocket; gives the way to wait for the frame that answers an activity. Compressed where the server offers it. */
export async function listenTo(url: string): Promise<(id: string) => Promise<string>> {
  const socket = new WebSocket(url);
  let frames: string[] = [];
  let arrived = () => {};
  socket.on('message', (frame) => {
    frames.push(String(frame));
    arrived();
  });
  socket.on('error', (error) => console.error(error.message));
  await once(socket, 'open');
  return async (id) => {
    for (;;) {
      const reply = frames.find((frame) => frame.includes(`"replyToId":"${id}"`));
      if (reply !== undefined) {
        frames = [];
        return reply;
      }
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
  };
}
