import { Agent, request } from 'node:http';

/** One try at a route. */
export interface Attack {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface AttackAnswer {
  readonly status: number;
  /** Its lines and its body, as they came. */
  readonly whole: string;
  readonly body: string;
}

/** Sends from an address of the attacker's own, so that no limit of another one's answers in the place of the door. */
export function from(address: string): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send: Sender['send'] = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(
        new URL(path),
        { method, headers, agent, localAddress: address, timeout: 20_000 },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const { location = '' } = response.headers;
            const whole = `${location}\n${JSON.stringify(response.headers)}\n${text}`;
            resolve({ status: response.statusCode ?? 0, whole, body: text });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} is not answered`)));
      sent.on('error', reject);
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
}

export interface Sender {
  send(attack: Attack): Promise<AttackAnswer>;
  close(): void;
}
