import { isOfOrigin } from './lock-navigation.ts';
import type { PageSession } from './parts.ts';

/** No camera, place, notification, clipboard reading or device for the page; only files of the station itself may be downloaded. */
export function denyPermissions(session: PageSession, origin: () => string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (_event, item) => {
    const url = item.getURL().replace(/^blob:/, '');
    if (!isOfOrigin(url, origin())) item.cancel();
  });
}
