import { version as aliased } from 'react';
import { version } from 'react-17';
import { render } from 'react-dom-17';
import { App } from './app';
import { installProbe } from './probe';

// Two Reacts on a page break every hook, and a newer one would not behave as the helpdesk does.
if (aliased !== version) throw new Error(`The page was bundled with React ${aliased}`);
installProbe();
const root = document.getElementById('App');
if (!root) throw new Error('The page has no #App');
render(<App />, root);
