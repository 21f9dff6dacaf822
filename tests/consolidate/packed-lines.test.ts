import * as fc from 'fast-check';
import { packLines, unpackLines } from '../../src/consolidate/packed-lines';

const line = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\n', ''));
/** Long enough for several slices of base64, and badly deflatable. */
const longLine = fc.integer({ min: 1, max: 30_000 }).map((n) => {
  let text = '';
  for (let i = 0, x = n; i < n; i++) text += String.fromCharCode(0x4e00 + ((x = (x * 48271) % 2147483647) % 20_000));
  return text;
});

describe('lines packed for a part', () => {
  it('are the same lines when they are unpacked', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: line }, longLine), { maxLength: 40 }), (lines) => {
        expect([...unpackLines(packLines(lines))]).toEqual(lines);
      }),
    );
  });

  it('hold nothing that XML would have to escape', () => {
    expect(packLines(['<a href="x">&\r', '宜居宜业'])).toMatch(/^deflated-lines:[A-Za-z0-9+/]*=*$/u);
  });

  it('are refused where anything is cut off or changed, and never read as fewer', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `第${i}行，合成数据${i * 7919}`);
    const whole = packLines(lines);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        // Base64 may lose its last `=` and still say the same.
        fc.pre(/[^=]/u.test(whole.slice(length)));
        expect(() => [...unpackLines(whole.slice(0, length))]).toThrow(RangeError);
      }),
    );
    expect(() => [...unpackLines(`${whole.slice(0, 60)}*${whole.slice(61)}`)]).toThrow(RangeError);
  });

  it('are given one by one, so that a line too many costs nothing before it is asked for', () => {
    const bomb = packLines(Array.from({ length: 64 }, () => '0'.repeat(1_000_000)));
    expect(bomb.length).toBeLessThan(200_000);
    const first = unpackLines(bomb).next();
    expect(first.done ? null : first.value.length).toBe(1_000_000);
  });

  it('are refused where one line alone would fill the memory', () => {
    const bomb = packLines(['0'.repeat(40_000_000)]);
    expect(() => [...unpackLines(bomb)]).toThrow('longer than it may');
  });
});
