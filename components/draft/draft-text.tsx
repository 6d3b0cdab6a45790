import { Fragment, type ReactNode } from 'react';
import type { Claim } from '@/lib/draft/claim';
import { type DraftDocument, type Inline, isCitation } from '@/lib/draft/reply/document';
import type { Source } from '@/lib/draft/session/session-state';
import { classNames } from '../ui/class-names';
import styles from './draft.module.css';
import { ClaimChip, FootnoteChip } from './mark-chips';
import marks from './marks.module.css';
import { claimsOf, endOfLastSentence, type Segment, segments } from './segments';

export interface DraftTextProps {
  document: DraftDocument;
  claims: readonly Claim[];
  sources: readonly Source[];
  language: string | null;
  /** Words are arriving: the sentence at the end is grey and a caret stands after it. */
  writing?: boolean;
  /** Kept apart, e.g. a draft for an older state of the ticket. */
  dimmed?: boolean;
  openClaim?: string | null;
  onOpenSource: (number: number, claim: Claim | null) => void;
  onOpenClaim: (claim: Claim) => void;
}

/** The draft as a page to read: the first words stand here before the editor is loaded. */
export function DraftText(props: DraftTextProps) {
  const { document, language, writing = false, dimmed } = props;
  const lastBlock = document.blocks.length - 1;
  return (
    <div
      className={classNames(styles.draft, dimmed && styles.dimmed)}
      lang={language ?? undefined}
      dir="auto"
      aria-live="off"
      aria-busy={writing || undefined}
    >
      {document.blocks.map((block, index) => {
        const isLast = writing && index === lastBlock;
        // biome-ignore-start lint/suspicious/noArrayIndexKey: blocks have no other identity than their place.
        if (block.type === 'paragraph') {
          return (
            <p key={index}>
              <Line {...props} inlines={block.content} block={index} item={null} isGrowing={isLast} />
            </p>
          );
        }
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={index}>
            {block.items.map((item, at) => (
              <li key={at}>
                <Line
                  {...props}
                  inlines={item}
                  block={index}
                  item={at}
                  isGrowing={isLast && at === block.items.length - 1}
                />
              </li>
            ))}
          </List>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: see above.
      })}
      {writing && document.blocks.length === 0 && (
        <p>
          <Caret />
        </p>
      )}
    </div>
  );
}

interface LineProps extends DraftTextProps {
  inlines: readonly Inline[];
  block: number;
  item: number | null;
  isGrowing: boolean;
}

function Line({ inlines, block, item, isGrowing, claims, ...rest }: LineProps) {
  const text = inlines.map((inline) => (isCitation(inline) ? '' : inline.text)).join('');
  const checkedUntil = isGrowing ? endOfLastSentence(text) : Infinity;
  return (
    <>
      {segments(inlines, claimsOf(claims, block, item), checkedUntil).map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other identity than their place.
        <Fragment key={index}>
          <Part segment={segment} {...rest} />
        </Fragment>
      ))}
      {isGrowing && <Caret />}
    </>
  );
}

type PartProps = Pick<DraftTextProps, 'sources' | 'openClaim' | 'onOpenClaim' | 'onOpenSource'> & {
  segment: Segment;
};

function Part({ segment, sources, openClaim, onOpenClaim, onOpenSource }: PartProps): ReactNode {
  if (segment.kind === 'footnote') {
    const source = sources.find((each) => each.number === segment.number);
    return (
      <FootnoteChip number={segment.number} source={source} claim={segment.claim} onOpen={onOpenSource} />
    );
  }
  if (segment.kind === 'mark') {
    return <ClaimChip claim={segment.claim} open={segment.claim.id === openClaim} onOpen={onOpenClaim} />;
  }
  const { run, claim, checked } = segment;
  let node: ReactNode = run.text;
  if (run.bold) node = <strong>{node}</strong>;
  if (run.italic) node = <em>{node}</em>;
  if (run.href) node = <span className={styles.link}>{node}</span>;
  if (!checked) return <span className={marks.unchecked}>{node}</span>;
  return claim ? <span className={classNames(marks.claim, marks[claim.state])}>{node}</span> : node;
}

function Caret() {
  return <span className={styles.caret} aria-hidden="true" />;
}
