import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Lock from 'lucide-react/icons/lock';
import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import styles from './field.module.css';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { ariaKeys } from './platform-keys';

interface Common {
  name: string;
  /** Off: the name is kept for assistive technology only, where the place tells what the field is. */
  showName?: boolean;
  icon?: LucideIcon;
  keys?: string | undefined;
  suffix?: ReactNode;
  hint?: string | undefined;
  /** What is wrong and how to repair it. */
  error?: string | undefined;
  /** Who set a read-only value. */
  setBy?: string | undefined;
}
export interface FieldProps extends Common, Omit<ComponentProps<'input'>, 'name' | 'className'> {
  inputRef?: Ref<HTMLInputElement>;
}
export interface AreaProps extends Common, Omit<ComponentProps<'textarea'>, 'name' | 'className'> {
  inputRef?: Ref<HTMLTextAreaElement>;
}

export function Field(props: FieldProps) {
  const { name, showName, icon, keys, suffix, hint, error, setBy, inputRef, ...input } = props;
  const id = useId();
  return (
    <Frame id={id} {...{ name, showName, icon, keys, suffix, hint, error, setBy }}>
      <input {...input} {...aria({ id, hint, error, setBy, keys })} ref={inputRef} className={styles.input} />
    </Frame>
  );
}

/** Grows with its text, up to six lines. */
export function Area(props: AreaProps) {
  const { name, showName, icon, keys, suffix, hint, error, setBy, inputRef, ...input } = props;
  const id = useId();
  return (
    <Frame id={id} {...{ name, showName, icon, keys, suffix, hint, error, setBy }}>
      <textarea
        rows={1}
        {...input}
        {...aria({ id, hint, error, setBy, keys })}
        ref={inputRef}
        className={styles.area}
      />
    </Frame>
  );
}

type Absent<T> = { [K in keyof T]: T[K] | undefined };

function aria({
  id,
  hint,
  error,
  setBy,
  keys,
}: Absent<Pick<Common, 'hint' | 'error' | 'setBy' | 'keys'>> & { id: string }) {
  return {
    id,
    readOnly: setBy ? true : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint || setBy ? `${id}-note` : undefined,
    'aria-keyshortcuts': keys ? ariaKeys(keys) : undefined,
  } as const;
}

function Frame(props: Absent<Common> & { id: string; children: ReactNode }) {
  const { id, name, showName, icon, keys, suffix, hint, error, setBy, children } = props;
  const note = error ?? setBy ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={showName ? styles.name : 'visually-hidden'}>
        {name}
      </label>
      <span className={error ? styles.boxWrong : styles.box}>
        {icon && <Icon glyph={icon} size={14} />}
        {children}
        {error && <Icon glyph={CircleAlert} size={14} className={styles.wrong} />}
        {setBy && <Icon glyph={Lock} size={14} />}
        {suffix}
        {keys && <Kbd keys={keys} />}
      </span>
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
