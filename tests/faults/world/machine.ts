import { join } from 'node:path';
import { storeHooks } from '../interpose/index.ts';
import { diskFullError } from '../interpose/store-hooks.ts';
import { copyFiles } from './copy-files.ts';

/** A computer with its disk: what can fill up, die between any two transactions and be put back from a copy. */
export interface Machine {
  readonly name: string;
  /** Of the running, or next, life. */
  readonly dir: string;
  diskFull: boolean;
  /** Set while the running process is dead but not yet cleared away: it hears nobody, nobody hears it. */
  readonly isDead: boolean;
  /** Dies at the so-manieth transaction from now, before or after it. */
  dieAt(transactions: number, when: 'before' | 'after'): void;
  /** Dies now. */
  die(): void;
  /** The dead process is gone; the next life begins with the files as they were. */
  clearDeath(): void;
  /** Files as they lie now, for a backup. */
  copyTo(dir: string): void;
  /** The next life begins with these files. */
  replaceWith(dir: string): void;
}

const machines: Machine[] = [];

class CrashedError extends Error {
  constructor(name: string) { super(`${name} lost its power`); this.name = 'CrashedError'; }
}

export function createMachine(root: string, name: string): Machine {
  let life = 1;
  let dead = false;
  let death: { left: number; when: 'before' | 'after' } | undefined;
  const dirOf = (n: number) => join(root, `${name}-${n}`);
  const machine: Machine & { at(when: 'before' | 'after'): void } = {
    name, diskFull: false,
    get dir() { return dirOf(life); },
    get isDead() { return dead; },
    dieAt(transactions, when) { death = { left: transactions, when }; },
    die() {
      if (dead) return;
      dead = true;
      death = undefined;
      copyFiles(dirOf(life), dirOf(life + 1));
    },
    clearDeath() {
      if (dead) life++;
      dead = false;
      death = undefined;
    },
    copyTo: (dir) => copyFiles(dirOf(life), dir),
    replaceWith(dir) {
      life++;
      dead = false;
      death = undefined;
      copyFiles(dir, dirOf(life));
    },
    at(when) {
      if (dead || death?.when !== when || --death.left > 0) return;
      machine.die();
    },
  };
  machines.push(machine);
  return machine;
}

const machineOf = (file: string) => machines.find(({ dir }) => file.startsWith(`${dir}/`)) as (Machine & { at(when: 'before' | 'after'): void }) | undefined;
storeHooks.beforeCommit = (file) => {
  const machine = machineOf(file);
  if (!machine) return;
  machine.at('before');
  if (machine.isDead) throw new CrashedError(machine.name);
  if (machine.diskFull) throw diskFullError();
};
storeHooks.afterCommit = (file) => { machineOf(file)?.at('after'); };

/** Another seed. */
export const forgetMachines = (): void => { machines.length = 0; };
