import type { Stick } from '../../../src-shared/contract/queries.ts';

/** Where desktops put what is plugged in. */
const places = ['/media/', '/run/media/'];

/** Of `/proc/mounts` what was plugged in and can be written to, by the name it is mounted under. */
export function sticksOfMounts(mounts: string): Stick[] {
  return mounts.split('\n').flatMap((line) => {
    const [, place = '', , options = ''] = line.split(' ');
    const path = place.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
    if (!places.some((start) => path.startsWith(start)) || options.split(',').includes('ro')) return [];
    return [{ path, name: path.slice(path.lastIndexOf('/') + 1) }];
  });
}
