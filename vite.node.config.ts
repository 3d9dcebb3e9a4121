import { defineConfig } from 'vite';

/**
 * Bundles of our own code for the installed app: the shell, the station process it starts, and the command. Packages stay
 * packages (native modules cannot be bundled, and RxDB and PouchDB read their own files), so `node_modules` goes along.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node24',
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: { 'shell/main': 'src-main/shell/main.ts', 'station/child': 'src-main/station/child.ts', 'station/read-table-worker': 'src-main/station/import/read-table-worker.ts', 'station/check-file-worker': 'src-main/station/backup/check-file-worker.ts', 'store/checkpoint-thread': 'store/checkpoint-thread.ts', 'hub/copy-apart-worker': 'src-hub/operations/copy-apart-worker.ts', 'cli/main': 'src-main/cli/main.ts' },
      external: ['electron'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
});
