/** One measurement: its day, its value, and of a blood pressure the diastolic one below it. */
export interface PlotPoint { on: string; value: number; low?: number; isGood: boolean }
export interface Placed extends PlotPoint { x: number; y: number; yLow: number }
export interface Drawing { points: Placed[]; /** Where the lines of the goal lie. */ limits: { value: number; y: number }[]; /** Round numbers beside the plot. */ marks: { value: number; y: number }[] }
export interface Frame { width: number; height: number; left: number; right: number; top: number; bottom: number }

const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`);

/** Where everything is drawn: days in true time from left to right, values between the round numbers around them and the goal. */
export function drawCourse(points: readonly PlotPoint[], limits: readonly number[], step: number, { width, height, left, right, top, bottom }: Frame): Drawing {
  const days = points.map(({ on }) => dayOf(on));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const values = [...points.flatMap(({ value, low }) => [value, low ?? value]), ...limits];
  const [least, most] = [Math.floor((Math.min(...values) - step / 4) / step) * step, Math.ceil((Math.max(...values) + step / 4) / step) * step];
  const x = (day: number) => (from === to ? (left + width - right) / 2 : left + ((day - from) / (to - from)) * (width - left - right));
  const y = (value: number) => height - bottom - ((value - least) / (most - least || 1)) * (height - top - bottom);
  const marks = Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step);
  return {
    points: points.map((point) => ({ ...point, x: x(dayOf(point.on)), y: y(point.value), yLow: y(point.low ?? point.value) })),
    limits: limits.map((value) => ({ value, y: y(value) })), marks: marks.map((value) => ({ value, y: y(value) })),
  };
}
