import '../ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { handInToken } from '../api/hand-in-token.ts';
import { tokenOfFragment } from '../api/token-of-fragment.ts';
import { startWords } from '../i18n/words.ts';
import { useSession } from '../stores/session-store.ts';
import { StationApp } from './StationApp.tsx';

startWords();
const enter = () => handInToken().then(() => useSession.getState().probe());
void enter();
/** A new address put into a page that is open already changes only what stands after `#`. */
window.addEventListener('hashchange', () => { if (tokenOfFragment(location.hash) !== undefined) void enter(); });
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><StationApp /></StrictMode>);
