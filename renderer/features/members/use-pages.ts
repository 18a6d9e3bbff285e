import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { Member } from '../../../shared/contract/members.ts';
import { ask } from '../../data/ask.ts';
import type { PeopleFilter } from './search-field.tsx';

/** Members asked for at once: a few screens of rows. */
const PAGE = 100;

export interface MemberPages {
  /** `undefined` until the first answer. */
  readonly total: number | undefined;
  readonly error: Error | null;
  /** The member in a row; `undefined` while its page is on the way. */
  readonly at: (row: number) => Member | undefined;
}

/** The members in the order of names, of which only the pages in sight are asked for. */
export function useMemberPages(filter: PeopleFilter, first: number, last: number): MemberPages {
  const head = useQuery({ ...pageOf(filter, 0), placeholderData: keepPreviousData });
  const firstPage = Math.floor(first / PAGE);
  const wanted = Array.from({ length: Math.floor(last / PAGE) - firstPage + 1 }, (_, at) => firstPage + at);
  const pages = useQueries({ queries: wanted.map((page) => pageOf(filter, page)) });
  return {
    total: head.data?.total,
    error: head.error,
    at: (row) => {
      const page = Math.floor(row / PAGE);
      const members = page === 0 ? head.data?.members : pages[page - firstPage]?.data?.members;
      return members?.[row % PAGE];
    },
  };
}

function pageOf(filter: PeopleFilter, page: number) {
  return ask.memberPage({ ...filter, offset: page * PAGE, limit: PAGE });
}
