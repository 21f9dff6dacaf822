import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/**
 * What each folder of src/ may import from the others; everything else is an error.
 * This is the picture in ARCHITECTURE.md, checked.
 */
const MAY_IMPORT = {
  workbook: [],
  plan: [],
  recognize: ['workbook', 'plan'],
  audit: ['workbook', 'plan', 'recognize'],
  fill: ['workbook', 'plan', 'recognize', 'audit'],
  reports: ['workbook', 'plan', 'recognize', 'audit', 'fill'],
  consolidate: ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports'],
  excel: ['workbook', 'reports'],
  files: ['workbook', 'reports'],
  cli: ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports', 'consolidate', 'files'],
  taskpane: ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports', 'consolidate', 'files', 'excel'],
  commands: ['workbook', 'plan', 'recognize', 'audit', 'excel', 'taskpane'],
  workbench: ['workbook', 'files', 'reports', 'excel'],
};
const folders = Object.keys(MAY_IMPORT);
const IMPURE_PACKAGES = [
  'react',
  'react-dom',
  '@fluentui/*',
  'fs',
  'path',
  'node:*',
  '@e965/xlsx',
  'hucre',
  'fflate',
  'saxes',
  '@univerjs/*',
];
/** Packing a text is computation as any other; a consolidation keeps thousands of rows in one part. */
const MAY_PACK = ['consolidate'];
const CORE = ['workbook', 'plan', 'recognize', 'audit', 'fill', 'reports', 'consolidate'];

const directions = folders.map((folder) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...folders
            .filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other))
            .map((other) => ({
              group: [`**/../${other}`, `**/../${other}/**`],
              message: `src/${folder} must not import src/${other}`,
            })),
          ...(CORE.includes(folder)
            ? [
                {
                  group: IMPURE_PACKAGES.filter((name) => name !== 'fflate' || !MAY_PACK.includes(folder)),
                  message: `src/${folder} is pure: no files, no React, no host`,
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

const officeRules = Object.fromEntries(
  [
    'call-sync-after-load',
    'call-sync-before-read',
    'load-object-before-read',
    'no-context-sync-in-loop',
    'no-empty-load',
    'no-navigational-load',
    'no-office-initialize',
    'test-for-null-using-isNullObject',
  ].map((rule) => [`office-addins/${rule}`, 'error']),
);

export default [
  { ignores: ['dist', 'node_modules', 'coverage', '.cache', 'samples'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { ...hooks.configs.flat.recommended, files: ['src/**/*.{ts,tsx}'] },
  {
    files: ['src/excel/**/*.ts', 'src/commands/**/*.ts', 'src/taskpane/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    languageOptions: { parserOptions: { projectService: true } },
    rules: officeRules,
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        Event: 'readonly',
        getComputedStyle: 'readonly',
        clearTimeout: 'readonly',
        document: 'readonly',
        window: 'readonly',
        navigator: 'readonly',
        performance: 'readonly',
        requestAnimationFrame: 'readonly',
        HTMLInputElement: 'readonly',
        HTMLSelectElement: 'readonly',
        PerformanceObserver: 'readonly',
        matchMedia: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  ...directions,
];
