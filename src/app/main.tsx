/** @file Entry of the web application. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import { App } from './App.tsx';
import { boot } from './boot.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
boot();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
