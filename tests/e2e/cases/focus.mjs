import assert from 'node:assert/strict';
import { unseenStops } from '../focus-rings.mjs';
import { JOURNEYS } from '../pane-states.mjs';

/** States that together hold every kind of control. */
const HOLDERS = new Set([
  'first',
  'filters',
  'preview',
  'explaining',
  'names-to-choose',
  'names-and-recognized-tables',
  'filling',
  'journal-to-be-cleared',
  'baseline-contradicts',
  'reports-made',
  'consolidation-answered',
  'help',
  'rules-of-a-profile',
]);
const LOOKS = ['forced', 'light', 'dark', 'contrast'];

export const cases = {
  async 'what has the keyboard can be seen on every kind of control, in three themes and in the system’s high contrast'({
    open,
    page,
    pictures,
  }) {
    const blank = await page.context().newPage();
    const known = new Map(LOOKS.map((look) => [look, new Set()]));
    const unseen = [];
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [sample, states] of JOURNEYS.slice(0, 2)) {
      await page.bringToFront();
      const workbench = await open(sample);
      for (const [name, reach] of Object.entries(states)) {
        await reach({ ...workbench, page, pictures });
        if (!HOLDERS.has(name)) continue;
        for (const look of LOOKS) {
          await page.emulateMedia({ forcedColors: look === 'forced' ? 'active' : 'none' });
          await workbench.theme(look === 'forced' ? 'light' : look);
          await page.waitForTimeout(200);
          for (const stop of await unseenStops(page, blank, known.get(look))) unseen.push(`${name} ${look} ${stop}`);
        }
        await page.emulateMedia({ forcedColors: 'none' });
      }
    }
    const kinds = Math.min(...[...known.values()].map((set) => set.size));
    assert.ok(kinds > 25, `only ${kinds} kinds of controls were looked at`);
    assert.deepEqual(unseen, []);
  },
};
