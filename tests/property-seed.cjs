const fc = require('fast-check');

// The gate draws the same cases on every machine; `PROPERTY_SEED=random npm test` (or a number) draws others.
const asked = process.env.PROPERTY_SEED ?? '20220801';
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(asked === 'random' ? {} : { seed: Number(asked) }) });
