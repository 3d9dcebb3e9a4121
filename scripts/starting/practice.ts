/** The practice world of `npm start`. Everything in it is invented; its passwords are printed and protect nothing. */
export const practice = {
  station: { unit: '25001', unitName: 'Trạm Y tế xã Thực Hành', account: 'hoa', displayName: 'Nguyễn Thị Hoà', password: 'tram xa 2026' },
  hub: { unit: '769', tier: 'district', name: 'Trung tâm Y tế Thực Hành', port: 5990, reviewer: 'xemxet', reviewerPassword: 'xem xet 2026', device: 'pc1' },
  samples: { people: 240, checkups: 320, movements: 120, doses: true, seed: 2026 },
} as const;
