// Working in the pane without a mouse: what has the focus, and how to get it somewhere with Tab.
const MOST_TABS = 80;

/** The pane and a keyboard on it. Excel gives the pane the focus with F6; here its frame gets it. */
export async function keyboardOf(page) {
  const frame = page.frame({ url: /pane\.html/u });
  await frame.waitForSelector('[role=tablist]');
  // The grid's editor takes the focus a moment after a file is opened.
  await page.waitForTimeout(1_000);
  await page.locator('#pane').focus();
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Role, name and visible ring of what has the focus. */
  const focused = () =>
    frame.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return { role: '', name: '', isVisible: false };
      const name =
        element.getAttribute('aria-label') ??
        (element.labels?.length ? [...element.labels].map((label) => label.innerText).join(' ') : element.innerText);
      const isNative = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      return {
        role: element.getAttribute('role') ?? (isNative ? element.type : element.tagName.toLowerCase()),
        name: (name ?? '').replace(/\s+/gu, ' ').trim(),
        isVisible: element.matches(':focus-visible'),
      };
    });
  /** Presses Tab until something of this name has the focus; fails with what was passed. */
  const tabTo = async (name, key = 'Tab') => {
    const passed = [];
    for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
      const at = await focused();
      if (name.test(at.name)) {
        if (!at.isVisible) throw new Error(`the focus on ${at.name} cannot be seen`);
        return at;
      }
      passed.push(`${at.role} ${at.name.slice(0, 24)}`);
      await press(key);
    }
    throw new Error(`no stop ${name} with the keyboard; passed ${passed.slice(0, 30).join(' · ')}`);
  };
  return { frame, press, focused, tabTo, type: (text) => page.keyboard.insertText(text) };
}
