import type { MenuItemConstructorOptions } from 'electron';
import { words } from './words.ts';

const { menu } = words;
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The whole menu: nothing in it opens developer tools or another address. */
export const menuTemplate: MenuItemConstructorOptions[] = [
  { label: menu.app, submenu: [{ role: 'reload', label: menu.reload }, separator, { role: 'quit', label: menu.quit }] },
  { label: menu.edit, submenu: [{ role: 'undo', label: menu.undo }, { role: 'redo', label: menu.redo }, separator, { role: 'cut', label: menu.cut }, { role: 'copy', label: menu.copy }, { role: 'paste', label: menu.paste }, { role: 'selectAll', label: menu.selectAll }] },
  { label: menu.view, submenu: [{ role: 'zoomIn', label: menu.larger }, { role: 'zoomOut', label: menu.smaller }, { role: 'resetZoom', label: menu.normal }, separator, { role: 'togglefullscreen', label: menu.fullScreen }] },
];
