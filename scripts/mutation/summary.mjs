import { interval, mutantKey, NOT_DRAWN } from './sample.mjs';

const FOUND = ['Killed', 'Timeout', 'RuntimeError'];

/** The mutants of Stryker's report that count, as the runner knows them (lines and columns from 0). */
function mutantsOf(report, isWanted) {
  const shifted = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  return Object.entries(report.files).flatMap(([fileName, { source, mutants }]) =>
    mutants
      .map((mutant) => {
        const location = { start: shifted(mutant.location.start), end: shifted(mutant.location.end) };
        return { ...mutant, fileName, source, location };
      })
      // Mutants that no test reaches never come to the draw.
      .filter(({ status, statusReason = '' }) => status !== 'Ignored' && !statusReason.includes(NOT_DRAWN))
      .filter((one) => one.status !== 'NoCoverage' || isWanted(mutantKey(one))),
  );
}

/**
 * What a report says: a table by file, the survivors with their lines, and the score.
 * @param isWanted whether a mutant, by its key, was to be tried
 * @returns left: the keys of mutants that were not found; score: 0 to 1
 */
export function summary(report, isWanted) {
  const mutants = mutantsOf(report, isWanted);
  const count = (of, ...states) => of.filter(({ status }) => states.includes(status)).length;
  const line = (name, of) => {
    const found = count(of, ...FOUND);
    const [low, high] = interval(found, of.length).map((one) => (100 * one).toFixed(1));
    const score = ((100 * found) / of.length).toFixed(1);
    const figures = [of.length, count(of, 'Killed', 'RuntimeError'), count(of, 'Timeout')];
    const missed = [count(of, 'Survived'), count(of, 'NoCoverage')];
    return `| ${[name, ...figures, ...missed, `${score} %`, `${low}–${high} %`].join(' | ')} |`;
  };
  const names = [...new Set(mutants.map(({ fileName }) => fileName))];
  const rows = names.map((name) =>
    line(
      name,
      mutants.filter(({ fileName }) => fileName === name),
    ),
  );
  const head = '| file | mutants | killed | timed out | survived | not reached | score | 95 % interval |';
  const left = mutants.filter(({ status }) => !FOUND.includes(status));
  return {
    left: left.map(mutantKey),
    score: count(mutants, ...FOUND) / mutants.length,
    text: {
      files: [head, '|---|---|---|---|---|---|---|---|', ...rows, line('all', mutants)].join('\n'),
      survivors: left.map(survivorText).join('\n'),
    },
  };
}

function survivorText({ fileName, source, location, mutatorName, replacement, status }) {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  const cut = lines.map((text, i) => text.slice(i === 0 ? start.column : 0, i === last ? end.column : undefined));
  const short = (text) => {
    const plain = text.replaceAll(/\s+/gu, ' ').trim();
    return plain.length > 110 ? `${plain.slice(0, 60)} … ${plain.slice(-40)}` : plain;
  };
  const place = `${fileName}:${start.line + 1}:${start.column + 1}`;
  return `${place} ${status === 'NoCoverage' ? '(not reached) ' : ''}${mutatorName}: ${short(cut.join('\n'))} → ${short(replacement ?? '')}`;
}
