import type { Query } from './query.ts';

export const backupStatus: Query<'backupStatus'> = ({}, { backups }) => backups.status();
