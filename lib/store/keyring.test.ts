import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { until } from '@/test/support/until';
import { createKeyring, type KeyState, type OpenedKey, type OpenedKeyHome } from './keyring';
import { seal, unseal } from './seal';
import { createSecretRepository } from './secrets';

const passphrase = 'four dry otters sing';
const minute = 60_000;

function memoryHome(): OpenedKeyHome & { opened: OpenedKey | null } {
  const target = new EventTarget();
  const home = {
    opened: null as OpenedKey | null,
    read: async () => home.opened,
    async write(opened: OpenedKey | null) {
      home.opened = opened;
      target.dispatchEvent(new Event('change'));
    },
    watch: (onChange: () => void, signal: AbortSignal) =>
      target.addEventListener('change', onChange, { signal }),
  };
  return home;
}

/** `reload` is another page on the same disk; `restart` one after the browser was closed. */
function setUp() {
  const indexedDB = new IDBFactory();
  let home = memoryHome();
  const time = { now: 1_800_000_000_000 };
  const page = () =>
    createKeyring(createSecretRepository(indexedDB), home, {
      now: () => time.now,
      idleMs: () => 30 * minute,
    });
  return {
    time,
    keyring: page(),
    reload: page,
    restart() {
      home = memoryHome();
      return page();
    },
    secrets: createSecretRepository(indexedDB),
  };
}

