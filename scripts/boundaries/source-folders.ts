/** Top-level folders whose every TypeScript file must be seen by the boundary check. */
export const sourceFolders = ['src-shared', 'store', 'sync', 'updates', 'src-main', 'src-hub', 'src-renderer', 'scripts', 'bench', 'tests'] as const;
