import type { Box } from './cell-box';

const MOST_HEIGHT = 240;
const LEAST_HEIGHT = 120;
/** Letters typed within this time belong together when they look for an item. */
const TYPING_MS = 800;

/** A list to choose from, as Excel opens it under a cell; worked with the mouse or with the keyboard alone. */
export class ChoiceList {
  private readonly list = document.createElement('ul');
  private items: readonly string[] = [];
  private current = 0;
  private typed = '';
  private typedAt = 0;
  private before: HTMLElement | null = null;

  /** `chosen` is told of the item; `closed` of every end. */
  constructor(
    layer: HTMLElement,
    private readonly chosen: (item: string) => void,
    private readonly closed: () => void,
  ) {
    this.list.className = 'choice-list';
    this.list.id = 'choice-list';
    this.list.setAttribute('role', 'listbox');
    this.list.tabIndex = -1;
    this.list.hidden = true;
    layer.append(this.list);
    this.list.addEventListener('keydown', (event) => this.keyed(event));
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const index = [...this.list.children].indexOf(event.target as Element);
      if (index >= 0) this.choose(index);
    });
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  open(label: string, items: readonly string[], value: string): void {
    this.items = items;
    this.before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.list.setAttribute('aria-label', label);
    this.list.replaceChildren(...items.map(optionOf));
    this.list.hidden = false;
    this.moveTo(Math.max(0, items.indexOf(value)));
    this.list.focus({ preventScroll: true });
  }

  /** Keeps the list at its cell, above it where there is more room. */
  place(cell: Box, layer: HTMLElement): void {
    const below = layer.clientHeight - cell.top - cell.height;
    const isAbove = below < LEAST_HEIGHT && cell.top > below;
    const room = Math.min(MOST_HEIGHT, (isAbove ? cell.top : below) - 4);
    Object.assign(this.list.style, {
      left: `${Math.min(cell.left, layer.clientWidth - this.list.offsetWidth - 2)}px`,
      top: isAbove ? '' : `${cell.top + cell.height}px`,
      bottom: isAbove ? `${layer.clientHeight - cell.top}px` : '',
      minWidth: `${cell.width}px`,
      maxHeight: `${room}px`,
    });
  }

  close(): void {
    if (!this.isOpen) return;
    const hadFocus = document.activeElement === this.list;
    this.list.hidden = true;
    if (hadFocus) this.before?.focus({ preventScroll: true });
    this.closed();
  }

  private choose(index: number): void {
    const item = this.items[index];
    this.close();
    if (item !== undefined) this.chosen(item);
  }

  private keyed(event: KeyboardEvent): void {
    const last = this.items.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, this.current + 1),
      ArrowUp: Math.max(0, this.current - 1),
      PageDown: Math.min(last, this.current + 8),
      PageUp: Math.max(0, this.current - 8),
      Home: 0,
      End: last,
    };
    const to = event.altKey ? undefined : moves[event.key];
    if (to !== undefined) this.moveTo(to);
    else if (event.key === 'Enter' || event.key === ' ') this.choose(this.current);
    else if (event.key === 'Escape' || event.key === 'Tab' || (event.altKey && event.key === 'ArrowUp')) this.close();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.find(event.key);
    else return;
    event.preventDefault();
    // The grid would take the key for itself.
    event.stopPropagation();
  }

  private find(letter: string): void {
    const now = Date.now();
    this.typed = now - this.typedAt > TYPING_MS ? letter : this.typed + letter;
    this.typedAt = now;
    const found = this.items.findIndex((item) => item.startsWith(this.typed));
    if (found >= 0) this.moveTo(found);
  }

  private moveTo(index: number): void {
    const options = this.list.children;
    options[this.current]?.removeAttribute('aria-selected');
    this.current = index;
    const option = options[index];
    if (!option) return;
    option.setAttribute('aria-selected', 'true');
    this.list.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

function optionOf(item: string, index: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `choice-${index}`;
  option.setAttribute('role', 'option');
  option.textContent = item;
  return option;
}
