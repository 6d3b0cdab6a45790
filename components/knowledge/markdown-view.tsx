// biome-ignore-all lint/suspicious/noArrayIndexKey: nodes have no other name, and a changed text draws all of them anew.
import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { Fragment, type ReactNode, useMemo } from 'react';
import { i18n } from '#i18n';
import { findSlots } from '@/lib/knowledge/slots';
import { Chip } from '../ui/chip';
import { classNames } from '../ui/class-names';
import styles from './markdown-view.module.css';

export interface MarkdownViewProps {
  text: string;
  compact?: boolean;
  /** A line break in the text is one on screen, as it will be in the reply. */
  keepLines?: boolean;
}

/** Markdown as React elements. HTML in it is shown as text: nothing that an article says is ever run. */
export function MarkdownView({ text, compact, keepLines }: MarkdownViewProps) {
  const tree = useMemo(
    () => fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
    [text],
  );
  return (
    <div className={classNames(compact ? styles.compact : styles.article, keepLines && styles.lines)}>
      {renderAll(tree.children)}
    </div>
  );
}

function renderAll(nodes: readonly Nodes[]): ReactNode {
  return nodes.map((node, at) => <Fragment key={at}>{render(node)}</Fragment>);
}

function render(node: Nodes | Root | RootContent): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{renderAll(node.children)}</p>;
    case 'heading': {
      // Level 1 and 2 belong to the page.
      const Heading = (['h3', 'h3', 'h4', 'h5', 'h6', 'h6'] as const)[node.depth - 1] ?? 'h6';
      return <Heading>{renderAll(node.children)}</Heading>;
    }
    case 'text':
      return renderText(node.value);
    case 'strong':
      return <strong>{renderAll(node.children)}</strong>;
    case 'emphasis':
      return <em>{renderAll(node.children)}</em>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{renderAll(node.children)}</ol>
      ) : (
        <ul>{renderAll(node.children)}</ul>
      );
    case 'listItem':
      return (
        <li>
          {node.children.map((child, at) => (
            <Fragment key={at}>
              {child.type === 'paragraph' && !node.spread ? renderAll(child.children) : render(child)}
            </Fragment>
          ))}
        </li>
      );
    case 'blockquote':
      return <blockquote>{renderAll(node.children)}</blockquote>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'html':
      return <code>{node.value}</code>;
    case 'thematicBreak':
      return <hr />;
    case 'link':
      return isSafe(node.url) ? (
        <a href={node.url} target="_blank" rel="noreferrer">
          {renderAll(node.children)}
        </a>
      ) : (
        renderAll(node.children)
      );
    case 'image':
      return node.alt
        ? i18n.t('workspace.markdown.image', [node.alt])
        : i18n.t('workspace.markdown.noImageText');
    case 'table':
      return renderTable(node.children.map((row) => row.children.map((cell) => cell.children)));
    default:
      return 'children' in node ? renderAll(node.children as Nodes[]) : null;
  }
}

function renderTable([head = [], ...body]: Nodes[][][]): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col">
              {renderAll(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, at) => (
          <tr key={at}>
            {row.map((cell, cellAt) => (
              <td key={cellAt}>{renderAll(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Places that the ticket fills, as chips; those that nothing fills stand out. */
function renderText(text: string): ReactNode {
  const slots = findSlots(text);
  if (slots.length === 0) return text;
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const slot of slots) {
    pieces.push(text.slice(from, slot.start));
    pieces.push(
      <Chip key={slot.start} tone={slot.slot ? 'cite' : 'warn'}>
        {slot.slot ?? slot.name}
      </Chip>,
    );
    from = slot.end;
  }
  return [...pieces, text.slice(from)];
}

function isSafe(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url);
}
