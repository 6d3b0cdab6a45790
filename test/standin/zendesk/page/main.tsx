import { createRoot } from 'react-dom/client';
import { Shell } from './shell';
import { listenForPushes } from './ticket-store';

const pageLife = new AbortController();
addEventListener('pagehide', () => pageLife.abort());
listenForPushes(pageLife.signal);

const root = document.getElementById('root');
if (root) createRoot(root).render(<Shell />);
