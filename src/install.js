import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// Before each start and each test, on any Node: installs what package.json and its lock name, unless just that was installed by the
// last run. npm itself takes two seconds to find that nothing is to be done.
const mark = 'node_modules/.installed';
const wanted = () =>
  createHash('sha256')
    .update(`${process.platform} ${process.arch} ${read('package.json')} ${read('package-lock.json')}`)
    .digest('hex');

if (read(mark) !== wanted()) {
  const npm = process.env.npm_execpath;
  const options = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
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
