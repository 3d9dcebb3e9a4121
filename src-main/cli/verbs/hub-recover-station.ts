import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseKeyring, readKeyring, type Keyring } from '../../station/accounts/keyring.ts';
import { readBackup } from '../../station/backup/backup-file.ts';
import { StationProblem } from '../../station/station-problem.ts';
import { readSecret } from '../read-secret.ts';
import type { Verb } from '../verb.ts';

export const hubRecoverStation: Verb = {
  name: 'hub recover-station',
  summary: 'a way back to the data of a station whose passwords and recovery code are all lost; an administrator of its unit may, and it is logged',
  usage: '--dir HUB --from KEYRING.json|BACKUP|STATION_DIR --account ADMINISTRATOR --reason TEXT --out FILE',
  help: [
    '--dir HUB            directory of the hub the station was enrolled with', '--from FILE          keyring.json of the station, its directory, or one of its backups',
    '--account A          administrator; password in TRAMXA_ADMIN_PASSWORD or --password-file FILE, the six digits of the authenticator right after it',
    '--reason TEXT        why; it stands in the access log', '--out FILE           for the station PC, where "station account reset --recovery-file" takes it with the code printed here',
  ],
  options: { dir: { type: 'string' }, from: { type: 'string' }, account: { type: 'string' }, 'password-file': { type: 'string' }, reason: { type: 'string' }, out: { type: 'string' } },
  async run(args) {
    const [dir, from, account, reason, out] = [args.need('dir'), args.need('from'), args.need('account'), args.need('reason'), args.need('out')];
    const password = readSecret('TRAMXA_ADMIN_PASSWORD', args.text('password-file'), 'the password of the administrator');
    const keyring = await keyringOf(from);
    const { escrow } = keyring;
    if (!escrow?.sealed.box) throw new StationProblem('NoEscrow', 'this station left its key with no tier above: only its passwords and its recovery code open it');
    const { recoverStation } = await import('../../../src-hub/main.ts');
    const { box, recipient, voucher } = escrow.sealed;
    const { unit, device, file, code } = await recoverStation({ dir, account, password, reason, blob: { unit: keyring.unit, device: keyring.boundTo ?? keyring.device, hub: escrow.hub, recipient, box, voucher } });
    writeFileSync(out, file, { mode: 0o600, flag: 'wx' });
    args.answer({ unit, device, file: out, code }, [`${out} is for station ${unit}, device ${device}`, `code, shown this once: ${code}`, 'Take the file to the PC and the code by another way; delete the file when the password is set.']);
  },
};

async function keyringOf(from: string): Promise<Keyring> {
  const found = statSync(from, { throwIfNoEntry: false });
  if (!found) throw new StationProblem('NoSuchFile', `there is no file ${from}`);
  if (found.isDirectory()) return readKeyring(from);
  if (!from.endsWith('.json')) return (await readBackup(from)).keyring;
  let content: unknown;
  try { content = JSON.parse(readFileSync(from, 'utf8')); } catch { content = undefined; }
  return parseKeyring(content, from);
}
