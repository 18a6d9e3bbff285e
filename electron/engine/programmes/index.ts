export { programmesHandlers } from './handlers.ts';
export { programmeTables } from './tables.ts';
export {
  applyClaimRaised,
  applyClaimSettled,
  applyGoodsSet,
  applyPlaceSet,
  applyProgrammeSaved,
  applyRuleRefused,
  applyRuleSaved,
  applyRulesUsed,
  applyTillBegun,
} from './apply.ts';
export { allCylinderKinds, allProgrammes, readRule as ruleById } from './programme-store.ts';
export { programmesReply } from './programmes-reply.ts';
export { goodsOf, rulesOf } from './rules-of.ts';
export { hereOf } from './here.ts';
export { programmeCeilingOf, programmePriceOf } from './prices.ts';
export { appendProgrammes } from './append-programmes.ts';
export { suppliedRules } from './supplied-rules.ts';
export { raiseDueClaims } from './raise-claims.ts';
export { cylinderGoods, isDeposit, programmesOf, ruledProducts, type CylinderGoods } from './goods.ts';
