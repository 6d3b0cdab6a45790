import { useState } from 'react';
import { cls, hasSkin, labels, options } from './env';

export const submitStatuses = ['open', 'pending', 'hold', 'solved'] as const;
export type SubmitStatus = (typeof submitStatuses)[number];

interface Props {
  status: SubmitStatus;
  isLive: boolean;
  isBusy: boolean;
  onSubmit(status: SubmitStatus, isTrusted: boolean): void;
}

export function SubmitGroup({ status, isLive, isBusy, onSubmit }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={cls('footer')}>
      <input
        className={cls('macro')}
        data-test-id="ticket-footer-macro-menu-autocomplete-input"
        placeholder={labels.macro}
        aria-label={labels.macro}
      />
      <span className={cls('spacer')} />
      <button
        type="button"
        className={cls('quiet')}
        data-test-id="ticket-footer-post-save-actions-menu-button"
      >
        {labels[options.postSave]}
      </button>
      {isLive && (
        <button
          type="button"
          className={cls('quiet')}
          disabled={isBusy}
          data-test-id="omnichannel-omnicomposer-send-button"
          onClick={(event) => onSubmit(status, event.nativeEvent.isTrusted)}
        >
          {labels.send}
        </button>
      )}
      <div className={cls('submit-group')}>
        <button
          type="button"
          className={cls('submit')}
          data-test-id="submit_button-button"
          disabled={isBusy}
          onClick={(event) => onSubmit(status, event.nativeEvent.isTrusted)}
        >
          {labels.submitAs} <strong>{labels.statuses[status]}</strong>
        </button>
        <button
          type="button"
          className={cls('submit', 'submit-menu')}
          data-test-id="submit_button-menu-button"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-label={`${labels.submitAs} …`}
          onClick={() => setOpen(!isOpen)}
        >
          ▾
        </button>
        {isOpen && (
          <div className={cls('menu', 'menu-submit')} role="menu">
            {submitStatuses.map((choice) => (
              <button
                key={choice}
                type="button"
                role="menuitem"
                className={cls('menu-item')}
                {...(hasSkin('old-test-ids')
                  ? { 'data-action-id': choice }
                  : { 'data-test-id': `submit_button-menu-${choice}` })}
                onClick={(event) => {
                  setOpen(false);
                  onSubmit(choice, event.nativeEvent.isTrusted);
                }}
              >
                {labels.submitAs} <strong>{labels.statuses[choice]}</strong>
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
