// Can one see what has the keyboard? Two pictures of each stop, with the focus and without, and the pixels that tell them apart.
const MOST_TABS = 120;
/** Room around a control in which its ring may lie. */
const MARGIN = 5;

/** Pixels of two equal clips whose colours differ by at least 3 : 1, as WCAG asks of a focus indicator. */
function changedPixels(blank, before, after) {
  return blank.evaluate(
    async ([one, other]) => {
      const read = async (text) => {
        const picture = await window.createImageBitmap(
          await (await window.fetch(`data:image/png;base64,${text}`)).blob(),
        );
        const canvas = new window.OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height).data;
      };
      const linear = (part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      const light = (data, at) =>
        0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
      const [first, second] = [await read(one), await read(other)];
      let count = 0;
      for (let at = 0; at < first.length; at += 4) {
        const [low, high] = [light(first, at), light(second, at)].sort((a, b) => a - b);
        if ((high + 0.05) / (low + 0.05) >= 3) count += 1;
      }
      return count;
    },
    [before.toString('base64'), after.toString('base64')],
  );
}

/**
 * Goes through the pane with Tab and says which stops cannot be seen. `known` holds the kinds that were looked at
 * already; alike controls are looked at once.
 */
export async function unseenStops(page, blank, known) {
  const frame = page.frame({ url: /pane\.html/u });
  await page.locator('#pane').focus();
  await frame.evaluate(() => document.querySelector('[role=tab][aria-selected=true]').focus());
  const unseen = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const stop = await frame.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const { tagName, type, className } = element;
      // A box that is checked with a hidden input is as large as the sign beside it.
      const shown = /^(?:checkbox|radio)$/u.test(type ?? '') ? element.parentElement : element;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const name = (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 20);
      const isOn = ['aria-selected', 'aria-pressed', 'aria-expanded'].map((is) => element.getAttribute(is)).join();
      return { kind: `${tagName} ${type} ${className} ${isOn} ${element.checked}`, name, left, top, width, height };
    });
    if (stop === null) return unseen;
    if (!known.has(stop.kind)) {
      known.add(stop.kind);
      // Rings and underlines do not grow into place here: the page is asked for reduced motion.
      await page.waitForTimeout(50);
      const { x, y, width, height } = await page.locator('#pane').boundingBox();
      const [left, top] = [Math.max(0, stop.left - MARGIN), Math.max(0, stop.top - MARGIN)];
      const clip = {
        x: x + left,
        y: y + top,
        width: Math.min(width, stop.left + stop.width + MARGIN) - left,
        height: Math.min(height, stop.top + stop.height + MARGIN) - top,
      };
      const focused = await page.screenshot({ clip });
      // The browser goes on from here with the next Tab.
      await frame.evaluate(() => document.activeElement.blur());
      await page.waitForTimeout(50);
      const count = await changedPixels(blank, focused, await page.screenshot({ clip }));
      // At least a line along the shorter way around.
      if (count < Math.max(24, Math.min(stop.width, 2 * stop.height)))
        unseen.push(
          `${stop.name || stop.kind.slice(0, 60)}: ${count} px of ${Math.round(stop.width)} × ${Math.round(stop.height)}`,
        );
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not come to an end');
}
