export { seal, unseal } from './seal.ts';
export { erasePeople, erasePerson, openPerson, putPerson, Roll, type Opened } from './vault.ts';
