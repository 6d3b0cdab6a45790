import { expect, test } from '@playwright/test';
import { type Answer, html, json, status, words } from '../support/sse-server';
import { endpointAt, heldAnswer } from './support/endpoint';
import { type ModelStage, openModelStage } from './support/model-stage';
import { changeSettings } from './support/settings';

let stage: ModelStage;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  stage = await openModelStage('zendesk', { ticketId: 48201 });
});
test.afterAll(() => stage?.close());

const seen = (text: string | RegExp) => expect(stage.panel.page.getByText(text).first()).toBeVisible();
const press = (name: string | RegExp) => stage.panel.button(name).first().click();
const asks = () => stage.server.requests.filter(({ path }) => path.endsWith('/chat/completions')).length;

const someWords = () => heldAnswer('Hi there, thank you for writing to us. ');

const others = ['a', 'b', 'c', 'd', 'e', 'house-12b'].map((id) => ({ id, object: 'model' }));

const refusals: [name: string, answer: Answer, sentence: string | RegExp, next: string, tries: number][] = [
  ['401', status(401), 'The endpoint refused the key.', 'Open Settings', 1],
  ['403', status(403), 'The endpoint knows the key but not this model.', 'Choose a model', 1],
  ['404', status(404), 'house-12b is not there any more. 5 others are.', 'Choose a model', 1],
  ['429', status(429, { 'retry-after': '120' }), 'The endpoint asks to wait 120 s.', 'Try again', 1],
  ['500', status(500), 'The endpoint failed (500). Tried 3 times.', 'Try again', 3],
  ['a login page with 200', html(), /^A web page came back, not an answer/, 'Test the endpoint', 1],
];

for (const [name, answer, sentence, next, tries] of refusals) {
  test(`${name} from the endpoint has its own sentence and a next step`, async () => {
    stage.server.models(json({ object: 'list', data: others }));
    stage.server.chat(answer);
    const before = asks();
    await press('Draft');
    await expect(stage.panel.page.getByText(sentence)).toBeVisible();
    await expect(stage.panel.button(next).first()).toBeVisible();
    await expect(stage.panel.button('Without a model')).toBeVisible();
    await expect(stage.panel.page.getByText('Sign in')).toHaveCount(0);
    expect(asks() - before).toBe(tries);
  });
}

test('a wait that the endpoint asks for is waited for, then the draft comes', async () => {
  stage.server.chat(status(429, { 'retry-after': '2' }), words('Hi there, here is the answer.'));
  const before = asks();
  const began = Date.now();
  await press('Draft');
  await seen(/here is the answer/);
  expect(Date.now() - began).toBeGreaterThanOrEqual(2000);
  expect(asks() - before).toBe(2);
});

test('Stop keeps the words, says how many, and reaches the wire', async () => {
  await stage.turnTo(48208);
  stage.server.chat(someWords().answer);
  await press('Draft');
  await seen(/thank you for writing to us/);
  await press(/^Stop/);
  await seen('Stopped at 8 words.');
  await expect.poll(() => stage.server.requests.at(-1)?.closedEarly).toBe(true);
  expect(await stage.panel.words()).toContain('Hi there, thank you for writing to us.');
  await expect(stage.panel.insert).toBeVisible();
});

test('Stop before the first word goes back to the start, without an error', async () => {
  await stage.turnTo(48217);
  stage.server.chat(() => {});
  const before = asks();
  await press('Draft');
  await expect.poll(asks).toBe(before + 1);
  await expect(stage.panel.button(/^Stop/)).toBeVisible();
  await press(/^Stop/);
  await expect(stage.panel.button('Draft').first()).toBeVisible();
  await expect(stage.panel.page.getByText(/answered without a word/)).toHaveCount(0);
});

test('a stream that stalls is told after the time that was set, and its words stay', async () => {
  // For this test alone: the others would be too slow for it on a busy machine.
  const stallSeconds = 3;
  await changeSettings(stage.browser, { endpoint: endpointAt(stage.server, { stallSeconds }) });
  await stage.turnTo(48218);
  stage.server.chat(someWords().answer);
  const began = Date.now();
  await press('Draft');
  await seen(/thank you for writing to us/);
  await seen(`Nothing came for ${stallSeconds} s.`);
  expect(Date.now() - began).toBeGreaterThanOrEqual(stallSeconds * 1000);
  await seen('Your text is kept.');
  expect(await stage.panel.words()).toContain('for writing to us.');
  await expect(stage.panel.button('Try again')).toBeVisible();
  await changeSettings(stage.browser, { endpoint: endpointAt(stage.server) });
});

test('a stream that breaks off keeps its words and says so', async () => {
  await stage.turnTo(48221);
  const { answer, goOn } = someWords();
  stage.server.chat(answer);
  await press('Draft');
  await seen(/thank you for writing to us/);
  goOn((response) => response.destroy());
  await seen('The answer broke off after 8 words. They are kept.');
  expect(await stage.panel.words()).toContain('for writing to us.');
  await expect(stage.panel.insert).toBeVisible();
});

test('after a refusal a draft can be had without a model', async () => {
  await stage.turnTo(48223);
  stage.server.chat(status(401));
  await press('Draft');
  await seen('The endpoint refused the key.');
  const before = asks();
  await press('Without a model');
  await expect(stage.panel.insert).toBeVisible();
  expect(asks()).toBe(before);
});

test('with "Nothing leaves this browser" switched on nothing is asked of the endpoint', async () => {
  await changeSettings(stage.browser, { nothingLeaves: true });
  await seen('Nothing leaves this browser.');
  await stage.turnTo(48222);
  const before = asks();
  await press('Draft');
  await expect(stage.panel.insert).toBeVisible();
  expect(asks()).toBe(before);
});
