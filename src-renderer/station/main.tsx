import '../ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { handInToken } from '../api/hand-in-token.ts';
import { startWords } from '../i18n/words.ts';
import { useSession } from '../stores/session-store.ts';
import { StationApp } from './StationApp.tsx';

startWords();
void handInToken().then(() => useSession.getState().probe());
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><StationApp /></StrictMode>);
