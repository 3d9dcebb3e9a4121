import '../ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n/words.ts';
import { useHub } from '../stores/hub-store.ts';
import { rememberedLanguage } from '../ui/remembered-language.ts';
import { HubApp } from './HubApp.tsx';

startWords(rememberedLanguage());
void useHub.getState().probe();
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><HubApp /></StrictMode>);
