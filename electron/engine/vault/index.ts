export { seal, unseal } from './seal.ts';
export { erasePerson, openPerson, putPerson, Roll, type Opened } from './vault.ts';
