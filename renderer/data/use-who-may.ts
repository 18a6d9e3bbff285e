import { useQuery } from '@tanstack/react-query';
import { mayDo, type Permission } from '../../shared/contract/permissions.ts';
import { id } from '../../shared/i18n/id.ts';
import { ask } from './ask.ts';

/** Names of everyone who may do something, for telling the others whom to call. */
export function useWhoMay(permission: Permission): string {
  const staff = useQuery(ask.staff()).data ?? [];
  const able = staff.filter((person) => person.active && mayDo(person.role, permission));
  return id.people.anyOf(able.map((person) => id.people.person(person.name, id.app.roles[person.role])));
}
