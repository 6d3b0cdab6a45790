import type { AnchorHTMLAttributes } from 'react';
import { navigate } from './navigation';

/** A link that stays in the document. `href` may be relative to `/agent/`, as the real lists write them. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        navigate(href.startsWith('/') ? href : `/agent/${href}`);
      }}
    />
  );
}
