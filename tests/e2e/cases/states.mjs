import assert from 'node:assert/strict';
import { join } from 'node:path';
import { violations } from '../axe.mjs';
import { JOURNEYS } from '../pane-states.mjs';

const inPane = (page, look) => page.frame({ url: /pane\.html/u }).evaluate(look);

/** Pixels by which anything in the pane is wider than the pane. */
const overflow = (page) =>
  inPane(page, () =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('#place, #place *')]
        .filter((element) => element.clientWidth > 0 && /auto|scroll|hidden/u.test(getComputedStyle(element).overflowX))
        .filter((element) => !/TEXTAREA|INPUT|SELECT/u.test(element.tagName) && element.clientWidth > 40)
        .map((element) => element.scrollWidth - element.clientWidth),
    ),
  );

/** Words that their button, label or heading does not show whole. */
const cutWords = (page) =>
  inPane(page, () =>
    [...document.querySelectorAll('button, label, h2, summary, [role=tab]')]
      .filter((one) => one.clientHeight > 0)
      .filter(
        (one) =>
          one.scrollHeight > one.clientHeight + 4 ||
          (one.tagName === 'BUTTON' && one.scrollWidth > one.clientWidth + 1),
      )
      .map((one) => one.innerText),
  );

async function walk([sample, states], { open, page, pictures }) {
  const workbench = await open(sample);
  for (const [name, reach] of Object.entries(states)) {
    await workbench.width(270);
    await reach({ ...workbench, page, pictures });
    for (const theme of ['dark', 'contrast', 'light']) {
      await workbench.theme(theme);
      assert.deepEqual(await violations(page), [], `${name} ${theme}`);
      await page.locator('#pane').screenshot({ path: join(pictures, `state-${name}-${theme}.png`) });
    }
    for (const width of [270, 320, 350, 450]) {
      await workbench.width(width);
      await page.waitForTimeout(150);
      assert.ok((await overflow(page)) <= 0, `${name}: wider than ${width} px`);
      assert.deepEqual(await cutWords(page), [], `${name}: words cut at ${width} px`);
      if (width > 270) await page.locator('#pane').screenshot({ path: join(pictures, `state-${name}-${width}.png`) });
    }
  }
}

export const cases = {
  ...Object.fromEntries(
    JOURNEYS.map((journey) => {
      const [first, last] = [Object.keys(journey[1])[0], Object.keys(journey[1]).at(-1)];
      return [
        `states of the pane from ${first} to ${last}: nothing against WCAG 2.2 AA in three themes, no cut word at four widths`,
        (tools) => walk(journey, tools),
      ];
    }),
  ),

  async 'the system’s high contrast: the chosen place and the levels can still be told'({ open, page, pictures }) {
    await page.emulateMedia({ forcedColors: 'active' });
    const workbench = await open('合成数据-袁州区-2023年6月-有误.xlsx');
    await workbench.audit();
    await page.waitForTimeout(300);
    await page.locator('#pane').screenshot({ path: join(pictures, 'forced-colours.png') });
    const seen = await inPane(page, () => {
      const line = (element) => getComputedStyle(element).borderBottomColor;
      const [chosen, other] = ['true', 'false'].map((is) => document.querySelector(`[role=tab][aria-selected=${is}]`));
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        tabsDiffer: line(chosen) !== line(other),
        signs: document.querySelectorAll('[role=listitem] svg').length,
      };
    });
    assert.equal(seen.isForced, true);
    assert.equal(seen.tabsDiffer, true, 'the chosen place differs by its line');
    assert.ok(seen.signs > 5, 'the levels have shapes, not colours alone');
  },
};
