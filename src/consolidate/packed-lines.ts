import { Deflate, Inflate, strToU8 } from 'fflate';

/**
 * Lines of text, packed for a custom XML part: deflated and written as base64. Excel holds such parts in memory as a
 * whole, and a thousand submissions as plain text are a hundred megabytes. Neither way holds the unpacked text as a whole.
 */
const MARK = 'deflated-lines:';
/** Multiples of 3 and 4, so that base64 can be made and read slice by slice. */
const BYTES = 3 * 8_192;
const LETTERS = 4 * 8_192;

/** What packed lines may unpack to before they are taken for an attack. */
const MOST_BYTES = 768 * 1024 * 1024;
const MOST_OF_A_LINE = 32 * 1024 * 1024;

/** No line may hold a line break. The same lines give the same text. */
export function packLines(lines: Iterable<string>): string {
  const slices: string[] = [];
  let rest = new Uint8Array(0);
  const write = (bytes: Uint8Array, isLast: boolean): void => {
    const whole = isLast ? bytes.length : bytes.length - (bytes.length % BYTES);
    for (let at = 0; at < whole; at += BYTES)
      slices.push(btoa(String.fromCharCode(...bytes.subarray(at, Math.min(at + BYTES, whole)))));
    rest = bytes.slice(whole);
  };
  const deflate = new Deflate({ level: 3 }, (chunk, isLast) => write(joined(rest, chunk), isLast));
  for (const line of lines) deflate.push(strToU8(`${line}\n`));
  deflate.push(new Uint8Array(0), true);
  return MARK + slices.join('');
}

export function isPacked(text: string): boolean {
  return text.startsWith(MARK);
}

/** The lines again, one at a time. Throws a `RangeError` where the text is damaged or unpacks to more than it may. */
export function* unpackLines(text: string): Generator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let ready: string[] = [];
  let line = '';
  let size = 0;
  let ended = false;
  const inflate = new Inflate((chunk, isLast) => {
    ended ||= isLast;
    size += chunk.length;
    const [first = '', ...more] = decoder.decode(chunk, { stream: !isLast }).split('\n');
    line += first;
    for (const piece of more) {
      refuseLong(line);
      ready.push(line);
      line = piece;
    }
    refuseLong(line);
    if (size > MOST_BYTES) throw new RangeError('the packed lines are more than they may');
  });
  for (let at = MARK.length; at < text.length; at += LETTERS) {
    pushOrRefuse(inflate, text.slice(at, at + LETTERS), at + LETTERS >= text.length);
    yield* ready;
    ready = [];
  }
  if (!ended || line !== '') throw new RangeError('the packed lines end too early');
}

function refuseLong(line: string): void {
  if (line.length > MOST_OF_A_LINE) throw new RangeError('a packed line is longer than it may');
}

/** Whatever a library throws at damaged bytes is one thing here. */
function pushOrRefuse(inflate: Inflate, base64: string, isLast: boolean): void {
  try {
    const binary = atob(base64);
    inflate.push(
      Uint8Array.from({ length: binary.length }, (_, i) => binary.charCodeAt(i)),
      isLast,
    );
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new RangeError('the packed lines are damaged', { cause: error });
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
