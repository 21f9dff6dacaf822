import { openFile } from '../../src/files';
import { nodeCodec } from '../../src/files/node';
import { HOSTILE_FILES } from './make';

const SECONDS = 10;

describe.each(HOSTILE_FILES.map((file) => [file.name, file] as const))('%s', (name, { make, expected }) => {
  const bytes = make();

  it.each([
    ['in Node', nodeCodec],
    ['in a browser', undefined],
  ])(
    `${expected === 'opens' || expected === 'empty' ? 'opens' : 'is refused as'} ${expected} %s`,
    (_, codec) => {
      const start = performance.now();
      const result = openFile(bytes, name, undefined, codec);
      expect((performance.now() - start) / 1000).toBeLessThan(SECONDS);
      const outcome = result.ok ? (result.notes.some(({ code }) => code === 'empty') ? 'empty' : 'opens') : result.code;
      expect(outcome).toBe(expected);
      if (!result.ok) expect(result.message).toMatch(/[\u4e00-\u9fff].*。$/);
    },
    30_000,
  );
});
