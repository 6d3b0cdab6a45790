import type { Standin } from '../../../standin/contract';
import type { Standins } from '../../../standin/start';
import type { SeenPage } from './contract';

/** How a person finds their way on the page of one helpdesk, and what its editor's model holds. */
export interface HelpdeskView {
  name: 'zendesk' | 'gorgias';
  standin: Standin;
  composer(ticketId: number): string;
  /** A place to click at that does nothing. */
  neutral(ticketId: number): string;
  /** HTML of the model; `null` while no editor is mounted. */
  readModel(tab: SeenPage, ticketId: number): Promise<string | null>;
  sendButton(ticketId: number): string;
  /** What is pressed to get from one ticket to another inside the page. */
  wayTo(ticketId: number): string;
  /** Pressed one after the other, sets the reply box to internal notes or back to public replies. */
  channelSteps(ticketId: number, mode: 'internal' | 'public'): string[];
  /** A ticket whose reply box takes plain text, with the options for it. */
  plainText: { ticketId: number; options: Record<string, unknown> };
}

export function helpdeskViews({ zendesk, gorgias }: Standins): HelpdeskView[] {
  return [zendeskView(zendesk), gorgiasView(gorgias)];
}

function zendeskView(standin: Standin): HelpdeskView {
  const pane = (ticketId: number) => `[data-side-conversations-anchor-id="${ticketId}"]`;
  const composer = (ticketId: number) => `${pane(ticketId)} [data-test-id$="-text-ckeditor"]`;
  return {
    name: 'zendesk',
    standin,
    composer,
    neutral: (ticketId) => `${pane(ticketId)} [data-test-id="omni-header-via-label"]`,
    readModel: (tab, ticketId) =>
      tab.evaluate((selector) => {
        const editable = document.querySelector(selector) as null | {
          ckeditorInstance?: { getData(): string };
        };
        return editable?.ckeditorInstance?.getData() ?? null;
      }, composer(ticketId)),
    sendButton: () => '[data-test-id="submit_button-button"]',
    wayTo: (ticketId) => `[data-test-id="header-tab"][data-entity-id="${ticketId}"]`,
    channelSteps: (ticketId, mode) => [
      `${pane(ticketId)} [data-test-id="omnichannel-channel-switcher-button"]`,
      `[data-test-id="omnichannel-channel-switcher-menuitem-${mode === 'internal' ? 'internal' : 'web'}"]`,
    ],
    plainText: { ticketId: 48206, options: {} },
  };
}

function gorgiasView(standin: Standin): HelpdeskView {
  return {
    name: 'gorgias',
    standin,
    composer: () => '[contenteditable="true"], textarea',
    neutral: () => '[class*="TicketPage--subject"]',
    readModel: (tab) =>
      tab.evaluate(() => {
        const { __standin } = window as never as { __standin?: { model(): { html: string } | null } };
        return __standin?.model()?.html ?? null;
      }),
    sendButton: () => '[class*="SendButtons--main"]',
    wayTo: (ticketId) => `nav a[href$="/${ticketId}"]`,
    channelSteps: (_, mode) => [
      `[class*="ChannelSwitch--choice"]:${mode === 'internal' ? 'last' : 'first'}-child`,
    ],
    plainText: { ticketId: 48201, options: { composer: 'textarea' } },
  };
}
