// Accessibility by axe, WCAG 2.2 AA, inside the pane's frame.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations inside the pane's frame. Fluent's focus guards are hidden and hold the focus for no time. */
export async function violations(page) {
  const frame = page.frame({ url: /pane\.html/u });
  await frame.evaluate(AXE);
  const result = await frame.evaluate(
    (rules) => window.axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: rules }),
    RULES,
  );
  const said = ({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary.split('\n').at(-1).trim()}`;
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(said).join(' | ')}`);
}
