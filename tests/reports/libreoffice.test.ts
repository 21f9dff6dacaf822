import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** As the gate installs it; elsewhere the name of the test says that it was not tried. */
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const SCRIPT = join(__dirname, '../../scripts/check-reports.mjs');

if (hasOffice) {
  test('LibreOffice calculates every formula of every report, on full, partial and empty data, to the stated value', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--only-compare'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const [, compared, different] = /^(\d+) formulas calculated by LibreOffice, (\d+) differ$/mu.exec(stdout) ?? [];
    expect(Number(compared)).toBeGreaterThan(1000);
    expect(different).toBe('0');
    expect(status).toBe(0);
  }, 180_000);
} else {
  test('skipped, LibreOffice is not installed: it calculates every formula of every report to the stated value', () => {
    expect(hasOffice).toBe(false);
  });
}
