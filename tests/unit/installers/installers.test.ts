import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const script = readFileSync(join(root, 'installers/nsis-include.nsh'), 'utf8');
const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const templates = join(root, 'node_modules/app-builder-lib/templates/nsis');
const macro = (name: string): string => new RegExp(`!macro ${name}\\n([\\s\\S]*?)!macroend`).exec(script)?.[1] ?? '';
const hasMakensis = spawnSync('makensis', ['-VERSION']).status === 0;

describe('the Windows installer', () => {
  it('[TOO27] is per machine, silent with /S, and keeps the data when it is removed, whatever it is asked', () => {
    for (const line of ['perMachine: true', 'oneClick: false', 'deleteAppDataOnUninstall: false', 'include: installers/nsis-include.nsh', 'arch: [x64]']) expect(config).toContain(line);
    expect(macro('customUnInstall')).not.toMatch(/RMDir|Delete|icacls/);
    // What `--delete-app-data` removes is the user's roaming folder; the station lies in ProgramData.
    expect(readFileSync(join(templates, 'uninstaller.nsh'), 'utf8')).not.toMatch(/ProgramData|COMMONPROGRAMDATA/i);
  });

  it('[TOO28] gives the data folder to whoever sits at the PC, to nobody over the network and to no guest', () => {
    const rights = macro('customInstall');
    expect(rights).toContain('CreateDirectory "$0\\TramXa"');
    for (const part of ['/inheritance:r', '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F', '*S-1-5-4:(OI)(CI)M', '/deny "*S-1-5-32-546:(OI)(CI)F"']) expect(rights).toContain(part);
    // Everyone and Users.
    expect(rights).not.toMatch(/S-1-1-0|S-1-5-32-545|S-1-5-11/);
  });

  it('[SHL14] stops before anything is written on 32 bits or an old Windows, and says what to do, in silent use too', () => {
    const checks = macro('preInit');
    expect(checks.match(/MessageBox/g)).toHaveLength(2);
    expect(checks.match(/\/SD IDOK/g)).toHaveLength(2);
    expect(checks).toMatch(/\$\{IfNot\} \$\{RunningX64\}[\s\S]*SetErrorLevel 3\s+Quit/);
    expect(checks).toMatch(/CurrentBuildNumber[\s\S]*\$0 < 17763[\s\S]*SetErrorLevel 4\s+Quit/);
  });

  it('[TOO29] names only macros electron-builder asks for', () => {
    const asked = ['installer.nsi', 'installSection.nsh', 'uninstaller.nsh'].map((file) => readFileSync(join(templates, file), 'utf8')).join('');
    for (const [, name = ''] of script.matchAll(/!macro (\w+)/g)) expect(asked, name).toContain(`!insertmacro ${name}`);
  });

  it.runIf(hasMakensis)('[TOO29] is a script the NSIS compiler takes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'tramxa-nsis-'));
    try {
      const main = join(dir, 'main.nsi');
      writeFileSync(main, `\uFEFFUnicode true\n!include LogicLib.nsh\n!include x64.nsh\n!include "${join(root, 'installers/nsis-include.nsh')}"\nName x\nOutFile "${join(dir, 'x.exe')}"\nRequestExecutionLevel admin\n!insertmacro customHeader\nFunction .onInit\n!insertmacro preInit\nFunctionEnd\nSection\n!insertmacro customInstall\nWriteUninstaller "$INSTDIR\\u.exe"\nSectionEnd\nSection un.x\n!insertmacro customUnInstall\nSectionEnd\n`);
      const made = spawnSync('makensis', ['-WX', '-V2', '-INPUTCHARSET', 'UTF8', main], { encoding: 'utf8' });
      expect(made.status, made.stdout + made.stderr).toBe(0);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('the Linux packages', () => {
  it('[TOO30] put the command on the path and touch nobody\'s data', () => {
    const after = readFileSync(join(root, 'installers/deb-after-install.sh'), 'utf8');
    expect(after).toContain('/usr/bin/tramxa-station');
    expect(after).not.toMatch(/rm -|\.config/);
    expect(config).toMatch(/target:\s+- deb\s+- AppImage/);
  });
});
