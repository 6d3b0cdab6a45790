import { useState } from 'react';
import type { BubbleView } from './boot';
import { boot, cls } from './start-data';
import { when, words } from './words';

export function Bubble({ bubble }: { bubble: BubbleView }) {
  const [isWhole, setWhole] = useState(false);
  const { bubbleMarks } = boot.options;
  const look = bubble.isInternal
    ? 'MessageBubble--internalNote'
    : bubble.isAgent && 'MessageBubble--fromAgent';
  return (
    <article className={cls('MessageBubble--messageBubble', bubbleMarks && look)}>
      <header className={cls('MessageBubble--header')}>
        <span className={cls('Avatar--avatar')} aria-hidden="true">
          {initials(bubble.author)}
        </span>
        <strong>{bubble.author}</strong>
        {bubble.isInternal && <span className={cls('MessageBubble--badge')}>{words.internalNote}</span>}
        <span className={cls('MessageBubble--meta')}>
          {bubble.via} · <time dateTime={bubble.at}>{when(bubble.at)}</time>
        </span>
      </header>
      <div
        className={cls('MessageBubble--body')}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: mail as it came; the CSP allows no script in it.
        dangerouslySetInnerHTML={{ __html: isWhole ? (bubble.fullHtml ?? bubble.html) : bubble.html }}
      />
      {bubble.fullHtml !== null && (
        <button
          type="button"
          className={cls('MessageBubble--more')}
          aria-label={words.showMore}
          onClick={() => setWhole(!isWhole)}
        >
          •••
        </button>
      )}
      {bubble.attachments.map((attachment) => (
        <div key={attachment.url} className={cls('Attachment--attachment')}>
          <a className={cls('Attachment--preview')} href={attachment.url}>
            {attachment.name} · {Math.ceil(attachment.sizeBytes / 1024)} kB
          </a>
        </div>
      ))}
    </article>
  );
}

export function initials(name: string): string {
  const letters = name.split(/\s+/).map((word) => word[0] ?? '');
  return letters.slice(0, 2).join('').toUpperCase() || '?';
}
