import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, Secret, Service } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';
import { settingNames } from '#src/config/settings.ts';
import { readConfig } from '#src/config.ts';
import { doors } from '#test/http/attackers/doors.ts';

const read = (name: string) => readFileSync(new URL(`../../deployment/${name}`, import.meta.url), 'utf8');
/** How long a stop waits for the turns at work, in milliseconds, as `run.ts` has it. */
const drainMs = 3_000;
/** What the program reads. */
const known = new Set(settingNames);
const unknown = (env: object) => Object.keys(env).filter((name) => !known.has(name));

/** Settings as the program reads them, with what an installation fills in. */
function configOf(env: Readonly<Record<string, string>>) {
  const filled = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/\$\{[^}]+\}/g, 'filled-in'),
  ]);
  const found = readConfig({
    ...Object.fromEntries(filled),
    PUBLIC_URL: 'https://trajectoires.example.org',
  });
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.config;
}

test('the Dockerfile is one, and leaves nothing to root', () => {
  const text = read('docker/Dockerfile');
  expect(validate(text)).toEqual([]);
  expect(validate('FROM node:24\nUSR node\n')).not.toEqual([]);
  expect([...text.matchAll(/^USER (\S+)$/gm)].map(([, user]) => user)).toEqual(['node']);
  expect(text).not.toMatch(/^(ADD|ENTRYPOINT)/m);
  const [, port] = /^EXPOSE (\d+)$/m.exec(text) ?? [];
  expect(Number(port)).toBe(configOf({}).port);
});

test('the compose file gives both nodes settings that the program has, nothing to write to, and no port to strangers', () => {
  const { services, volumes } = parse(read('docker/compose.yml'), { merge: true });
  for (const name of ['node-1', 'node-2']) {
    const node = services[name];
    expect(unknown(node.environment)).toEqual([]);
    expect(node.environment.NODE_ADDRESS).toBe(`http://${name}:${configOf({}).port}`);
    expect(configOf(node.environment).metrics?.host).toBe('0.0.0.0');
    expect(node).toMatchObject({ read_only: true, cap_drop: ['ALL'], tmpfs: ['/tmp'] });
    expect(node.ports).toBeUndefined();
    expect(node.volumes).toEqual([`${name}:/var/lib/trajectoires`]);
    expect(volumes).toHaveProperty(name);
    expect(Number.parseInt(node.stop_grace_period, 10) * 1000).toBeGreaterThan(3 * drainMs);
  }
  expect(services.postgres.ports).toBeUndefined();
  expect(read('docker/Caddyfile')).toContain('reverse_proxy node-1:3978 node-2:3978');
  expect(doors.has(`GET ${/health_uri (\S+)/.exec(read('docker/Caddyfile'))?.[1]}`)).toBe(true);
});

const kinds = {
  Deployment,
  Service,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  ConfigMap,
  Secret,
  Namespace,
};
const manifests: { kind: keyof typeof kinds; apiVersion: string; metadata: { namespace?: string } }[] =
  parseAllDocuments(read('kubernetes/trajectoires.yaml')).map((document) => document.toJS());
// biome-ignore lint/suspicious/noExplicitAny: a manifest is read as it is.
const one = (kind: keyof typeof kinds): any => manifests.find((manifest) => manifest.kind === kind);

test.each(manifests.map((manifest) => [manifest.kind, manifest] as const))(
  'the manifest of the %s is one by the schemas of Kubernetes',
  (kind, manifest) => {
    const { apiVersion, kind: its, ...rest } = manifest;
    const made = new kinds[kind](rest as never);
    expect({ apiVersion, its }).toEqual({ apiVersion: made.apiVersion, its: made.kind });
    expect(() => made.validate()).not.toThrow();
  },
);

test('a manifest with a mistake is none', () => {
  const { apiVersion, kind, ...rest } = structuredClone(one('Deployment'));
  rest.spec.replicas = 'two';
  expect(() => new Deployment(rest).validate()).toThrow();
});

test('in Kubernetes each pod says where it is, is asked what the program answers, and may change nothing', () => {
  const { spec } = one('Deployment');
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const env: { name: string; value?: string }[] = container.env;
  expect(unknown({ ...one('ConfigMap').data, ...one('Secret').stringData })).toEqual([]);
  const names = env.map(({ name }) => name);
  // A value may name what stands before it.
  expect(names.indexOf('POD_IP')).toBeLessThan(names.indexOf('NODE_ADDRESS'));
  expect(env.find(({ name }) => name === 'NODE_ADDRESS')?.value).toBe(
    `http://$(POD_IP):${configOf({}).port}`,
  );
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
    expect(doors.has(`GET ${container[probe].httpGet.path}`)).toBe(true);
  expect(container.livenessProbe.httpGet.path).toBe('/healthz');
  expect(container.readinessProbe.httpGet.path).toBe('/readyz');
  expect(pod.securityContext.runAsNonRoot).toBe(true);
  expect(container.securityContext).toEqual({
    ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
    capabilities: { drop: ['ALL'] },
  });
  expect(container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual([
    ...[...read('docker/Dockerfile').matchAll(/^VOLUME (\S+)$/gm)].map(([, path]) => path),
    '/tmp',
  ]);
  const ports = new Map(
    container.ports.map((port: { name: string; containerPort: number }) => [port.name, port.containerPort]),
  );
  expect(ports.get('http')).toBe(configOf({}).port);
  expect(ports.get('metrics')).toBe(configOf(one('ConfigMap').data).metrics?.port);
  const seconds = 5 + (3 * drainMs) / 1000;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(seconds);
});

test('what selects pods selects these, in the one namespace', () => {
  const { labels } = one('Deployment').spec.template.metadata;
  for (const selector of [
    one('Deployment').spec.selector.matchLabels,
    one('Service').spec.selector,
    one('PodDisruptionBudget').spec.selector.matchLabels,
    one('NetworkPolicy').spec.podSelector.matchLabels,
  ])
    expect(labels).toMatchObject(selector);
  const [path] = one('Ingress').spec.rules[0].http.paths;
  expect(path.backend.service.name).toBe('trajectoires');
  const spaces = new Set(
    manifests.map(({ kind, metadata }) => (kind === 'Namespace' ? 'trajectoires' : metadata.namespace)),
  );
  expect([...spaces]).toEqual(['trajectoires']);
});
