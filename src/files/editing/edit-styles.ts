import { BUILT_IN_FORMATS, showsCalendarDay } from '../opening/number-format';
import { Tag, XmlScanner } from '../reading/xml-scanner';
import { escapeXml } from '../writing/xml-text';
import { Splices } from './splices';

/** The styles part while cells get other number formats: each is a copy of the old style with another format. */
export class StyleEditor {
  private readonly formats = new Map<number, string>();
  private readonly styles: { readonly xml: string; readonly formatId: number }[] = [];
  private readonly newStyles: string[] = [];
  private readonly newFormats: string[] = [];
  private readonly known = new Map<string, number>();
  private prefix = '';
  private formatsEnd = -1;
  private rootContent = -1;
  private stylesEnd = -1;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly maxDepth: number,
  ) {
    const scanner = new XmlScanner(bytes, maxDepth);
    let inStyles = false;
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (this.rootContent < 0) {
        this.rootContent = scanner.at;
        this.prefix = new TextDecoder().decode(bytes.subarray(scanner.tagStart + 1, scanner.nameStart));
      }
      if (scanner.is('numFmts') && tag === Tag.close) this.formatsEnd = scanner.tagStart;
      else if (scanner.is('cellXfs')) {
        inStyles = tag === Tag.open;
        if (tag === Tag.close) this.stylesEnd = scanner.tagStart;
      } else if (tag !== Tag.close && scanner.is('numFmt')) {
        this.formats.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? '');
      } else if (tag !== Tag.close && inStyles && scanner.is('xf')) {
        const start = scanner.tagStart;
        const formatId = Number(scanner.attribute('numFmtId') ?? '0');
        if (tag === Tag.open) scanner.skip();
        this.styles.push({ xml: new TextDecoder().decode(bytes.subarray(start, scanner.at)), formatId });
      }
    }
  }

  /** True where the part has the list that new styles are added to. */
  get canAdd(): boolean {
    return this.stylesEnd >= 0 && this.styles.length > 0;
  }

  formatOf(style: number): string {
    const id = this.styles[style]?.formatId ?? 0;
    return this.formats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General';
  }

  showsDay(style: number): boolean {
    return showsCalendarDay(this.formatOf(style));
  }

  /** The number of the style like `style` with this number format; added where there is none yet. */
  withFormat(style: number, format: string): number {
    if (this.formatOf(style) === format) return style;
    const key = `${style}\n${format}`;
    let number = this.known.get(key);
    if (number !== undefined) return number;
    const formatId = this.formatId(format);
    const old = this.styles[style] ?? this.styles[0];
    const xml = (old?.xml ?? '')
      .replace(/\s(numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
      .replace(/^<[\w:.-]+/, (start) => `${start} numFmtId="${formatId}" applyNumberFormat="1"`);
    number = this.styles.push({ xml, formatId }) - 1;
    this.newStyles.push(xml);
    this.known.set(key, number);
    return number;
  }

  private formatId(format: string): number {
    for (const [id, code] of this.formats) if (code === format) return id;
    const builtIn = FIXED_FORMATS.find(([, code]) => code === format);
    if (builtIn && !this.formats.has(builtIn[0])) return builtIn[0];
    const id = Math.max(163, ...this.formats.keys()) + 1;
    this.formats.set(id, format);
    this.newFormats.push(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`);
    return id;
  }

  /** The part with what was added; `null` where nothing was. */
  finish(): Uint8Array | null {
    if (this.newStyles.length === 0) return null;
    const splices = new Splices(this.bytes);
    const p = this.prefix;
    if (this.newFormats.length > 0) {
      const xml = this.newFormats.join('');
      if (this.formatsEnd >= 0) splices.insert(this.formatsEnd, xml);
      else splices.insert(this.rootContent, `<${p}numFmts count="${this.newFormats.length}">${xml}</${p}numFmts>`);
    }
    splices.insert(this.stylesEnd, this.newStyles.join(''));
    this.updateCounts(splices);
    return splices.apply();
  }

  private updateCounts(splices: Splices): void {
    const scanner = new XmlScanner(this.bytes, this.maxDepth);
    for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
      if (tag !== Tag.open) continue;
      const isStyles = scanner.is('cellXfs');
      if (!isStyles && !(scanner.is('numFmts') && this.newFormats.length > 0)) continue;
      const added = isStyles ? this.newStyles.length : this.newFormats.length;
      scanner.eachAttribute((nameStart, nameEnd, start, end) => {
        const text = new TextDecoder().decode(this.bytes.subarray(nameStart, end));
        if (nameEnd - nameStart === 5 && text.startsWith('count')) {
          splices.replace(start, end, String(Number(text.slice(text.length - (end - start))) + added));
        }
      });
    }
  }
}

/** Ids that mean the same in every language. */
const FIXED_FORMATS = Object.entries(BUILT_IN_FORMATS)
  .map(([id, code]) => [Number(id), code] as const)
  .filter(([id]) => id <= 4 || (id >= 9 && id <= 13) || id === 49);
