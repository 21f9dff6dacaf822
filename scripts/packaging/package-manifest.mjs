// The manifest for the address that a package is served from.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';

const DEVELOPMENT = 'https://localhost:3000';

/** The same add-in at another address; `url` ends with a slash. */
export function manifestFor(text, url) {
  const { origin } = new URL(url);
  return text
    .replaceAll(`<AppDomain>${DEVELOPMENT}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(`${DEVELOPMENT}/`, url);
}

/** What is wrong with a packaged manifest, in plain Chinese; nothing where it can be handed out. */
export function manifestProblems(text, url, folder) {
  const problems = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => problems.push(`清单不是合格的 XML：${error.message}`));
  parser.write(text).close();
  const { origin } = new URL(url);
  for (const [, address] of text.matchAll(/(?:DefaultValue|Value|Url)="(https?:\/\/[^"]+)"/gu)) {
    if (!address.startsWith(url)) {
      problems.push(`清单中的地址 ${address} 不在 ${url} 下。`);
      continue;
    }
    const file = decodeURIComponent(new URL(address).pathname.slice(new URL(url).pathname.length));
    const path = join(folder, file);
    if (!existsSync(path) || !statSync(path).isFile()) problems.push(`清单指向的文件 ${file} 不在发布文件夹中。`);
  }
  if (text.includes('localhost') && !origin.includes('localhost')) problems.push('清单中还有开发用的地址 localhost。');
  return [...new Set(problems)];
}
