import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { escapeHtml } from './http';

/** Markdown of a seed article as the HTML that a help centre's editor would have stored. Raw HTML is shown as text. */
export function markdownToHtml(markdown: string): string {
  return toHtml(
    fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
  );
}

function inner(node: Parents): string {
  return node.children.map((child) => toHtml(child as Nodes)).join('');
}

function toHtml(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeHtml(node.value);
    case 'paragraph':
      return `<p>${inner(node)}</p>`;
    case 'heading':
      return `<h${node.depth}>${inner(node)}</h${node.depth}>`;
    case 'strong':
      return `<strong>${inner(node)}</strong>`;
    case 'emphasis':
      return `<em>${inner(node)}</em>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<pre>${escapeHtml(node.value)}</pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'blockquote':
      return `<blockquote>${inner(node)}</blockquote>`;
    case 'link':
      return `<a href="${escapeHtml(node.url)}">${inner(node)}</a>`;
    case 'image':
      return `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? '')}">`;
    case 'list':
      return node.ordered ? `<ol>${inner(node)}</ol>` : `<ul>${inner(node)}</ul>`;
    case 'listItem': {
      const [only] = node.children;
      // A tight item holds its text directly, as editors store it.
      const body = node.children.length === 1 && only?.type === 'paragraph' ? inner(only) : inner(node);
      return `<li>${body}</li>`;
    }
    case 'table': {
      const [head, ...rows] = node.children;
      const cells = (row: typeof head, tag: string) =>
        `<tr>${(row?.children ?? []).map((cell) => `<${tag}>${inner(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table>`;
    }
    default:
      return 'children' in node ? inner(node as Parents) : '';
  }
}
