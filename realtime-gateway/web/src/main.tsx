import './design/font.css';
import './design/global.css.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openDesk } from './data/desk.ts';
import { createPreferences } from './data/preferences.ts';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App desk={openDesk()} preferences={createPreferences(localStorage)} />
    </StrictMode>,
  );
}
