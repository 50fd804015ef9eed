import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/** What the browser may fetch beside pages. Each address carries a hash of its content, so it may be cached for ever. */
export interface TextAsset {
  name: string;
  path: string;
  text: string;
  hash: string;
}

export interface FileAsset {
  /** The address on the site. */
  path: string;
  /** The file on this machine. */
  file: string;
}

export const productVersion: string = packageJson.version;

const HERE = import.meta.dirname;
const FONT_PACKAGE = dirname(
  createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'),
);

/** Two weights in two subsets, 67 KB in all; a third weight would break the budget of 120 KB for a whole page. */
const FONT_WEIGHTS = [400, 600] as const;
const FONT_SUBSETS = ['vietnamese', 'latin'] as const;

const CSS_LAYERS = [
  'tokens',
  'base',
  'layout',
  'menu',
  'components',
  'tables',
  'charts',
  'graphs',
  'map',
  'calendar',
  'plans',
  'entry',
  'disclosure',
  'steering',
  'design',
  'print',
] as const;

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

function textAsset(name: string, ending: string, text: string): TextAsset {
  const hash = hashOf(text);
  return { name, text, hash, path: `/assets/${name}-${hash}.${ending}` };
}

interface FontFace extends FileAsset {
  weight: number;
  unicodeRange: string;
}

function readFontFaces(): FontFace[] {
  return FONT_WEIGHTS.flatMap((weight) => {
    const css = readFileSync(join(FONT_PACKAGE, `${weight}.css`), 'utf8');
    return FONT_SUBSETS.map((subset) => {
      const name = `be-vietnam-pro-${subset}-${weight}-normal`;
      const range = new RegExp(`/${name}\\.woff2[^}]*unicode-range:\\s*([^;}]+)`).exec(css)?.[1];
      if (range === undefined) throw new Error(`no unicode range for ${name}`);
      const file = join(FONT_PACKAGE, 'files', `${name}.woff2`);
      const hash = hashOf(readFileSync(file));
      return {
        weight,
        unicodeRange: range,
        file,
        path: `/assets/be-vietnam-pro-${subset}-${weight}-${hash}.woff2`,
      };
    });
  });
}

/** Comments and blank edges cost bytes on every first visit and help nobody there. */
function compactCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\s*([{};,])\s*/g, '$1')
    .trim();
}

function buildStylesheet(faces: readonly FontFace[]): TextAsset {
  const fonts = faces.map(
    (face) =>
      `@font-face{font-family:'Be Vietnam Pro';font-style:normal;font-display:swap;font-weight:${face.weight};src:url(${face.path}) format('woff2');unicode-range:${face.unicodeRange}}`,
  );
  const order = `@layer ${CSS_LAYERS.join(',')};`;
  const layers = CSS_LAYERS.map((layer) => {
    const css = compactCss(readFileSync(join(HERE, 'css', `${layer}.css`), 'utf8'));
    return `@layer ${layer}{${css}}`;
  });
  return textAsset('app', 'css', [order, ...fonts, ...layers].join('\n'));
}

const CLIENT = join(HERE, '..', 'client');

/**
 * A program of src/client as plain JavaScript, or a pure file of a room's domain/ that one of them imports: what is imported is served
 * beside it, under an address of its own.
 */
function clientModule(file: string, made: Map<string, TextAsset>): TextAsset {
  const before = made.get(file);
  if (before) return before;
  const script = stripTypeScriptTypes(readFileSync(file, 'utf8')).replace(
    /(\bfrom\s*|\bimport\s*)'(\.[^']+)'/g,
    (_, word: string, target: string) => `${word}'${clientModule(join(dirname(file), target), made).path}'`,
  );
  const room = /modules[/\\]([^/\\]+)/.exec(file)?.[1];
  const name = basename(file, '.ts');
  const asset = textAsset(room === undefined ? name : `${room}-${name}`, 'js', script);
  made.set(file, asset);
  return asset;
}

function buildClientScripts(): TextAsset[] {
  const made = new Map<string, TextAsset>();
  const programs = readdirSync(CLIENT).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  for (const file of programs.sort()) clientModule(join(CLIENT, file), made);
  return [...made.values()];
}

let faces: FontFace[] | undefined;
let icon: TextAsset | undefined;
let sheet: TextAsset | undefined;
let scripts: TextAsset[] | undefined;

function fontFaces(): FontFace[] {
  faces ??= readFontFaces();
  return faces;
}

/** The one stylesheet, built at first use. */
export function stylesheet(): TextAsset {
  sheet ??= buildStylesheet(fontFaces());
  return sheet;
}

export function fontFiles(): FileAsset[] {
  return fontFaces().map(({ path, file }) => ({ path, file }));
}

/** The programs of src/client and what they import, as plain JavaScript, built at first use. */
export function clientScripts(): readonly TextAsset[] {
  scripts ??= buildClientScripts();
  return scripts;
}

/** Three households under one roof line, in the deep blue. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#17406f"/><path d="M7 22V10h5.5a6 6 0 0 1 0 12zM20 22V10h3a3 3 0 0 1 0 6h-3 3.5a3 3 0 0 1 0 6z" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"/></svg>';

/** The site's mark. */
export function siteIcon(): TextAsset {
  icon ??= textAsset('icon', 'svg', ICON);
  return icon;
}