const stateOf = async (keyring: ReturnType<typeof createKeyring>): Promise<KeyState> => {
  const found = await keyring.look();
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

async function setUpSealed() {
  const all = setUp();
  await all.keyring.keep('sk-of-the-team', null);
  expect(await all.keyring.setPassphrase(null, passphrase)).toEqual({ ok: true, value: undefined });
  return all;
}

describe('sealing', () => {
  it('gives back what was sealed, and nothing for another passphrase or a changed byte', async () => {
    const sealed = await seal('sk-of-the-team', passphrase);
    expect(await unseal(sealed, passphrase)).toBe('sk-of-the-team');
    expect(await unseal(sealed, `${passphrase} `)).toBeNull();
    const bytes = sealed.bytes.slice(0);
    new Uint8Array(bytes)[0]! ^= 1;
    expect(await unseal({ ...sealed, bytes }, passphrase)).toBeNull();
    expect(await unseal({ ...sealed, bytes: new ArrayBuffer(0) }, passphrase)).toBeNull();
  });

  it('takes a new salt and a new start each time, and 600,000 rounds', async () => {
    const [one, other] = [await seal('same', passphrase), await seal('same', passphrase)];
    expect(one.iterations).toBe(600_000);
    expect(one.salt).not.toEqual(other.salt);
    expect(one.iv).not.toEqual(other.iv);
    expect(new Uint8Array(one.bytes)).not.toEqual(new Uint8Array(other.bytes));
  });

  it('opens with the same letters typed as other code points', async () => {
    const sealed = await seal('sk', 'Zoë läuft über Brücken'.normalize('NFC'));
    expect(await unseal(sealed, 'Zoë läuft über Brücken'.normalize('NFD'))).toBe('sk');
  });
});

describe('a key under a passphrase', () => {
  it('is kept nowhere on the disk in clear', async () => {
    const { secrets } = await setUpSealed();
    const kept = await secrets.get();
    if (!kept.ok || kept.value === null || !('sealed' in kept.value)) throw new Error('not sealed');
    expect(Object.keys(kept.value).sort()).toEqual(['failedAt', 'failures', 'sealed']);
    expect(Buffer.from(kept.value.sealed.bytes).toString('latin1')).not.toContain('sk-of-the-team');
  });

  it('is open for all pages after it was set, and locked when the browser was closed', async () => {
    const { reload, restart } = await setUpSealed();
    expect(await stateOf(reload())).toMatchObject({ state: 'open', key: 'sk-of-the-team' });
    const afterwards = restart();
    expect(await stateOf(afterwards)).toEqual({ state: 'locked', waitUntil: null });
    expect((await afterwards.unlock(passphrase)).ok).toBe(true);
    expect(await stateOf(afterwards)).toMatchObject({ state: 'open', key: 'sk-of-the-team' });
  });

  it('locks itself when it was not used for the idle time, and use makes it begin anew', async () => {
    const { keyring, time } = await setUpSealed();
    time.now += 29 * minute;
    await keyring.touch();
    time.now += 29 * minute;
    expect(await stateOf(keyring)).toMatchObject({ state: 'open' });
    time.now += 2 * minute;
    await keyring.touch();
    expect(await stateOf(keyring)).toEqual({ state: 'locked', waitUntil: null });
  });

  it('tells every page when it is locked, opened, and gone', async () => {
    const { keyring, reload } = await setUpSealed();
    const seen: string[] = [];
    const stop = new AbortController();
    reload().watch((found) => found.ok && seen.push(found.value.state), stop.signal);
    const last = (state: string) => until(() => expect(seen.at(-1)).toBe(state));
    await last('open');
    await keyring.lock();
    await last('locked');
    await keyring.unlock(passphrase);
    await last('open');
    await keyring.forget();
    await last('none');
    stop.abort();
  });

  it('is replaced only with its passphrase, and stays under it', async () => {
    const { keyring, restart } = await setUpSealed();
    expect(await keyring.keep('sk-other', null)).toMatchObject({ error: { code: 'not-opened' } });
    expect(await keyring.keep('sk-other', passphrase)).toMatchObject({ ok: true });
    const afterwards = restart();
    expect(await stateOf(afterwards)).toMatchObject({ state: 'locked' });
    await afterwards.unlock(passphrase);
    expect(await stateOf(afterwards)).toMatchObject({ key: 'sk-other' });
  });

  it('gets another passphrase, or none, only with the present one', async () => {
    const { keyring, restart } = await setUpSealed();
    expect(await keyring.setPassphrase('a guess', 'mine now')).toMatchObject({ ok: false });
    expect(await keyring.setPassphrase(passphrase, 'nine wet herons')).toMatchObject({ ok: true });
    const afterwards = restart();
    expect(await afterwards.unlock(passphrase)).toMatchObject({ error: { code: 'not-opened' } });
    expect(await afterwards.unlock('nine wet herons')).toMatchObject({ ok: true });
    expect(await afterwards.setPassphrase('nine wet herons', null)).toMatchObject({ ok: true });
    expect(await stateOf(restart())).toEqual({ state: 'plain', key: 'sk-of-the-team' });
  });
});

describe('fault 31: a wrong passphrase, again and again', () => {
  async function failTimes(keyring: ReturnType<typeof createKeyring>, times: number) {
    for (let at = 0; at < times; at += 1) {
      expect(await keyring.unlock(`guess ${at}`)).toMatchObject({ error: { code: 'not-opened' } });
    }
  }

  it('costs a wait that grows, that a reload does not shorten, and that the right one must keep to as well', async () => {
    const { reload, restart, time } = await setUpSealed();
    await failTimes(restart(), 5);
    const page = reload();
    const refused = await page.unlock(passphrase);
    expect(refused).toEqual({ ok: false, error: { code: 'wait', until: time.now + 30_000 } });
    expect(await stateOf(restart())).toEqual({ state: 'locked', waitUntil: time.now + 30_000 });

    time.now += 30_000;
    await failTimes(page, 1);
    expect(await stateOf(page)).toEqual({ state: 'locked', waitUntil: time.now + 60_000 });
    time.now += 60_000;
    await failTimes(page, 1);
    expect(await stateOf(page)).toEqual({ state: 'locked', waitUntil: time.now + 120_000 });
  });

  it('loses nothing: after the wait the right one opens, and the count begins anew', async () => {
    const { restart, time } = await setUpSealed();
    const page = restart();
    await failTimes(page, 5);
    time.now += 30_000;
    expect(await page.unlock(passphrase)).toMatchObject({ ok: true });
    expect(await stateOf(page)).toMatchObject({ state: 'open', key: 'sk-of-the-team' });
    await page.lock();
    await failTimes(page, 4);
    expect(await stateOf(page)).toEqual({ state: 'locked', waitUntil: null });
  });

  it('counts tries made at once from several pages', async () => {
    const { reload, restart, time } = await setUpSealed();
    const page = restart();
    await Promise.all([1, 2, 3, 4, 5].map((each) => (each % 2 ? page : reload()).unlock(`guess ${each}`)));
    expect(await stateOf(page)).toEqual({ state: 'locked', waitUntil: time.now + 30_000 });
  });

  it('is answered like a damaged key, and waits no longer when the clock is set back', async () => {
    const { restart, secrets, time } = await setUpSealed();
    await secrets.change((kept) =>
      kept && 'sealed' in kept
        ? { ...kept, sealed: { ...kept.sealed, bytes: new Uint8Array(20).buffer } }
        : kept,
    );
    const page = restart();
    expect(await page.unlock(passphrase)).toEqual({ ok: false, error: { code: 'not-opened' } });
    await failTimes(page, 4);
    time.now -= 1_000_000;
    expect(await stateOf(page)).toEqual({ state: 'locked', waitUntil: time.now + 30_000 });
  });

  it('can be left behind by forgetting the key, which needs no passphrase', async () => {
    const { restart } = await setUpSealed();
    const page = restart();
    await failTimes(page, 5);
    expect((await page.forget()).ok).toBe(true);
    expect(await page.keep('sk-new', null)).toMatchObject({ ok: true });
    expect(await stateOf(page)).toEqual({ state: 'plain', key: 'sk-new' });
  });
});
