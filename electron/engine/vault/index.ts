export { seal, unseal, type VaultPorts } from './seal.ts';
export { erasePerson, openPerson, putPerson, Roll, type Opened } from './vault.ts';
