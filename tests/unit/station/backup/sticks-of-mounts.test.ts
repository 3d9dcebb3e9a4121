import { expect, it } from 'vitest';
import { sticksOfMounts } from '../../../../src-main/station/backup/sticks-of-mounts.ts';

it('[BAK13] of the mounts what was plugged in and can be written to, by its name', () => {
  const mounts = [
    '/dev/sda2 / ext4 rw,relatime 0 0', 'tmpfs /run/user/1000 tmpfs rw 0 0', '/dev/sda3 /home ext4 rw 0 0',
    '/dev/sdb1 /media/lan/KINGSTON vfat rw,nosuid,nodev 0 0', '/dev/sdc1 /run/media/lan/\\320\\226 vfat ro,nosuid 0 0', '/dev/sdd1 /media/lan/USB\\040cua\\040tram exfat rw 0 0', '',
  ].join('\n');
  expect(sticksOfMounts(mounts)).toEqual([{ path: '/media/lan/KINGSTON', name: 'KINGSTON' }, { path: '/media/lan/USB cua tram', name: 'USB cua tram' }]);
});
