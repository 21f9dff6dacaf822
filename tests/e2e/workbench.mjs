// What a person does in the workbench, as functions.
const LOOKS = [
  [320, 'light'],
  [350, 'dark'],
  [450, 'contrast'],
];

/** Opens the workbench with a sample and waits until the grid shows it. */
export async function openWorkbench(page, address, sample) {
  await page.goto(sample ? `${address}?sample=${encodeURIComponent(sample)}` : address);
  await page.waitForFunction(() => window.plancheckWorkbench?.isReady(), null, { timeout: 60_000 });
  const pane = page.frameLocator('#pane');
  return {
    page,
    pane,
    /** Presses the one button and waits for the verdict. */
    async audit() {
      await pane.getByRole('button', { name: /一键审核|重新审核/u }).click();
      await pane.getByRole('button', { name: '重新审核' }).waitFor({ timeout: 20_000 });
      await pane
        .getByText(/可以报送|需说明|需修改|没有找到/u)
        .first()
        .waitFor({ timeout: 20_000 });
    },
    async verdict() {
      return (
        await pane
          .getByText(/^(?:可以报送|需说明|需修改|没有找到.*)$/u)
          .first()
          .innerText()
      ).trim();
    },
    /** The text of the whole list of findings; it draws only what is in view, so it is scrolled through. */
    async findings() {
      const frame = page.frame({ url: /pane\.html/u });
      return frame.evaluate(async () => {
        const scroller = [...document.querySelectorAll('*')].find(
          (element) =>
            element.scrollHeight > element.clientHeight + 40 &&
            /auto|scroll/u.test(getComputedStyle(element).overflowY),
        );
        if (!scroller) return document.body.innerText;
        let text = '';
        for (let top = 0; top < scroller.scrollHeight; top += 150) {
          scroller.scrollTop = top;
          await new Promise((resolve) => setTimeout(resolve, 80));
          text += `${scroller.innerText}\n`;
        }
        return text;
      });
    },
    selection: () => page.evaluate(() => window.plancheckWorkbench.selection()),
    counters: () => page.evaluate(() => ({ ...window.plancheckWorkbench.host.counters })),
    /** Sets a value of the developer drawer. */
    async drawer(id, value) {
      const hidden = await page.locator('#drawer').evaluate((element) => element.hidden);
      if (hidden) await page.getByRole('button', { name: 'Developer' }).click();
      const control = page.locator(`#${id}`);
      if (typeof value === 'boolean') await control.setChecked(value);
      else if (await control.evaluate((element) => element.tagName === 'SELECT')) await control.selectOption(value);
      else await control.fill(value);
      await control.dispatchEvent('change');
    },
    theme: (name) => chooseTheme(page, name),
    width: (pixels) => page.locator('#width').selectOption(String(pixels)),
    /** Takes the pane at every width, each in another theme, as `PATH-320-light.png` and so on; then as it was opened. */
    async pictured(path) {
      const width = page.locator('#width');
      const before = [await width.inputValue(), await page.locator('#theme').inputValue()];
      for (const [pixels, theme] of LOOKS) {
        await width.selectOption(String(pixels));
        await chooseTheme(page, theme);
        await page.waitForTimeout(300);
        await page.locator('#pane').screenshot({ path: `${path}-${pixels}-${theme}.png` });
      }
      await width.selectOption(before[0]);
      await chooseTheme(page, before[1]);
    },
  };
}

/** Every colour that the pane shows, as one text. */
const colours = (page) =>
  page.frame({ url: /pane\.html/u }).evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .map((element) => {
        const { color, backgroundColor, borderColor } = getComputedStyle(element);
        return `${color} ${backgroundColor} ${borderColor}`;
      })
      .join('\n'),
  );

/** Chooses a theme and waits until the pane has faded over to it; half-way its colours are nobody's. */
async function chooseTheme(page, name) {
  const select = page.locator('#theme');
  const isOther = (await select.inputValue()) !== name;
  const before = await colours(page);
  await select.selectOption(name);
  let last = before;
  for (let tries = 0; tries < 50; tries++) {
    await page.waitForTimeout(120);
    const now = await colours(page);
    // The system's forced colours are the same in every theme: a second without a change is enough.
    if (now === last && (!isOther || now !== before || tries > 8)) return;
    last = now;
  }
  throw new Error(`the pane did not take the theme ${name}`);
}

/** Clicks into the grid and types, as a user does. */
export async function typeAt(page, position, text) {
  await page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').click({ position });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Selects a cell and types into it, once the grid listens: after a file is opened its editor takes the keys late. */
export async function typeInto(page, [sheet, row, column], text) {
  await page.evaluate((at) => window.plancheckWorkbench.select(...at), [sheet, row, column]);
  await page.waitForFunction(() => document.activeElement?.isContentEditable, null, { timeout: 10_000 });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
