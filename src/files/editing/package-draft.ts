import type { Limits } from '../limits';
import type { ZipCodec } from '../opening/codec';
import { OfficePackage } from '../opening/package';
import { readRelationships, relationshipsPath, resolvePath, type Relationship } from '../reading/relationships';
import { Tag, XmlScanner } from '../reading/xml-scanner';
import { PACKAGE_RELATIONSHIP_NS, RELATIONSHIP_NS, XML_DECLARATION } from '../writing/package-parts';
import { escapeXml } from '../writing/xml-text';
import { Splices } from './splices';
import { writeZip, type NewEntry } from './write-zip';

const CONTENT_TYPES = '[Content_Types].xml';

/** A package while it is being edited: parts that are changed, added or removed over those that it came with. */
export class PackageDraft {
  private readonly original: OfficePackage;
  /** By lower-case path; `null` is removed. */
  private readonly changed = new Map<string, { readonly path: string; readonly content: Uint8Array } | null>();

  constructor(
    private readonly bytes: Uint8Array,
    readonly limits: Limits,
    private readonly codec: ZipCodec,
  ) {
    this.original = new OfficePackage(bytes, limits, codec);
  }

  get source(): OfficePackage {
    return this.original;
  }

  paths(): readonly string[] {
    const kept = this.original.entries.map(({ name }) => name).filter((name) => !this.changed.has(name.toLowerCase()));
    return [...kept, ...[...this.changed.values()].flatMap((part) => (part ? [part.path] : []))];
  }

  read(path: string): Uint8Array | null {
    const changed = this.changed.get(path.toLowerCase());
    return changed === undefined ? this.original.read(path) : (changed?.content ?? null);
  }

  write(path: string, content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.changed.set(path.toLowerCase(), { path: this.original.find(path)?.name ?? path, content: bytes });
  }

  /** Takes a part away together with its content type and its own relationships. */
  remove(path: string): void {
    this.changed.set(path.toLowerCase(), null);
    const relationships = relationshipsPath(path);
    if (this.read(relationships)) this.changed.set(relationships.toLowerCase(), null);
    this.editElements(CONTENT_TYPES, 'Override', (scanner) =>
      (scanner.attribute('PartName') ?? '').toLowerCase() === `/${path}`.toLowerCase() ? '' : null,
    );
  }

  /** The part goes through `edit`, which may add splices; it is left untouched where there are none. */
  edit(path: string, edit: (bytes: Uint8Array, splices: Splices) => void): void {
    const bytes = this.read(path);
    if (!bytes) return;
    const splices = new Splices(bytes);
    edit(bytes, splices);
    if (!splices.isEmpty) this.write(path, splices.apply());
  }

  scan(bytes: Uint8Array): XmlScanner {
    return new XmlScanner(bytes, this.limits.depth);
  }

  /** Replaces empty elements of a name by what `change` gives; `null` leaves one as it is. */
  private editElements(path: string, name: string, change: (scanner: XmlScanner) => string | null): void {
    this.edit(path, (bytes, splices) => {
      const scanner = this.scan(bytes);
      for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
        if (tag === Tag.close || !scanner.is(name)) continue;
        const start = scanner.tagStart;
        const text = change(scanner);
        if (tag === Tag.open) scanner.skip();
        if (text !== null) splices.replace(start, scanner.at, text);
      }
    });
  }

  addContentType(path: string, type: string): void {
    this.edit(CONTENT_TYPES, (bytes, splices) =>
      this.insertAtEnd(
        bytes,
        splices,
        (prefix) => `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`,
      ),
    );
  }

  /** Inserts XML before the end tag of the root element; `make` is told the root's prefix (`x:` or nothing). */
  insertAtEnd(bytes: Uint8Array, splices: Splices, make: (prefix: string) => string): void {
    const scanner = this.scan(bytes);
    const tag = scanner.next();
    const prefix = new TextDecoder().decode(bytes.subarray(scanner.tagStart + 1, scanner.nameStart));
    if (tag === Tag.empty) {
      const name = prefix + scanner.name();
      splices.replace(scanner.attributesEnd, scanner.at, `>${make(prefix)}</${name}>`);
      return;
    }
    scanner.skip();
    splices.insert(scanner.tagStart, make(prefix));
  }

  /** Adds a relationship and returns its id. `target` is a path in the package. */
  relate(from: string, kind: string, target: string): string {
    const path = relationshipsPath(from);
    if (!this.read(path)) this.write(path, `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIP_NS}"/>`);
    const used = new Set(this.relationships(from).map(({ id }) => id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const relative = relativePath(from, target);
    this.edit(path, (bytes, splices) =>
      this.insertAtEnd(
        bytes,
        splices,
        (prefix) =>
          `<${prefix}Relationship Id="rId${number}" Type="${RELATIONSHIP_NS}/${kind}" Target="${escapeXml(relative)}"/>`,
      ),
    );
    return `rId${number}`;
  }

  /** Takes away the relationships of `from` that lead to `target`. */
  unrelate(from: string, target: string): void {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    this.editElements(relationshipsPath(from), 'Relationship', (scanner) =>
      resolvePath(folder, scanner.attribute('Target') ?? '').toLowerCase() === target.toLowerCase() ? '' : null,
    );
  }

  relationships(of: string): readonly Relationship[] {
    return readRelationships(this, of, this.limits);
  }

  /** The edited package; untouched parts keep their packed bytes and their order. */
  toZip(): Uint8Array {
    const seen = new Set<string>();
    const entries: NewEntry[] = [];
    for (const entry of this.original.entries) {
      const key = entry.name.toLowerCase();
      const changed = this.changed.get(key);
      seen.add(key);
      if (changed === undefined) entries.push({ kept: entry });
      else if (changed) entries.push({ name: entry.name, content: changed.content });
    }
    for (const [key, part] of this.changed) {
      if (part && !seen.has(key)) entries.push({ name: part.path, content: part.content });
    }
    return writeZip(this.bytes, entries, this.codec);
  }
}

/** A target as programs write it: relative to the folder of the part that it belongs to. */
function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const steps = to.split('/');
  while (folder.length > 0 && steps.length > 1 && folder[0] === steps[0]) {
    folder.shift();
    steps.shift();
  }
  return [...folder.map(() => '..'), ...steps].join('/');
}
