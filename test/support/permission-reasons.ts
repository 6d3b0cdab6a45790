import { codeIn, readMarkdownTable } from './markdown-table';

const page = 'store/permissions.md';
const sections = {
  permissions: 'Permissions',
  hosts: 'Hosts, granted',
  optionalHosts: 'Hosts, asked',
  scripts: 'Scripts',
} as const;

export type Asked = { [Kind in keyof typeof sections]: string[] };

/** What the table of reasons names for one browser, sorted. Throws for a row that names nothing or gives no reason. */
export function reasonedFor(browser: 'Chromium' | 'Firefox'): Asked {
  const namesOf = (heading: string) =>
    readMarkdownTable(page, heading)
      .flatMap(([name, browsers, why]) => {
        const [asked, ...more] = codeIn(name!);
        if (asked === undefined || more.length > 0 || !/\w+ \w+ \w+/.test(why ?? ''))
          throw new Error(`${page}: a row must name one thing and give its reason: ${name}`);
        return browsers!.includes(browser) ? [asked] : [];
      })
      .sort();
  return {
    permissions: namesOf(sections.permissions),
    hosts: namesOf(sections.hosts),
    optionalHosts: namesOf(sections.optionalHosts),
    scripts: namesOf(sections.scripts),
  };
}
