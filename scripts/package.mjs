// npm run package -- --url https://内网地址/路径/ [--office-js cdn|cn|URL|FOLDER] [--share \\server\folder] [--out FOLDER]
// Builds the folder that a web server serves, the manifest for that address, and what sets servers and Excel up.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import config, { officePolicy } from '../webpack.config.js';
import { licenceTexts } from './licences/third-party.mjs';
import { manifestFor, manifestProblems } from './packaging/package-manifest.mjs';
import { catalogueRegistry, catalogueScript, iisConfig, nginxLocation } from './packaging/server-files.mjs';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  cn: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};
const USAGE = `用法：npm run package -- --url https://内网地址/路径/ [选项]

  --url URL             页面的地址，须为 https（本机调试可用 http://localhost、http://127.0.0.1）
  --office-js 来源      cdn 微软的地址（默认）；cn 世纪互联的地址；office.js 在单位内网上的地址；
                        或一个含有 office.js 的文件夹，随页面一起发布
  --share \\\\服务器\\文件夹  另生成登记共享文件夹目录的注册表文件
  --out 文件夹          发布到哪里，默认 dist/package
`;

function refuse(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(64);
}

/** The options, checked; ends the program where they do not hold. */
function options() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        url: { type: 'string' },
        'office-js': { type: 'string', default: 'cdn' },
        share: { type: 'string' },
        out: { type: 'string', default: join(ROOT, 'dist', 'package') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    refuse(String(error.message));
  }
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  if (!values.url || !URL.canParse(values.url)) refuse('请用 --url 写明页面的地址。');
  const url = addressOf(values.url.endsWith('/') ? values.url : `${values.url}/`);
  return { url: url.href, out: resolve(values.out), ...officeSource(values['office-js']), share: values.share };
}

/** An address that Excel takes. */
function addressOf(text) {
  const url = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) refuse('Excel 只接受 https 地址。');
  if (url.search !== '' || url.hash !== '') refuse('地址中不能有 ? 或 #。');
  return url;
}

/** Where the page takes office.js from, and the folder to publish with the page where it is one. */
function officeSource(source) {
  if (SOURCES[source] !== undefined) return { officeJs: SOURCES[source], officeFolder: null };
  if (/^https?:\/\//u.test(source)) {
    if (!URL.canParse(source)) refuse(`${source} 不是网址。`);
    const url = addressOf(source);
    // The file loads its neighbours by its own address, so it has to keep its name.
    if (!url.pathname.endsWith('/office.js')) refuse('office.js 的地址要以 /office.js 结尾。');
    return { officeJs: url.href, officeFolder: null };
  }
  const officeFolder = resolve(source);
  if (!existsSync(join(officeFolder, 'office.js'))) refuse(`${source} 中没有 office.js。`);
  return { officeJs: 'office/office.js', officeFolder };
}

function build(env) {
  const settings = { ...config(env, { mode: 'production' }), devtool: false };
  return new Promise((done, failed) => {
    webpack(settings, (error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString({ all: false, errors: true })));
      done();
    });
  });
}

const { url, out, officeFolder, officeJs, share } = options();
const pages = join(out, 'pages');
rmSync(out, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
console.log(`正在生成 ${url} 的发布文件夹 …`);
await build({ officeJs, out: pages });
if (officeFolder !== null) cpSync(officeFolder, join(pages, 'office'), { recursive: true });
rmSync(join(pages, 'manifest.xml'), { force: true });
writeFileSync(join(pages, 'third-party-licences.txt'), licenceTexts(ROOT));

const manifest = manifestFor(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'), url);
const problems = manifestProblems(manifest, url, pages);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
const id = /<Id>([^<]+)<\/Id>/u.exec(manifest)?.[1] ?? '';
const policy = officePolicy(officeJs);
const fingerprinted = readdirSync(pages).filter((name) => /\.[0-9a-f]{8}\.(?:js|css)$/u.test(name));
writeFileSync(join(out, 'manifest.xml'), manifest);
writeFileSync(join(pages, 'web.config'), iisConfig({ policy, fingerprinted }));
const location = { path: new URL(url).pathname, folder: '/srv/plancheck/pages/', policy };
writeFileSync(join(out, 'nginx.conf'), nginxLocation(location));
writeFileSync(join(out, '登记共享目录.ps1'), `\uFEFF${catalogueScript({ id })}`);
if (share !== undefined)
  writeFileSync(join(out, '登记共享目录.reg'), `\uFEFF${catalogueRegistry({ id, share })}`, 'utf16le');
console.log(`已生成 ${out}：
  pages/             放到网站 ${url}
  manifest.xml       加载项清单，交给管理员部署或放入共享文件夹
  nginx.conf、pages/web.config   nginx、IIS 的设置
  登记共享目录.ps1${share === undefined ? '' : '、登记共享目录.reg'}   用共享文件夹部署时，在每台电脑上运行一次
部署步骤见 docs/deploy.md。`);
