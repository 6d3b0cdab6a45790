import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef } from 'react';
import { placeBeside } from './float';
import { Icon } from './icon';
import { Kbd } from './kbd';
import styles from './menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** One letter; typing it while the menu is open chooses the item. */
  letter?: string;
  /** Stands last, after a line. */
  apart?: boolean;
  onChoose: () => void;
}

export interface MenuProps {
  /** Accessible name of the list. */
  name: string;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
  /** Draws the button; spread what it is given on it. */
  trigger: (button: MenuTrigger) => ReactElement;
}

export interface MenuTrigger {
  popoverTarget: string;
  'aria-haspopup': 'menu';
}

/** A native popover (light dismiss, top layer, Esc) with the keys of a menu on it. */
export function Menu({ name, items, align = 'end', trigger }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];

  // The browser tells of an opened popover a moment later: a letter typed by then would land in the draft. With this
  // attribute, which React keeps to itself, the list has the focus as soon as it is shown.
  useLayoutEffect(() => list.current?.setAttribute('autofocus', ''), []);

  const opened = (open: boolean) => {
    const popover = list.current;
    if (!popover || !open) return;
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (anchor) placeBeside(popover, anchor, { align, gap: 4 });
    buttons()[0]?.focus();
  };
  const choose = (item: MenuItem) => {
    list.current?.hidePopover();
    item.onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const byLetter = items.find((item) => item.letter?.toLowerCase() === event.key.toLowerCase());
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (event.key === 'Tab') list.current?.hidePopover();
    else if (byLetter && !event.ctrlKey && !event.metaKey && !event.altKey) choose(byLetter);
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-haspopup': 'menu' })}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={name}
        className={styles.menu}
        onToggle={(event) => opened(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item.apart ? styles.apart : styles.item}
            aria-keyshortcuts={item.letter}
            onClick={() => choose(item)}
          >
            {item.icon && <Icon glyph={item.icon} size={14} />}
            <span className={styles.label}>{item.label}</span>
            {item.letter && <Kbd keys={item.letter.toUpperCase()} />}
          </button>
        ))}
      </div>
    </>
  );
}
