import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ModelPart, ModelProvider } from '@/lib/model/contract';
import { openedKeyHome } from '@/lib/platform/opened-key';
import { createKeyring } from '@/lib/store/keyring';
import { createSecretRepository } from '@/lib/store/secrets';
import { until } from '@/test/support/until';
import { createEndpointKey, type EndpointKey, withKey } from './endpoint-key';

const passphrase = 'ten tall pines';
const time = { now: 1_800_000_000_000 };
let stop: AbortController;
let keyring: ReturnType<typeof createKeyring>;
let key: EndpointKey;

beforeEach(async () => {
  fakeBrowser.reset();
  stop = new AbortController();
  keyring = createKeyring(createSecretRepository(new IDBFactory()), openedKeyHome, {
    now: () => time.now,
    idleMs: () => 60_000,
  });
  await keyring.keep('sk-secret', null);
  key = createEndpointKey(
    async () => keyring,
    () => time.now,
    stop.signal,
  );
});
afterEach(() => stop.abort());

/** Writes two words, then waits until it is told to stop. */
const slowWriter: ModelProvider = {
  id: 'openai',
  label: 'house-12b',
  egress: ['llm.example.net'],
  readsPrompt: true,
  contextTokens: null,
  async *write(_request, signal) {
    yield { type: 'text', text: 'Dear reader' };
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    yield { type: 'end', reason: 'aborted' };
  },
};

async function writeUntil(happens: () => Promise<unknown>, agent = new AbortController()) {
  const parts: ModelPart[] = [];
  const taken = await key.take();
  for await (const part of withKey(slowWriter, taken).write({} as never, agent.signal)) {
    parts.push(part);
    if (part.type === 'text') await happens();
  }
  return parts;
}

describe('the key of a request', () => {
  it('is there at once, and only while one is needed', async () => {
    expect(await key.take()).toMatchObject({ isLocked: false, key: null });
    key.follow(true);
    expect(await key.take()).toMatchObject({ isLocked: false, key: 'sk-secret' });
    key.follow(false);
    expect(await key.take()).toMatchObject({ isLocked: false, key: null });
  });

  it('is asked for with its passphrase, once for all pages, and locks itself when nothing was drafted', async () => {
    await keyring.setPassphrase(null, passphrase);
    await keyring.lock();
    const locks: unknown[] = [];
    key.watchLock((lock) => locks.push(lock), stop.signal);
    key.follow(true);
    expect(await key.take()).toEqual({ isLocked: true });
    expect(locks.at(-1)).toEqual({ waitUntil: null });
    expect(await key.unlock('a guess')).toBe('not-opened');
    expect(await key.unlock(passphrase)).toBe('opened');
    expect(locks.at(-1)).toBeNull();
    expect(await key.take()).toMatchObject({ key: 'sk-secret' });
    // The page slept: no timer told it that the time is over.
    time.now += 61_000;
    expect(await key.take()).toEqual({ isLocked: true });
  });
});

describe('fault 30: the key goes while a draft is written', () => {
  beforeEach(async () => {
    await keyring.setPassphrase(null, passphrase);
    key.follow(true);
    await key.take();
  });

  it('locked: breaks off, keeps what was written, and says why', async () => {
    expect(await writeUntil(keyring.lock)).toEqual([
      { type: 'text', text: 'Dear reader' },
      { type: 'error', error: { code: 'key-locked' } },
    ]);
  });

  it('removed: breaks off, keeps what was written, and says why', async () => {
    expect(await writeUntil(keyring.forget)).toEqual([
      { type: 'text', text: 'Dear reader' },
      { type: 'error', error: { code: 'key-gone' } },
    ]);
  });

  it('locked before it began: nothing is asked of the endpoint', async () => {
    await keyring.lock();
    await until(async () => expect(await key.take()).toEqual({ isLocked: true }));
    const write = vi.fn(slowWriter.write);
    const parts = [];
    const locked = withKey({ ...slowWriter, write }, await key.take());
    for await (const part of locked.write({} as never, stop.signal)) parts.push(part);
    expect(parts).toEqual([{ type: 'error', error: { code: 'key-locked' } }]);
    expect(write).not.toHaveBeenCalled();
  });

  it('stays the agent’s own stop when it was the agent who stopped', async () => {
    const agent = new AbortController();
    const parts = await writeUntil(async () => agent.abort(), agent);
    expect(parts.at(-1)).toEqual({ type: 'end', reason: 'aborted' });
  });
});
