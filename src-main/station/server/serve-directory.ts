import { isForFirstStart } from '../first-start/is-for-first-start.ts';
import { serveFirstStart, type Served } from './serve-first-start.ts';
import { serveStation, type ServeOptions } from './serve-station.ts';

/** The station of a directory, or its first start where there is none yet. @throws StationProblem of `serveStation`. */
export const serveDirectory = (options: ServeOptions): Promise<Served> => (isForFirstStart(options.dir) ? serveFirstStart(options) : serveStation(options));
