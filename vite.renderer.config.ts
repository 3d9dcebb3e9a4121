import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Two pages: `index.html` (the station) and `hub.html` (the review console). Relative addresses, because the hub serves
 * its page under `/console/`; nothing is inlined (the servers' CSP allows no `unsafe-inline` and no `data:` fonts).
 */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: ['src-renderer/index.html', 'src-renderer/hub.html'] },
  },
});
