import fc from 'fast-check';
import { cut, padded, textWidth } from '../../src/cli/formats/width';
import { textTable } from '../../src/cli/formats/text-table';

describe('text in columns of a terminal', () => {
  it('counts Chinese letters and full-width marks twice', () => {
    expect(textWidth('A1')).toBe(2);
    expect(textWidth('小计：')).toBe(6);
    expect(textWidth('“双减”')).toBe(8);
  });

  it('pads to the width behind and before, and never cuts', () => {
    expect(padded('小计', 6)).toBe('小计  ');
    expect(padded('12', 4, 'before')).toBe('  12');
    expect(padded('高中阶段', 4)).toBe('高中阶段');
  });

  it('cuts to at most the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const kept = cut(text, width);
        // The mark of the cut is drawn one or two columns wide, depending on the font.
        expect(textWidth(kept)).toBeLessThanOrEqual(width + 1);
        if (textWidth(text) <= width) expect(kept).toBe(text);
      }),
    );
  });

  it('lines up the columns of a table', () => {
    expect(
      textTable(
        ['学校', '学位'],
        [
          ['宜阳二中', '2700'],
          ['小学', '45'],
        ],
        [1],
      ),
    ).toEqual(['  学校      学位', '  宜阳二中  2700', '  小学        45']);
  });
});
