/**
 * Versions of the program that arrive by hub or stick: a library that knows nothing of clinics. A signed file brings the files
 * of a version; they are unpacked beside the station's data and started instead of the installed ones, as long as they work.
 */
export { checkFits, readUpdateFile, type Here, type UpdateFile } from './read-update-file.ts';
export { chooseProgram, forgetNext, markFailed, markHealthy, markNext, markUntried, type ChosenProgram } from './choose-program.ts';
export { compareVersions, isVersion } from './compare-versions.ts';
export { createReleaseKey } from './signature.ts';
export { makeUpdate } from './make-update.ts';
export { programFolder, readProgramState, versionFolder, type ProgramState } from './program-state.ts';
export { readKeysFile, readReleaseKeys } from './release-keys.ts';
export { thisPlatform, type Manifest } from './manifest.ts';
export { unpackUpdate } from './unpack-update.ts';
export { UpdateProblem, type UpdateCode } from './update-problem.ts';
