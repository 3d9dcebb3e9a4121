import { UpdateProblem, type UpdateCode } from '../../../updates/index.ts';
import { StationProblem } from '../station-problem.ts';

const codes: { readonly [C in UpdateCode]: string } = {
  NotAnUpdate: 'NotAnUpdate', UpdateFormatNewer: 'UpdateFormatNewer', UpdateDamaged: 'UpdateDamaged', WrongSignature: 'UpdateNotSigned', NoReleaseKey: 'UpdateNoKey',
  NotNewer: 'UpdateNotNewer', WrongPlatform: 'UpdateWrongPlatform', NeedsInstaller: 'UpdateNeedsInstaller', DiskFull: 'UpdateDiskFull',
};

/** Why a file is not taken, as the station's own kind of problem; any other error as it is. */
export const updateProblem = (error: unknown): unknown =>
  (error instanceof UpdateProblem ? new StationProblem(codes[error.code], error.message, error.facts) : error);
