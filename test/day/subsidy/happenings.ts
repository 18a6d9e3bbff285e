/** Everything that happens on a day of delivery; none may be left out. */
export const HAPPENINGS = [
  'registeredAtCounter',
  'identified',
  'withCylinder',
  'loans',
  'loansBack',
  'families',
  'tradesmen',
  'waitingServed',
  'fertiliser',
  'proxies',
  'dropped',
  'otherBuyers',
  'lowered',
  'allowed',
  'categoriesChosen',
  'returnsOfQuota',
  'agenVisits',
  'keyed',
  'keyedDifferently',
  'cappedByHand',
  'cappedTier',
  'cappedBundle',
  'dearRefused',
  'soldAfterDecree',
  'claims',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Refusals that a day of delivery must meet. */
export const REFUSALS_MET = [
  'identity-required',
  'kk-required',
  'farmer-required',
  'category-required',
  'category-not-allowed',
  'proxy-not-allowed',
  'resale-forbidden',
  'not-allotted',
  'quota-exceeded',
  'mixing-forbidden',
] as const;
