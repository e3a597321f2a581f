import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// Before each start and each test, on any Node: installs what package.json and its lock name, unless just that was installed by the
// last run. npm itself takes two seconds to find that nothing is to be done. Where packages were installed without those for
// development (`npm install --omit=dev`), none of those comes: Node 24, which they bring, is then the machine's own.
const mark = 'node_modules/.installed';
const isForProduction =
  existsSync('node_modules/.package-lock.json') && !existsSync('node_modules/node/package.json');
const wanted = () =>
  createHash('sha256')
    .update(
      `${process.platform} ${process.arch} ${isForProduction} ${read('package.json')} ${read('package-lock.json')}`,
    )
    .digest('hex');

const [major = 0] = process.versions.node.split('.').map(Number);
if (isForProduction && major < 24) {
  console.error(
    `\nThe packages for development are left out, and Node 24 with them: this is Node ${process.versions.node}.`,
  );
  console.error('  → Install Node 24, or all packages (npm install).');
  process.exitCode = 1;
} else if (read(mark) !== wanted()) {
  const npm = process.env.npm_execpath;
  const omitted = isForProduction ? ['--omit=dev'] : [];
  const options = ['install', ...omitted, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } =
    npm === undefined
      ? spawnSync('npm', options, { stdio: 'inherit' })
      : spawnSync(process.execPath, [npm, ...options], { stdio: 'inherit' });
  if (status === 0) writeFileSync(mark, wanted());
  process.exitCode = status ?? 1;
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
