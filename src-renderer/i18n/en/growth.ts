/** Growth of children, by WHO's standards. */
export const growth = {
  title: 'Growth', tabs: 'Pages about children', nutrition: 'Nutrition', nutritionTitle: 'Nutrition of children under 5',
  indices: { weightForAge: 'Weight for age', heightForAge: 'Height for age', weightForHeight: 'Weight for height', bmiForAge: 'BMI for age' },
  classes: {
    weightForAge: { veryLow: 'Severely underweight', low: 'Underweight', normal: 'Not underweight' }, heightForAge: { veryLow: 'Severely stunted', low: 'Stunted', normal: 'Not stunted' },
    weightForHeight: { veryLow: 'Severely wasted', low: 'Wasted', normal: 'Normal', high: 'Overweight', veryHigh: 'Obese' }, bmiForAge: { veryLow: 'Severely wasted', low: 'Wasted', normal: 'Normal', high: 'Overweight', veryHigh: 'Obese' },
  },
  doubt: 'Hard to believe, look at the measure', typedRight: 'Unlikely: typed right?', z: '{{z}} SD', inIndex: '{{name}}: {{class}}',
  units: { weightForAge: 'kg', heightForAge: 'cm', weightForHeight: 'kg', bmiForAge: 'kg/m²' },
  axis: { months: 'months of age', length: 'length lying (cm)', height: 'height standing (cm)' },
  point: '{{date}}: {{value}} {{unit}}, {{said}}', none: 'not measured', legend: 'Bands of the chart', bandNormalUp: '−2 and above', bands: { veryLow: 'below −3 SD', low: '−3 to −2', normal: '−2 to +2', high: '+2 to +3', veryHigh: 'above +3' },
  empty: 'Never weighed or measured. Weight and height of a visit will stand here.', noSex: 'Boy or girl is not known, so there is no standard to compare with.', noPoints: 'No measure for this chart yet.',
  assumed: 'WHO standards of 2006. Below 24 months counted as measured lying, from then on standing.', aboutAge: 'The day of birth is not known: age counts from 15/{{month}}.', yearOnly: 'Only the year of birth is known: weight is compared with height alone (below 87 cm counted as lying).',
  longAgo: 'Weighing overdue, the last one {{on}}', print: 'Print chart', choose: 'Choose a chart',
  list: {
    children_one: '{{count, number}} child', children_other: '{{count, number}} children', print: 'Print list', finding: 'Found', everything: 'Every child under 5',
    findings: { underweight: 'Underweight', stunted: 'Stunted', wasted: 'Wasted', overweight: 'Overweight or obese', notWeighed: 'Weighing overdue', implausible: 'Hard to believe' },
    column: { child: 'Child', home: 'Home', contact: 'Contact', measured: 'Last measured', found: 'Found' },
    weighed: 'weighed {{on}}', measured: 'measured {{on}}', never: 'Never weighed', long: 'Weighing overdue', oldValues: 'Measured over a year ago',
    counts: 'Of the last 12 months', share: '{{low, number}} of {{of, number}}', percent: '({{share}} %)', noneMeasured: 'no child measured', weighEvery: 'Below 2 years weighed every 3 months, from then on every 6.',
    empty: 'No child under 5', emptyBody: 'The list is taken from the people of the station.', noneHere: 'No such child',
  },
} as const;
