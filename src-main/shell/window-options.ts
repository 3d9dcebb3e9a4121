/** Options of the one window: the page runs in the sandbox, apart from Electron, without Node and without a preload. */
export const windowOptions = {
  width: 1366,
  height: 768,
  minWidth: 900,
  minHeight: 480,
  show: false,
  autoHideMenuBar: true,
  title: 'Trạm Xá',
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  },
} as const;
