import { beforeAll, describe, expect, it } from 'vitest';
import { type Checks, loadChecks } from './checks';
import { createPersonMatcher, textsOf } from './person';

let checks: Checks;
beforeAll(async () => {
  checks = await loadChecks();
});

const finds = (words: string, ...texts: string[]) =>
  createPersonMatcher(words, checks)?.find(texts)?.match ?? null;

describe('looking for one person', () => {
  it.each([
    ['Ida.Quell@post.example', 'write to ida.quell@POST.example.', 'ida.quell@POST.example'],
    ['ida.quell@post.example', '<ida.quell+shop@post.example>', 'ida.quell+shop@post.example'],
    ['ida.quell+news@post.example', 'mailto:ida.quell%40post.example', 'ida.quell%40post.example'],
    ['ida.quell@post.example', 'frida.quell@post.example', null],
    ['ida.quell@post.example', 'ida.quell@post.example.org', null],
    ['ida.quell@post.example', 'ida@post.example', null],
  ])('finds the address %s in "%s": %s', (words, text, found) => {
    expect(finds(words, text)).toBe(found);
  });

  it.each([
    ['+49 30 901820 55', 'Tel. 030 90182055', '030 90182055'],
    ['+49 30 90182055', 'call (030) 9018-2055 today', '(030) 9018-2055'],
    ['+49 (0)30 90182055', '+493090182055', '+493090182055'],
    ['0049 30 90182055', '0049/30/90182055', '0049/30/90182055'],
    ['030 90182055', '+49 30 90182055', '+49 30 90182055'],
    ['+1 213 555 0142', 'at 213.555.0142', '213.555.0142'],
    ['+1 213 555 0142', 'at 512.555.0142', null],
    ['+49 30 90182055', 'order 130901820551', null],
  ])('finds the number %s in "%s": %s', (words, text, found) => {
    expect(finds(words, text)?.trim() ?? null).toBe(found);
  });

  it.each([
    ['Ida Quell', 'Dear Ms Quell, … Ida', 'Quell'],
    ['Ida Quell', 'Ida Quell asked again', 'Ida Quell'],
    ['Ida Quell', 'QUELL, IDA', 'QUELL, IDA'],
    ['Ida Quell', 'user name idaquell', 'idaquell'],
    ['Jürgen Söderström', 'Herr Soederstroem, Juergen', 'Soederstroem, Juergen'],
    ['Jürgen Söderström', 'Jürgens Brief, Söderströms Zelt', 'Söderströms'],
    ['Алексей Громов', 'Aleksei Gromov', 'Aleksei Gromov'],
    ['Rose May', 'Rose May wrote', 'Rose May'],
    ['Rose May', 'may I send the rose back', null],
    ['Ida Quell', 'Ida Brandt wrote', null],
    ['Ida Quell', 'the quell of it', null],
  ])('finds the name %s in "%s": %s', (words, text, found) => {
    expect(finds(words, text)).toBe(found);
  });

  it('takes the texts of a record together, and shows the place with words around it', () => {
    const matcher = createPersonMatcher('Ida Quell', checks);
    expect(matcher?.find(['Hello Ida,', 'thanks.', 'From: Mrs Quell'])).not.toBeNull();
    expect(matcher?.find(['Hello Ida,', 'thanks.'])).toBeNull();
    const long = `${'a'.repeat(200)} Ida\nQuell ${'b'.repeat(200)}`;
    const excerpt = matcher?.find([long]);
    expect(excerpt?.match).toBe('Ida Quell');
    expect(excerpt?.before.length).toBeLessThanOrEqual(60);
    expect(excerpt?.after.length).toBeLessThanOrEqual(60);
  });

  it('knows a ticket by its number, and never by a part of it', () => {
    const matcher = createPersonMatcher('#4711', checks);
    expect(matcher?.isTicket('zendesk:acme.example:4711')).toBe(true);
    expect(matcher?.isTicket('zendesk:acme.example:14711')).toBe(false);
    expect(matcher?.find(['order 4711'])).toBeNull();
    expect(createPersonMatcher('48201334', checks)?.isTicket('gorgias:acme.example:48201334')).toBe(true);
  });

  it.each(['', ' ', 'x', '+', '12-4', '#'])('looks for nothing when told "%s"', (words) => {
    expect(createPersonMatcher(words, checks)).toBeNull();
  });

  it('reads every text of a stored value but those of the fields left out', () => {
    const value = { a: 'one', b: [{ c: 'two', d: 3 }], sources: [{ text: 'three' }], e: null };
    expect(textsOf(value, new Set(['sources']))).toEqual(['one', 'two']);
  });
});
