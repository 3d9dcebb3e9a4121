export { StoreOpenError } from '../../store/index.ts';
