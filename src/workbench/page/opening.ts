import { openFile, type OpenedFile } from '../../files';
import type { Chosen } from './choosing';
import type { MessageLine } from './message-line';
import type { FileLooks } from './saving';
import { WORDS } from './words';

/** What opening needs of the page. */
export interface OpeningPage {
  readonly messages: MessageLine;
  /** Asks the person where changes would be lost. */
  mayReplace(next: string): Promise<boolean>;
  /** Puts the workbook into the grid; before it resolves the earlier one may be gone. */
  show(chosen: Chosen, opened: OpenedFile, looks: FileLooks): Promise<void>;
  /** The opening came to its end: what the page says about the open file has to be true again. */
  ended(): void;
}

/** Opens files one after another; where a file is chosen while another is still being opened, the last one wins. */
export class Opening {
  private turn = 0;

  constructor(private readonly page: OpeningPage) {}

  /** `isAgreed`: the person was asked already. */
  async open(chosen: Chosen, isAgreed = false): Promise<void> {
    const turn = ++this.turn;
    const isLast = (): boolean => turn === this.turn;
    try {
      if (isAgreed || (await this.page.mayReplace(chosen.name))) await this.read(chosen, isLast);
    } catch {
      if (isLast()) this.page.messages.warn(WORDS.noGrid);
    }
    if (isLast()) this.page.ended();
  }

  private async read(chosen: Chosen, isLast: () => boolean): Promise<void> {
    const { messages } = this.page;
    const { name } = chosen;
    if (!isLast()) return;
    messages.note(WORDS.opening(name));
    const bytes = await chosen.read().catch(() => null);
    if (!isLast()) return;
    if (bytes === null) return void messages.warn(WORDS.unreadable(name));
    const opened = openFile(bytes, name);
    if (!opened.ok) return void messages.warn(WORDS.refused(name, opened.message, opened.code));
    const { readLooks } = await import(/* webpackChunkName: "saving" */ './saving');
    const looks = await readLooks(bytes);
    if (!isLast()) return;
    await this.page.show(chosen, opened, looks);
    const more = [
      ...opened.notes.map(({ message }) => message),
      chosen.others > 0 ? WORDS.oneAtATime(chosen.others) : '',
    ];
    const said = more.join('');
    if (said === '') messages.note(WORDS.opened(name));
    else messages.warn(`${WORDS.opened(name)}。${said}`);
  }
}
