// The packages that the program is made with and of, read from package-lock.json; their licences, judged.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
]);

/** Not permissive, or not stated; each is used while developing only. Why that is right stands in the list. */
const ARGUED = {
  'axe-core': 'MPL-2.0，只对改动过的文件要求公开源码；原样用于测试，不发布',
  'caniuse-lite': 'CC-BY-4.0，浏览器数据；生成时使用，不发布',
  '@microsoft/office-js': '微软的许可条款（随包的 LICENSE）；原样用于工作台和测试，不发布',
  '@univerjs/telemetry': '清单未注明，包内 LICENSE 为 Apache-2.0；只在工作台的构建中，不发送数据',
};

/**
 * Every installed package once, sorted: name, version, licence as stated ('' where it is not), and whether it is part of what is
 * handed out (`shipped`) or only needed while developing.
 */
export function thirdParty(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  // Our own optional packages are programs that only tests use.
  const forTests = packages[''].optionalDependencies ?? {};
  const found = new Map();
  for (const [path, { version, license = '', dev, devOptional, link }] of Object.entries(packages)) {
    if (!path.startsWith('node_modules/') || link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const isShipped = !dev && !devOptional && !(name in forTests);
    const key = `${name}@${version}`;
    const known = found.get(key);
    found.set(key, { name, version, license, path: known?.path ?? path, isShipped: isShipped || known?.isShipped });
  }
  return [...found.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** Packages whose licence is neither permissive nor argued, or that are argued as unshipped but are shipped. */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, license, isShipped }) => {
    if (PERMISSIVE.has(license)) return [];
    if (ARGUED[name] === undefined) return [`${name} ${version}: ${license || 'no licence'} is not argued`];
    return isShipped ? [`${name} ${version}: ${license} must not be shipped`] : [];
  });
}

/** The list as Markdown. */
export function licenceList(packages) {
  const shipped = packages.filter(({ isShipped }) => isShipped);
  const others = packages.filter(({ isShipped }) => !isShipped);
  const byLicence = new Map();
  for (const one of others) {
    const title = PERMISSIVE.has(one.license) ? one.license : (ARGUED[one.name] ?? one.license);
    byLicence.set(title, [...(byLicence.get(title) ?? []), one]);
  }
  const rows = shipped.map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |`);
  const groups = [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1));
  return `# 第三方许可

由 \`npm run licences\` 按 \`package-lock.json\` 生成，请勿手改；\`npm test\` 核对它与锁定文件一致，并核对每个许可都属宽松许可或已写明理由。发布文件夹中另有 \`third-party-licences.txt\`，是下列各包的许可全文。

## 随程序发布或运行时需要（${shipped.length}）

| 包 | 版本 | 许可 |
|---|---|---|
${rows.join('\n')}

## 只在开发、测试、生成时使用（${others.length}）

${groups
  .map(
    ([title, list]) =>
      `**${title}**（${list.length}）：${list.map(({ name, version }) => `\`${name}\` ${version}`).join('、')}`,
  )
  .join('\n\n')}
`;
}

/** The full texts of what is shipped and installed here, as their licences ask. Packages for other systems are not installed. */
export function licenceTexts(root) {
  const parts = thirdParty(root)
    .filter(({ isShipped, path }) => isShipped && existsSync(join(root, path)))
    .map(({ name, version, license, path }) => {
      const folder = join(root, path);
      const file = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
      const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
