import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it came over the wire. */
interface ReceivedSpan {
  readonly trace: string;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** Takes traces as a collector does: OTLP over HTTP, in protobuf, at `/v1/traces`. */
export async function receiveTraces() {
  const bodies: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (request.url === '/v1/traces') bodies.push(Buffer.concat(parts));
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf' });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const spans = () => bodies.flatMap(spansIn);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    /** All that was received, as text. */
    text: () => Buffer.concat(bodies).toString('latin1'),
    close: () => server.close(),
  };
}

/** Fields by number, as trace.proto of opentelemetry-proto 1.x numbers them. */
const spansIn = (body: Buffer): ReceivedSpan[] =>
  all(body, 1)
    .flatMap((resource) => all(resource, 2))
    .flatMap((scope) => all(scope, 2))
    .map((span) => ({
      trace: one(span, 1).toString('hex'),
      id: one(span, 2).toString('hex'),
      parent: one(span, 4).toString('hex'),
      name: one(span, 5).toString(),
      attributes: Object.fromEntries(
        all(span, 9).map((pair) => [one(pair, 1).toString(), told(one(pair, 2))]),
      ),
    }));

/** An AnyValue: text, or a whole number. */
function told(value: Buffer): string | number {
  const [field] = fields(value);
  return typeof field?.value === 'number' ? field.value : String(field?.value ?? '');
}

const all = (message: Buffer, number: number): Buffer[] =>
  fields(message).flatMap(({ field, value }) => (field === number && typeof value !== 'number' ? value : []));
const one = (message: Buffer, number: number): Buffer => all(message, number)[0] ?? Buffer.alloc(0);

/** The fields of a message of protobuf: numbers and what has a length; what has a fixed size is passed over. */
function fields(message: Buffer): { readonly field: number; readonly value: number | Buffer }[] {
  const found: { field: number; value: number | Buffer }[] = [];
  let at = 0;
  const varint = () => {
    let [result, factor] = [0, 1];
    for (;;) {
      const byte = message[at++] ?? 0;
      result += (byte & 127) * factor;
      if (byte < 128) return result;
      factor *= 128;
    }
  };
  while (at < message.length) {
    const key = varint();
    const [field, kind] = [Math.floor(key / 8), key % 8];
    if (kind === 0) found.push({ field, value: varint() });
    else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else {
      const length = varint();
      found.push({ field, value: message.subarray(at, at + length) });
      at += length;
    }
  }
  return found;
}
