const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CssPlugin = require('mini-css-extract-plugin');
const { DefinePlugin } = require('webpack');

/** Microsoft's CDN; for China `https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js`. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const PAGE = path.join(__dirname, 'src/taskpane/page');

/** What the pane's page may load, and from where; nothing else, and no `unsafe-eval`. */
function policy(officeJs, isServed) {
  const office = /^https?:/.test(officeJs) ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    `connect-src 'self'${office}${isServed ? ' ws:' : ''}`,
    // Fluent writes its styles from script; a style cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${office}`,
    "font-src 'self' data:",
    "worker-src 'self'",
    `frame-src 'self'${office}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Changes whenever one of the page's own files does, so that no browser keeps an old one. */
function stamp() {
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(PAGE).sort()) hash.update(fs.readFileSync(path.join(PAGE, file)));
  return hash.digest('hex').slice(0, 8);
}

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      target: 'es2020',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
};

/** The core runs nothing when it is imported, so what the pane does not use stays out of its bundle. */
const pureCore = {
  include: ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports', 'consolidate'].map((folder) =>
    path.join(__dirname, 'src', folder),
  ),
  sideEffects: false,
};

/** The pages; each names the entries that it loads. Another page is another line here and in `entry`. */
function pages(env, isServed) {
  const officeJs = env.officeJs ?? process.env.OFFICE_JS ?? OFFICE_JS;
  const shared = { policy: policy(officeJs, isServed), stamp: stamp(), scriptLoading: 'defer' };
  const pane = new HtmlPlugin({
    ...shared,
    template: path.join(PAGE, 'taskpane.html'),
    filename: 'taskpane.html',
    chunks: ['taskpane'],
    officeJs,
  });
  if (env.workbench) return [pane, ...workbenchPages(shared)];
  if (!env.preview) return [pane];
  return [
    new HtmlPlugin({
      ...shared,
      template: path.join(PAGE, 'taskpane.html'),
      filename: 'preview.html',
      chunks: ['preview'],
      officeJs: '',
    }),
  ];
}

const WORKBENCH = path.join(__dirname, 'src/workbench/page');
const CLIENT = 'excel-web-16.00.debug.js';

/** The workbench, and its frame: the same pane, over Microsoft's client joined with the local host. */
function workbenchPages(shared) {
  return [
    new HtmlPlugin({
      ...shared,
      template: path.join(WORKBENCH, 'workbench.html'),
      filename: 'index.html',
      chunks: ['workbench'],
    }),
    new HtmlPlugin({
      ...shared,
      template: path.join(PAGE, 'taskpane.html'),
      filename: 'pane.html',
      chunks: ['connect', 'taskpane'],
      chunksSortMode: 'manual',
      officeJs: `office/${CLIENT}`,
    }),
  ];
}

/** What only the workbench's build needs. The client is copied unmodified and is not put on a public site. */
function workbenchParts() {
  const samples = fs.readdirSync(path.join(__dirname, 'samples')).filter((name) => name.endsWith('.xlsx'));
  return {
    rules: [
      { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
    plugins: [
      new CssPlugin({ filename: '[name].[contenthash:8].css' }),
      new DefinePlugin({ SAMPLE_FILES: JSON.stringify(samples.sort()) }),
      new CopyPlugin({
        patterns: [
          { from: 'samples/*.xlsx' },
          {
            from: require.resolve(`@microsoft/office-js/dist/${CLIENT}`),
            to: `office/${CLIENT}`,
            info: { minimized: true },
          },
        ],
      }),
    ],
  };
}

/** `--env workbench` builds the workbench too; `--env preview` builds only a page with made-up data, for looking at the pane; `--env officeJs=URL` sets its source. */
module.exports = (env = {}, argv = {}) => {
  const isProduction = argv.mode === 'production';
  const isServed = Boolean(env.WEBPACK_SERVE);
  const workbench = env.workbench ? workbenchParts() : { rules: [], plugins: [] };
  return {
    mode: isProduction ? 'production' : 'development',
    target: ['web', 'es2020'],
    entry: env.preview
      ? { preview: './tests/taskpane/preview/main.tsx' }
      : {
          // The pane and the ribbon's commands share one page, and so one session.
          taskpane: ['./src/taskpane/main.tsx', './src/commands/main.ts'],
          ...(env.workbench
            ? { connect: './src/workbench/page/connect.ts', workbench: './src/workbench/page/main.ts' }
            : {}),
        },
    output: {
      path: path.resolve(__dirname, env.out ?? 'dist'),
      clean: true,
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath: 'auto',
    },
    // Without `eval`, so that the policy is the same while developing.
    devtool: env.workbench && !isProduction ? false : 'source-map',
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { rules: [typescript, pureCore, ...workbench.rules] },
    plugins: [
      ...pages(env, isServed),
      ...workbench.plugins,
      new CopyPlugin({
        patterns: [
          { from: 'manifest.xml' },
          { from: 'assets', to: 'assets' },
          { from: 'page.css', context: PAGE },
          // Already ES5, and must stay so: a minifier would write arrow functions.
          { from: 'boot.js', context: PAGE, info: { minimized: true } },
          { from: 'old-host.html', context: PAGE },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: { port: 3000, hot: false, liveReload: false, client: { overlay: false } },
  };
};

/** The same for web servers that state the policy in a header. */
module.exports.officePolicy = (officeJs) => policy(officeJs, false);
