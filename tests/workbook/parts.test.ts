import fc from 'fast-check';
import { generatedPart, generatedSheets, madeSheets, PARTS, parsePartXml, partXml } from '../../src/workbook';

describe('a part of the workbook as XML', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  test('comes back with its name and its text', () => {
    const clean = text.filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one));
    fc.assert(
      fc.property(clean, clean, (name, content) => {
        expect(parsePartXml(partXml(name, content))).toEqual({ name, text: content });
      }),
    );
  });

  test('keeps line breaks, tabs, quotes and signs', () => {
    const content = 'a\r\n\t"b" <c> & d';
    expect(parsePartXml(partXml('名', content))).toEqual({ name: '名', text: content });
    expect(partXml('名', content)).not.toMatch(/[\r\n\t]/u);
  });

  test('leaves out what XML cannot hold', () =>
    expect(parsePartXml(partXml('名', 'a\u0000b\ud800c\uffff'))?.text).toBe('abc'));

  test('may stand behind an XML declaration, and may be empty', () => {
    expect(parsePartXml(`<?xml version="1.0"?>\n${partXml('名', '字')}\n`)).toEqual({ name: '名', text: '字' });
    expect(parsePartXml('<part xmlns="urn:plancheck:part" name="名"/>')).toEqual({ name: '名', text: '' });
  });

  test.each([
    '',
    '文字',
    '<part name="名">无名空间</part>',
    '<part xmlns="urn:plancheck:part">无名</part>',
    '<part xmlns="urn:other" name="名">x</part>',
    '<other xmlns="urn:plancheck:part" name="名">x</other>',
    '<part xmlns="urn:plancheck:part" name="名">x</part><part/>',
    '<part xmlns="urn:plancheck:part" name="名"><b/></part>',
  ])('%s is no part', (xml) => expect(parsePartXml(xml)).toBeNull());

  test('numbers of characters that do not exist are nothing, and harm nobody', () => {
    const read = (inner: string) => parsePartXml(`<part xmlns="urn:plancheck:part" name="名">${inner}</part>`)?.text;
    expect(read('&#x110000;&#99999999999;a')).toBe('a');
    expect(read('&#x4e00;&#19968;&unknown;&apos;')).toBe("一一&unknown;'");
  });

  test('any text is read without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (xml) => parsePartXml(xml) === null || true));
    fc.assert(
      fc.property(fc.string(), (inner) => {
        parsePartXml(`<part xmlns="urn:plancheck:part" name="名">&#x${inner};&#${inner};</part>`);
      }),
    );
  });
});

describe('the list of generated sheets', () => {
  const parts = (text: string) => ({ [PARTS.generated]: text });
  test('comes back sorted and without repeats', () =>
    expect(generatedSheets(parts(generatedPart(['b', 'a', 'b'])))).toEqual(['a', 'b']));

  test.each(['', '{', '[]', 'null', '1', '{"sheets":1}', '{"sheets":"a"}'])('%p lists none', (text) => {
    expect(generatedSheets(parts(text))).toEqual([]);
    expect(madeSheets(parts(text)).size).toBe(0);
  });

  test('takes names only', () => expect(generatedSheets(parts('{"sheets":["a",1,null]}'))).toEqual(['a']));
  test('is empty where there is no part', () => expect(generatedSheets({})).toEqual([]));
});
