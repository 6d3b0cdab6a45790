// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { zendeskPage } from './page';

interface Skin {
  tabMark: 'aria-current' | 'data-entity-is-selected' | 'aria-selected' | 'none';
  hasIsActive: boolean;
  hiding: 'display:none' | 'visibility:hidden' | 'opacity:0';
  anchor: 'data-side-conversations-anchor-id' | 'data-ticket-id' | 'layout';
}

const newest: Skin = {
  tabMark: 'aria-current',
  hasIsActive: true,
  hiding: 'display:none',
  anchor: 'data-side-conversations-anchor-id',
};

/** The page with the panes of some tickets mounted, one of them drawn and one tab selected. */
function show(
  skin: Skin,
  { panes, drawn, tab }: { panes: number[]; drawn: number | null; tab: number | null },
): void {
  const mark = {
    'aria-current': 'page',
    'data-entity-is-selected': 'true',
    'aria-selected': 'true',
    none: '',
  }[skin.tabMark];
  const tabs = panes.map(
    (id) =>
      `<a data-test-id="header-tab" data-entity-id="${id}" ${id === tab && skin.tabMark !== 'none' ? `${skin.tabMark}="${mark}"` : ''}>t</a>`,
  );
  const layouts = panes.map((id) => {
    const inner = skin.anchor === 'layout' ? '<p>log</p>' : `<div ${skin.anchor}="${id}"><p>log</p></div>`;
    const active = skin.hasIsActive ? `data-is-active="${id === drawn}"` : '';
    return `<div style="${id === drawn ? '' : skin.hiding}"><div data-test-id="ticket-${id}-standard-layout" ${active}>${inner}</div></div>`;
  });
  document.body.innerHTML = `<nav data-test-id="header-tablist">${tabs.join('')}</nav><main id="main_panes">${layouts.join('')}</main>`;
}

function openAt(path: string) {
  return zendeskPage.findOpenTicket(document, new URL(path, 'https://acme.zendesk.com'));
}

const ticket = (id: string) => ({
  kind: 'ticket',
  helpdesk: 'zendesk',
  account: 'acme.zendesk.com',
  ticketId: id,
  url: `https://acme.zendesk.com/agent/tickets/${id}`,
});

const skins: Skin[] = (['aria-current', 'data-entity-is-selected', 'aria-selected', 'none'] as const).flatMap(
  (tabMark) =>
    (['display:none', 'visibility:hidden', 'opacity:0'] as const).flatMap((hiding) =>
      (['data-side-conversations-anchor-id', 'data-ticket-id', 'layout'] as const).flatMap((anchor) =>
        [true, false].map((hasIsActive) => ({ tabMark, hiding, anchor, hasIsActive })),
      ),
    ),
);

describe('which ticket is open', () => {
  it.each(skins)(
    'is told when all agree, with $tabMark, $hiding, $anchor, data-is-active: $hasIsActive',
    (skin) => {
      show(skin, { panes: [11, 22, 33], drawn: 22, tab: 22 });
      expect(openAt('/agent/tickets/22')).toEqual(ticket('22'));
    },
  );

  it.each(skins)(
    'is not guessed when the pane drawn is another, with $tabMark, $hiding, $anchor, data-is-active: $hasIsActive',
    (skin) => {
      show(skin, { panes: [11, 22, 33], drawn: 33, tab: 22 });
      expect(openAt('/agent/tickets/22')).toEqual({ kind: 'ambiguous', found: ['22', '33'] });
    },
  );

  it('is not guessed when the selected tab is another', () => {
    show(newest, { panes: [11, 22], drawn: 22, tab: 11 });
    expect(openAt('/agent/tickets/22')).toEqual({ kind: 'ambiguous', found: ['22', '11'] });
  });

  it('follows address and tab while the new pane is still to come', () => {
    show(newest, { panes: [11], drawn: 11, tab: null });
    document
      .querySelector('nav')
      ?.insertAdjacentHTML(
        'beforeend',
        '<a data-test-id="header-tab" data-entity-id="22" aria-current="page"></a>',
      );
    expect(openAt('/agent/tickets/22')).toEqual(ticket('22'));
  });

  it('is not believed by the address alone while another pane is drawn', () => {
    show({ ...newest, tabMark: 'none' }, { panes: [11], drawn: 11, tab: null });
    expect(openAt('/agent/tickets/22').kind).toBe('ambiguous');
  });

  it('is read from the address whatever follows the number', () => {
    document.body.innerHTML = '';
    expect(openAt('/agent/tickets/4711/events')).toEqual(ticket('4711'));
    expect(openAt('/agent/tickets/4711?comment=9')).toEqual(ticket('4711'));
  });

  it('is none elsewhere, even with panes in the page', () => {
    show(newest, { panes: [11], drawn: null, tab: null });
    for (const path of [
      '/agent/dashboard',
      '/agent/filters/360001',
      '/agent/tickets/new/1',
      '/agent/users/11',
      '/agent/search/1',
    ]) {
      expect(openAt(path)).toEqual({ kind: 'none' });
    }
  });
});
