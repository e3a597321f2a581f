import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The examples of `deployment/`. */
export const examples = [
  'nginx/host.conf',
  'nginx/path.conf',
  'caddy/host.Caddyfile',
  'caddy/path.Caddyfile',
];

const exampleText = (name: string): string =>
  readFileSync(new URL(`../../../deployment/${name}`, import.meta.url), 'utf8');

/** What each is run by, if it is on this machine. */
export function isHere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A proxy of this machine on free ports, with a certificate of its own making. */
export interface RunningProxy {
  /** Where people reach what is behind, without a final slash. */
  readonly url: string;
  /** The port that it passes on to. */
  readonly port: number;
  readonly certificate: string;
  stop(): Promise<void>;
}

/** Runs an example as it stands, but for host, ports, certificate and log. */
export async function runExample(name: string): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'trajectoires-proxy-'));
  const [port, plain, tls] = [await freePort(), await freePort(), await freePort()];
  const paths = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  makeCertificate(paths);
  const text = exampleText(name)
    .replaceAll('127.0.0.1:3978', `127.0.0.1:${port}`)
    .replaceAll('/var/log/nginx/', `${folder}/`);
  const file = join(folder, 'config');
  const isNginx = name.startsWith('nginx/');
  writeFileSync(file, (isNginx ? asNginx : asCaddy)(text, { folder, plain, tls, ...paths }));
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = isNginx
    ? spawn('nginx', ['-c', file, '-p', folder, '-e', join(folder, 'start.log')], { stdio: 'ignore' })
    : spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: 'ignore', env });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await listening(tls, ended);
  return {
    url: `https://localhost:${tls}${name.includes('/path') ? '/consultation' : ''}`,
    port,
    certificate: readFileSync(paths.certificate, 'utf8'),
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly plain: number;
  readonly tls: number;
  readonly certificate: string;
  readonly key: string;
}

function asNginx(text: string, { folder, plain, tls, certificate, key }: Place): string {
  const isServer = /^server \{/m.test(text);
  const site = isServer
    ? text
        .replace(/listen \[::\][^;]*;\n/g, '')
        .replace('listen 80;', `listen 127.0.0.1:${plain};`)
        .replace('listen 443 ', `listen 127.0.0.1:${tls} `)
        .replaceAll('trajectoires.example.org;', 'localhost;')
        .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
        .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    : `server {
listen 127.0.0.1:${tls} ssl;
ssl_certificate ${certificate};
ssl_certificate_key ${key};
location ~ \\.(js|css|svg)$ { return 410; }
${text}
}`;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; worker_processes 1; pid ${folder}/pid;
events { worker_connections 200; }
http {
access_log ${folder}/access.log;
${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join('\n')}
${site}
}`;
}

const asCaddy = (text: string, { tls, plain, certificate, key }: Place): string =>
  text
    .replace(/^\{$/m, `{\n\tadmin off\n\thttp_port ${plain}\n\tauto_https disable_redirects`)
    .replace(/^(trajectoires|www)\.example\.org \{$/m, `localhost:${tls} {\n\ttls ${certificate} ${key}`);

function makeCertificate({ certificate, key }: { certificate: string; key: string }): void {
  const asked =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
  const name = ['-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...asked.split(' '), ...name, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
}

async function listening(port: number, ended: Promise<void>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!(await answers(port))) {
    if (over) throw new Error('The proxy did not start');
    await pause(20);
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
