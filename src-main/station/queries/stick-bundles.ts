import { listBundles } from '../bundle/station-stick.ts';
import type { Query } from './query.ts';

/** The newest few, newest first. */
export const stickBundles: Query<'stickBundles'> = ({}, { db }) => listBundles(db).reverse().slice(0, 5);
