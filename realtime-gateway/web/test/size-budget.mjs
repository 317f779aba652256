// What a person downloads before the first screen: the entry's scripts and everything they import at once, compressed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const SCRIPT_KIB_MAX = 150;
const STYLE_KIB_MAX = 15;
const dist = new URL('../dist', import.meta.url).pathname;
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const initial = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(match => match[1]);
const workers = readdirSync(join(dist, 'assets'))
  .filter(name => /worker.*\.js$/.test(name))
  .map(name => `assets/${name}`);

function kib(files) {
  return (
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1024
  );
}

const scripts = kib([...initial.filter(name => name.endsWith('.js')), ...workers]);
const styles = kib(initial.filter(name => name.endsWith('.css')));
console.log(
  `initial scripts ${scripts.toFixed(1)} KiB gz of ${SCRIPT_KIB_MAX}, styles ${styles.toFixed(1)} of ${STYLE_KIB_MAX}`,
);
if (scripts === 0 || scripts > SCRIPT_KIB_MAX || styles > STYLE_KIB_MAX) process.exit(1);
