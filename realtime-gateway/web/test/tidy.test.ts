import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = new URL('../src', import.meta.url).pathname;
const FILE_LINES_MAX = 200;

interface Source {
  name: string;
  text: string;
}

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|tsx|css)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => ({
      name: relative(SOURCES, join(folder, name)),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

function breaches(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter(line => pattern.test(line))
      .map(line => `${name}: ${line.trim()}`),
  );
}

const all = sources(SOURCES);
const data = all.filter(source => source.name.startsWith('data/'));

describe('the sources', () => {
  it('name colours and sizes in theme.ts only', () => {
    const styled = all.filter(source => source.name !== 'design/theme.ts');
    const literal = /['"`(:\s,]#[0-9a-f]{3,8}\b['"`;]|\b\d*\.?\d+(px|rem|em|vw|vh)\b|\b(rgb|hsl)a?\(/i;
    expect(
      breaches(
        styled.filter(({ name }) => !/^data\//.test(name)),
        literal,
      ),
    ).toEqual([]);
  });

  it('keep React out of data', () => {
    expect(breaches(data, /from 'react|from 'radix|features\/|design\//)).toEqual([]);
  });

  it('make no floating-point number of a decimal text', () => {
    expect(breaches(all, /parseFloat|Number\(|\.toFixed\(/)).toEqual([]);
  });

  it('inject no style elements', () => {
    expect(
      breaches(all, /createElement\('style'\)|<style|insertRule|dangerouslySetInnerHTML|innerHTML/),
    ).toEqual([]);
  });

  it('stay short', () => {
    const long = all.filter(source => source.text.split('\n').length > FILE_LINES_MAX + 1);
    expect(long.map(source => `${source.name} ${source.text.split('\n').length}`)).toEqual([]);
  });

  it('owe nothing', () => {
    expect(breaches(all, /\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  });
});
