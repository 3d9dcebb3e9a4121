export const facility = {
  title: 'What the station has', menu: 'What the station has', confirmed: 'Confirmed {{date}}', never: 'Never recorded', print: 'Print one sheet',
  due: 'Nobody has confirmed for more than three months what the station has.', dueNever: 'The station has not recorded its staff, beds and building yet.', dueOpen: 'Look at it', dueBody: 'Look at the numbers below. If nothing changed, press “Still as it was”.',
  confirm: 'Still as it was', confirmedNow: 'Confirmed: nothing has changed', save: 'Save and confirm', saved: 'What the station has is saved', alreadySaved: 'An earlier attempt was saved, with other content than now. Look at it and save again.', onlyHead: 'The head of the station keeps this page. You can read it.',
  noNames: 'Only how many people, nobody’s name.', staffTitle: 'Staff', staffColumn: 'Title', bedColumn: 'Kind of bed', villageTitle: 'In the villages', bedsTitle: 'Beds', roomsTitle: 'Rooms', siteTitle: 'Building, water, power', openingTitle: 'Opening hours', criteriaTitle: 'Insurance and criteria',
  headcount: 'In all', atWork: 'At work', atWorkHint: 'Without those on long leave, away to study, lent elsewhere', planned: 'Planned', actual: 'Actual', occupied: 'Occupied', sum: 'Sum',
  target: '{{doctors}} doctors; at least {{target}} are needed by 2027', ask: 'Are these numbers right?', askBody: 'They are seldom seen. If it was a slip of the keyboard, go back and correct it.', askSave: 'Right, save',
  changesTitle: 'What changed', change: '{{when}} · account “{{who}}”', changed: '{{field}}: {{from}} → {{to}}', nothing: '(empty)', staffValue: '{{headcount}} ({{atWork}} at work)', bedValue: 'planned {{planned}}, actual {{actual}}, occupied {{occupied}}',
  names: {
    staff: 'Staff', beds: 'Beds', rooms: 'Rooms', site: 'Building, water, power', changes: 'Changes', confirmedOn: 'Confirmed on', confirmedBy: 'Confirmed by',
    doctor: 'Doctors', preventiveDoctor: 'Doctors of preventive medicine', assistantDoctor: 'Assistant doctors', publicHealth: 'Public health', nurse: 'Nurses', midwife: 'Midwives', technician: 'Technicians', pharmacist: 'Pharmacists', nutritionist: 'Nutritionists', populationOfficer: 'Population officers',
    otherStaff: 'Other (accounts, office, guard)', villageHealthWorker: 'Village health workers', villageMidwife: 'Village birth attendants', populationCollaborator: 'Population collaborators',
    stay: 'Beds to stay', delivery: 'Delivery beds', observation: 'Watch after injection',
    examination: 'Examination', emergency: 'Emergency, first aid', deliveryRoom: 'Delivery room', inpatient: 'Staying patients', vaccination: 'Vaccination', pharmacy: 'Pharmacy', laboratory: 'Laboratory', traditionalMedicine: 'Traditional medicine', otherRoom: 'Other rooms',
    constructionGrade: 'Building', builtYear: 'Built in', landM2: 'Land (m²)', hospitalKm: 'To the hospital (km)', water: 'Water', toilet: 'Toilet', solidWaste: 'Waste', liquidWaste: 'Waste water', electricity: 'Electricity', generator: 'Generator', internet: 'Internet', computers: 'Working computers',
    opensAt: 'Opens at', closesAt: 'Closes at', openDaysPerWeek: 'Days a week', nightDuty: 'Night duty', insuranceContract: 'Health insurance contract', criteriaMet: 'Meets the national commune criteria', criteriaYear: 'Judged in', criteriaScore: 'Score (0–100)',
  },
  words: {
    permanent: 'Permanent', semiPermanent: 'Semi-permanent', temporary: 'Temporary', tap: 'Tap water', drilledWell: 'Drilled well', dugWell: 'Dug well', rain: 'Rain water', otherSource: 'Another source', none: 'None', hygienic: 'Hygienic', unhygienic: 'Not hygienic',
    collected: 'Collected', incinerator: 'Own incinerator', buried: 'Buried', otherWay: 'Another way', treated: 'Treated', septicTank: 'Septic tank', grid: 'Grid', gridOftenOff: 'Grid, often off', solar: 'Solar', working: 'Works', broken: 'Broken', cable: 'Cable', mobile: 'Mobile network',
  },
} as const;

export const resources = {
  title: 'Resources', csv: 'Download CSV', empty: 'No station yet', emptyBody: 'A station shows here after it first sends.', all: 'All stations', area: 'Area', directly: 'Directly below', together: 'Together', byArea: 'By area', stations: 'Each station', stationsHint: 'The one that lacks most first.',
  doctorsPlot: 'Doctors at each station', doctorsPlotHint: 'Each bar: how many stations have that many doctors. At least {{target}} are needed by 2027.', plotLabel: 'Stations by how many doctors they have: {{parts}}', plotPart: '{{doctors}} doctors: {{stations}} stations', noProfile: 'no profile', orMore: '{{count}}+',
  below: 'Too few doctors', withoutProfile: 'No profile', column: { cold: 'Fridge readings', coldHint: 'taken / expected this month, up to yesterday', station: 'Station', lacks: 'Lacks', doctors: 'Doctors', nurses: 'Nurses, midwives', staff: 'Staff', beds: 'Beds', bedsHint: 'actual / planned', equipment: 'Equipment that works', outOfStock: 'Medicines out', expiring: 'Lots expiring', confirmed: 'Confirmed', stations: 'Stations' },
  lacks: { coldAlarms: 'Fridge alarm open', coldReadings: 'Fridge not read', doctors: 'Too few doctors', profile: 'No profile', medicines: 'Medicines out', oldProfile: 'Not confirmed for 3 months' }, fine: 'nothing', ofTotal: '{{part}} / {{total}}', unknown: '–',
} as const;
