import { render } from 'react-dom-17';
import { App } from './app';
import { installProbe } from './probe';

installProbe();
const root = document.getElementById('App');
if (!root) throw new Error('The page has no #App');
render(<App />, root);
