const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** Tests run in Node; a test of the pane asks for jsdom by its first line. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts?(x)'],
  transform: { '^.+\\.tsx?$': swc },
  setupFiles: ['<rootDir>/tests/property-seed.cjs'],
  globalSetup: '<rootDir>/tests/univer-bundle.cjs',
  moduleNameMapper: {
    '\\.css$': '<rootDir>/tests/empty-style.cjs',
    '/univer-engine$': '<rootDir>/.cache/univer-engine.cjs',
  },
};
