import { useState } from 'react';
import { i18n } from '#i18n';
import type { OutboundPiece, OutboundRequest, OutboundSection } from '@/lib/draft/prompt/outbound';
import { type MaskType, neverRestored } from '@/lib/privacy/finding';
import { Button, unlessDouble } from '../ui/button';
import { Chip } from '../ui/chip';
import { clockTime, listOf, money } from '../ui/format';
import { Sheet } from '../ui/sheet';
import styles from './request-sheet.module.css';

export interface RequestSheetProps {
  /** `null`: still being put together. */
  request: OutboundRequest | null;
  /** Of a million tokens sent; `null`: not told. */
  price: { perMillion: number; currency: string } | null;
  /** The request waits for this before it is sent; closing keeps it here. */
  onAnswer?: ((answer: 'send' | 'without-model') => void) | undefined;
  onClose: () => void;
}

/** The exact request, as it was or will be sent: nothing is summed up, only what stayed here is marked. */
export function RequestSheet({ request, price, onAnswer, onClose }: RequestSheetProps) {
  const [isShown, setShown] = useState(false);
  const isSecond = request?.purpose === 'second-reading';
  return (
    <Sheet
      title={i18n.t(titleKey(isSecond, onAnswer !== undefined))}
      closeName={i18n.t('panel.sheet.close')}
      onClose={onClose}
    >
      {request === null && <p className={styles.plain}>{i18n.t('panel.request.making')}</p>}
      {request?.hosts.length === 0 && (
        <p className={styles.plain} data-first="" tabIndex={-1}>
          {i18n.t('panel.request.nothing', [request.writer])}
        </p>
      )}
      {request && request.hosts.length > 0 && (
        <>
          <p className={styles.facts}>
            <span>{whereWords(request)}</span>
            <span>{request.writer}</span>
            <span>{i18n.t('panel.request.characters', [request.characters.toLocaleString()])}</span>
            <span>{i18n.t('panel.request.tokens', [request.tokens.toLocaleString()])}</span>
            <span>{costWords(request.tokens, price)}</span>
          </p>
          {onAnswer && (
            <div className={styles.answers}>
              <Button data-first="" onClick={() => (isSecond ? onClose() : onAnswer('without-model'))}>
                {i18n.t(isSecond ? 'panel.request.leave' : 'panel.action.withoutModel')}
              </Button>
              <Button variant="primary" onClick={unlessDouble(() => onAnswer('send'))}>
                {i18n.t(isSecond ? 'panel.request.sendSecond' : 'panel.request.send')}
              </Button>
            </div>
          )}
          <Kept request={request} isShown={isShown} onToggle={() => setShown(!isShown)} />
          {request.sections.map((section) => (
            <Section key={section.kind} section={section} isShown={isShown} />
          ))}
        </>
      )}
    </Sheet>
  );
}

function titleKey(isSecond: boolean, isAsked: boolean) {
  if (isAsked) return 'panel.request.ask';
  return isSecond ? 'panel.request.titleSecond' : 'panel.request.title';
}

/** What is sent, at the price that the settings tell; what the answer costs is not known before it came. */
function costWords(tokens: number, price: RequestSheetProps['price']): string {
  if (price === null) return i18n.t('panel.request.noPrice');
  return i18n.t('panel.request.cost', [money((tokens * price.perMillion) / 1_000_000, price.currency)]);
}

function whereWords({ purpose, hosts, sentAt }: OutboundRequest): string {
  return sentAt === null
    ? i18n.t(purpose === 'draft' ? 'panel.request.willGo' : 'panel.request.willGoSecond', [listOf(hosts)])
    : i18n.t('panel.request.sent', [clockTime(sentAt), listOf(hosts)]);
}

function Kept(props: { request: OutboundRequest; isShown: boolean; onToggle: () => void }) {
  const { request, isShown, onToggle } = props;
  const types = Object.entries(request.masked) as [MaskType, number][];
  const secrets = types.filter(([type]) => neverRestored.includes(type));
  const values = types.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className={styles.kept}>
      <div className={styles.keptHead}>
        <h3>{i18n.t('panel.request.kept', values)}</h3>
        {values > secrets.length && (
          <Button variant="ghost" compact aria-pressed={isShown} onClick={onToggle} data-first="">
            {i18n.t(isShown ? 'panel.request.hideThem' : 'panel.request.showThem')}
          </Button>
        )}
      </div>
      <div className={styles.types}>
        {types.map(([type, count]) => (
          <Chip key={type}>
            {i18n.t(`panel.mask.${type}`)} {count}
          </Chip>
        ))}
      </div>
      <p className={styles.hint}>
        {i18n.t(request.masked.ORDER_NAME ? 'panel.request.ordersKept' : 'panel.request.goodsSent')}
      </p>
      {secrets.length > 0 && <p className={styles.warn}>{i18n.t('panel.request.rotate')}</p>}
    </div>
  );
}

function Section({ section, isShown }: { section: OutboundSection; isShown: boolean }) {
  return (
    <details className={styles.section} open={section.kind === 'ticket'}>
      <summary>
        {i18n.t(`panel.request.section.${section.kind}`)}{' '}
        <span>{i18n.t('panel.request.tokens', [section.tokens.toLocaleString()])}</span>
      </summary>
      <p className={styles.text} dir="auto">
        {section.pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a request never change places.
          <Piece key={index} piece={piece} isShown={isShown} />
        ))}
      </p>
    </details>
  );
}

function Piece({ piece, isShown }: { piece: OutboundPiece; isShown: boolean }) {
  if ('text' in piece) return piece.text;
  return <mark className={styles.mask}>{(isShown ? piece.value : null) ?? piece.placeholder}</mark>;
}
