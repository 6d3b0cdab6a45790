import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '@/lib/rpc/contract';
import { serveRpc } from '@/lib/rpc/serve';
import { type PageHandlers, type PageMethod, pageInputs, servePage } from '@/lib/rpc/serve-page';
import { defaultSettings } from '@/lib/settings/schema';
import type { WorkspaceDeps } from '@/lib/workspace/deps';
import { createModelDeps } from '@/lib/workspace/settings/model-deps';
import { createPreferences } from '@/lib/workspace/settings/preferences';
import { until } from '@/test/support/until';
import { MessageBus } from '../support/message-bus';

const held = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => held);

let bus: MessageBus;
beforeEach(() => {
  bus = new MessageBus();
  Object.assign(held.browser, bus.browser);
});

const strangers = {
  'another extension': {
    id: 'other',
    origin: 'chrome-extension://other',
    url: 'chrome-extension://other/x.html',
  },
  'a web page': { origin: 'https://acme.zendesk.com', url: 'https://acme.zendesk.com/agent/tickets/7' },
  'a sandboxed frame': { id: 'footnote', origin: 'null', url: 'about:srcdoc' },
  'an extension whose id begins like ours': {
    id: 'footnote',
    origin: 'chrome-extension://footnote.evil',
    url: 'chrome-extension://footnote.evil/sidepanel.html',
  },
  'a page that names our address as its own': {
    id: 'footnote',
    origin: 'http://evil.example',
    url: 'chrome-extension://footnote/sidepanel.html',
  },
};
const contentScript = {
  id: 'footnote',
  origin: 'https://acme.zendesk.com',
  url: 'https://acme.zendesk.com/agent',
  tab: { id: 4, windowId: 2 },
};

const sends = (method: string, input: unknown, footnote = 'call') =>
  (held.browser as MessageBus['browser']).runtime.sendMessage({ footnote, method, input });

describe('messages from outside', () => {
  const methods = Object.keys(pageInputs) as PageMethod[];
  const served = () => {
    const heard: string[] = [];
    const handlers = Object.fromEntries(methods.map((method) => [method, async () => heard.push(method)]));
    servePage(handlers as unknown as PageHandlers, new AbortController().signal);
    return heard;
  };

  it.each(Object.entries(strangers))(
    'fault 44: to a helpdesk page are not answered when %s sends them',
    async (_, sender) => {
      const heard = served();
      bus.sender = sender;
      expect(methods.length).toBeGreaterThan(4);
      for (const method of methods) expect(await sends(method, {})).toBeUndefined();
      expect(heard).toEqual([]);
    },
  );

  it.each(Object.entries(strangers))(
    'fault 44: to the background are not answered when %s sends them',
    async (_, sender) => {
      const open = vi.fn(async () => ({ opened: true }));
      const closing = vi.fn(async () => ({ given: true }));
      serveRpc({ 'panel.open': open, 'panel.closing': closing }, new AbortController().signal);
      bus.sender = sender;
      expect(await sends('panel.open', { draft: true })).toBeUndefined();
      expect(await sends('panel.closing', { windowId: 1 })).toBeUndefined();
      expect([open, closing].flatMap((each) => each.mock.calls)).toEqual([]);
    },
  );

  it('fault 44: a content script may open the panel, and may ask for nothing else', async () => {
    const asked = Object.entries(contract).filter(([, { from }]) => from === 'content-script');
    expect(asked.map(([method]) => method)).toEqual(['panel.open']);
    const closing = vi.fn(async () => ({ given: true }));
    serveRpc(
      { 'panel.open': async () => ({ opened: true }), 'panel.closing': closing },
      new AbortController().signal,
    );
    bus.sender = contentScript;
    expect(await sends('panel.closing', { windowId: 1 })).toBeUndefined();
    expect(await sends('panel.open', { draft: true })).toMatchObject({ ok: true });
    for (const odd of ['__proto__', 'constructor', 'settings.save', 'toString'])
      expect(await sends(odd, {})).toBeUndefined();
    expect(await sends('panel.open', { draft: true }, 'other')).toBeUndefined();
    expect(closing).not.toHaveBeenCalled();
  });
});

describe('the permission for a host', () => {
  it('fault 33: refused, it is told, nothing is sent, and only another press asks again', async () => {
    const request = vi.fn(async () => false);
    const probe = vi.fn();
    const models = vi.fn();
    const settings: Partial<WorkspaceDeps['settings']> = {
      watch: (onChange) => onChange(defaultSettings),
      readAddress: async () => ({ ok: true, origin: 'https://llm.example' }),
      requestOrigin: request,
      probe,
      models,
      save: async (change) => ({ ...defaultSettings, ...change }),
    };
    const preferences = createPreferences(
      { settings } as unknown as WorkspaceDeps,
      new AbortController().signal,
    );
    preferences.actions.changeEndpoint({ baseUrl: 'https://llm.example/v1' });
    await until(() => expect(preferences.get().addressProblem).toBeNull());
    // Typing an address asks for nothing.
    expect(request).not.toHaveBeenCalled();
    preferences.actions.test();
    const refused = { state: 'not-permitted', origin: 'https://llm.example' };
    await until(() => expect(preferences.get().test).toEqual(refused));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(request).toHaveBeenCalledTimes(1);
    preferences.actions.test();
    await until(() => expect(request).toHaveBeenCalledTimes(2));
    await until(() => expect(preferences.get().test).toEqual(refused));
    expect([probe.mock.calls, models.mock.calls]).toEqual([[], []]);
  });
});

describe('an endpoint that the company does not allow', () => {
  it('fault 32: is shown as typed with who forbids it, and is neither saved nor asked for', async () => {
    const request = vi.fn(async () => true);
    const save = vi.fn(async (change: object) => ({ ...defaultSettings, ...change }));
    const company = { allowedEndpoints: ['https://llm.example'], setBy: 'IT' };
    const settings: Partial<WorkspaceDeps['settings']> = {
      watch: (onChange) => onChange({ ...defaultSettings, company }),
      readAddress: async (baseUrl) => ({ ok: true, origin: new URL(baseUrl).origin }),
      requestOrigin: request,
      save,
    };
    const { get, actions } = createPreferences(
      { settings } as unknown as WorkspaceDeps,
      new AbortController().signal,
    );
    actions.changeEndpoint({ baseUrl: 'https://other.example/v1' });
    await until(() => expect(get().addressProblem).toBe('forbidden'));
    expect(get().settings.endpoint.baseUrl).toBe('https://other.example/v1');
    actions.test();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([save.mock.calls, request.mock.calls]).toEqual([[], []]);
    actions.changeEndpoint({ baseUrl: 'https://llm.example/v1' });
    await until(() => expect(get().addressProblem).toBeNull());
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('fault 32: gets no request, whoever asks for one', async () => {
    const send = vi.spyOn(globalThis, 'fetch');
    const { probe, models } = createModelDeps();
    const forbidden = {
      ...defaultSettings,
      provider: 'openai' as const,
      endpoint: { ...defaultSettings.endpoint, baseUrl: 'https://other.example/v1', model: 'm' },
      company: { allowedEndpoints: ['https://llm.example'] },
    };
    const { signal } = new AbortController();
    expect(await models(forbidden, 'key', signal)).toEqual([]);
    const checks = [];
    for await (const check of probe(forbidden, 'key', signal)) checks.push(check.state);
    expect(checks[0]).toBe('failed');
    expect(send).not.toHaveBeenCalled();
    send.mockRestore();
  });
});
