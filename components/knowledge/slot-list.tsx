import { i18n } from '#i18n';
import { findSlots } from '@/lib/knowledge/slots';
import { Chip } from '../ui/chip';
import styles from './article-detail.module.css';

/** Places of a canned reply that the ticket fills, each once, and what else the macro would do. */
export function SlotList({
  text,
  actions,
}: {
  text: string;
  actions: readonly { name: string; value: string }[];
}) {
  const slots = [...new Map(findSlots(text).map((slot) => [slot.slot ?? slot.name, slot])).values()];
  if (slots.length === 0 && actions.length === 0) return null;
  return (
    <section className={styles.section}>
      {slots.length > 0 && (
        <>
          <h3 className={styles.heading}>{i18n.t('workspace.detail.slots')}</h3>
          <ul className={styles.chips}>
            {slots.map(({ slot, name }) => (
              <li key={slot ?? name}>
                <Chip tone={slot ? 'cite' : 'warn'}>{slot ?? name}</Chip>
                {!slot && <span className={styles.unknown}>{i18n.t('workspace.detail.slotUnknown')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {actions.length > 0 && (
        <>
          <h3 className={styles.heading}>{i18n.t('workspace.detail.actions')}</h3>
          <ul className={styles.macro}>
            {actions.map(({ name, value }) => (
              <li key={`${name} ${value}`}>
                <code>{name}</code> {value}
              </li>
            ))}
          </ul>
          <p className={styles.note}>{i18n.t('workspace.detail.actionsNote')}</p>
        </>
      )}
    </section>
  );
}
