import { describe, expect, it } from 'vitest';
import { rupiah } from '../domain/money.ts';
import { hourSlots } from './hour-slots.ts';

const at = (hour: number) => ({ hour, amountRp: rupiah(1000) });
const hoursOf = (...hours: number[]) => hourSlots(hours.map(at)).map((slot) => slot.hour);

describe('the bars of a day', () => {
  it('fills quiet hours between the first and the last sale', () => {
    expect(hoursOf(7, 8, 11)).toEqual([7, 8, 9, 10, 11]);
    expect(hourSlots([at(7), at(9)])[1]).toEqual({ hour: 8, amountRp: 0 });
  });

  it('goes on past midnight in the order the day was lived', () => {
    expect(hoursOf(22, 1)).toEqual([22, 23, 0, 1]);
  });

  it('has no bars where nothing was sold', () => {
    expect(hoursOf()).toEqual([]);
  });
});
