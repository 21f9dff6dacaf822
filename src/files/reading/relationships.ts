import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { Tag, XmlScanner } from './xml-scanner';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, … */
  readonly kind: string;
  /** The related part's path in the package; for external ones the address as it stands. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Anything that gives the bytes of parts by their path: a package, or one being edited. */
interface PartSource {
  read(path: string): Uint8Array | null;
}

/** The relationships of a part (`''` is the package itself); none where it has none. */
export function readRelationships(parts: PartSource, of: string, limits: Limits): readonly Relationship[] {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const bytes = parts.read(relationshipsPath(of));
  if (!bytes) return [];
  const scanner = new XmlScanner(bytes, limits.depth);
  scanner.enterRoot('Relationships');
  const found: Relationship[] = [];
  const ids = new Set<string>();
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (tag === Tag.close || !scanner.is('Relationship')) continue;
    const target = scanner.attribute('Target') ?? '';
    const isExternal = scanner.attribute('TargetMode') === 'External';
    const id = scanner.attribute('Id') ?? '';
    // Which of two parts is meant, no program says.
    if (id !== '' && ids.has(id)) throw new Refusal('suspiciousPackage');
    ids.add(id);
    found.push({
      id,
      kind: /[^/]*$/.exec(scanner.attribute('Type') ?? '')?.[0] ?? '',
      target: isExternal ? target : resolvePath(folder, target),
      isExternal,
    });
  }
  return found;
}

/** Where the relationships of a part stand. */
export function relationshipsPath(of: string): string {
  const cut = of.lastIndexOf('/') + 1;
  return `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`;
}

/** A target as it stands in a part of `folder` (ending in `/` or empty) → path in the package. */
export function resolvePath(folder: string, target: string): string {
  const path = unescaped(target.replaceAll('\\', '/'));
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Letters that need no escape in an address mean the same escaped (RFC 3986, 2.3); others stay as they are. */
function unescaped(address: string): string {
  return address.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(letter) ? letter : escape;
  });
}
