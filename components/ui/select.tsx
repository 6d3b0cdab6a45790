import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './select.module.css';

export interface SelectProps extends Omit<ComponentProps<'select'>, 'name' | 'onChange' | 'children'> {
  name: string;
  showName?: boolean;
  compact?: boolean;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

export function Select({ name, showName, compact, options, onChoose, ...rest }: SelectProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={showName ? styles.name : 'visually-hidden'}>
        {name}
      </label>
      <span className={styles.box}>
        <select
          {...rest}
          id={id}
          className={classNames(styles.select, compact && styles.compact)}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon glyph={ChevronDown} size={12} className={styles.chevron} />
      </span>
    </div>
  );
}
