import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Field } from './field';
import styles from './picker.module.css';
import { Sheet } from './sheet';

export interface PickerItem {
  id: string;
  /** The first line, one line. */
  title: ReactNode;
  /** Under it; cut at one line, and at several while the item is chosen. */
  preview: ReactNode;
}

export interface PickerProps<Item extends PickerItem> {
  title: string;
  /** Of the field. */
  name: string;
  closeName: string;
  items: readonly Item[];
  /** Where nothing is in the list, for the words typed. */
  empty: (query: string) => ReactNode;
  onSearch: (query: string) => void;
  onTake: (item: Item) => void;
  onClose: () => void;
  /** What can be done with the chosen item besides. */
  actions?: (item: Item) => ReactNode;
}

/** A field and the list it searches; arrows move, Enter takes. */
export function Picker<Item extends PickerItem>(props: PickerProps<Item>) {
  const { title, name, closeName, items, empty, onSearch, onTake, onClose, actions } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, items.length - 1);
  const chosen = items[at];
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Of the listbox's own options only the chosen one must be seen; the sheet scrolls, not the page.
    if (chosen) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isFromField = event.target instanceof HTMLInputElement;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined && items.length > 0) setWanted((to + items.length) % items.length);
    else if (event.key === 'Enter' && isFromField && chosen && !event.ctrlKey && !event.metaKey)
      onTake(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Sheet title={title} closeName={closeName} onClose={onClose} onKeyDown={onKeyDown}>
      <div className={styles.field}>
        <Field
          name={name}
          icon={Search}
          placeholder={name}
          value={query}
          data-first=""
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setWanted(0);
            onSearch(event.currentTarget.value);
          }}
        />
      </div>
      {items.length === 0 && <p className={styles.none}>{empty(query)}</p>}
      <div ref={list} role="listbox" id={`${id}-list`} aria-label={title} className={styles.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and its keys.
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onClick={() => (actions ? setWanted(index) : onTake(item))}
          >
            <span className={styles.title}>{item.title}</span>
            <span className={styles.preview}>{item.preview}</span>
          </div>
        ))}
      </div>
      {actions && chosen && <div className={styles.actions}>{actions(chosen)}</div>}
    </Sheet>
  );
}
