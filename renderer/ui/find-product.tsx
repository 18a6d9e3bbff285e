import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { id } from '../../shared/i18n/id.ts';
import { ask } from '../data/ask.ts';
import { engine } from '../data/engine.ts';
import { useScanner } from '../keyboard/keyboard.tsx';
import { FindField } from './find-field.tsx';
import { say, sayRefusal } from './messages.ts';
import { Fault } from './states.tsx';
import { useFind } from './use-find.ts';

const words = id.fields;

/** Found goods shown below the field; more letters narrow them down. */
const SHOWN = 6;

/** A product as far as it matters for choosing it. */
interface FoundProduct {
  readonly productId: string;
  readonly name: string;
}

interface FindProductProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly error: string | undefined;
  readonly startsFocused?: boolean;
  readonly onTake: (product: FoundProduct) => void;
}

/** One product of the shop, found by words of its name; a scan takes it at once, wherever the focus is. */
export function FindProduct({ placeholder = words.findProduct, onTake, ...field }: FindProductProps) {
  const [typed, type] = useState('');
  const text = typed.trim();
  const asked = useQuery({ ...ask.search(text, SHOWN), enabled: text !== '' });
  const take = ({ productId, name }: FoundProduct) => {
    type('');
    onTake({ productId, name });
  };
  const search = useFind<FoundProduct>({
    typed,
    type,
    found: text === '' ? [] : (asked.data ?? []),
    settled: !asked.isFetching,
    onTake: take,
  });
  useScanner((code) => {
    void engine.catalog.search({ text: code, limit: 1 }).then((reply) => {
      if (!reply.ok) return sayRefusal(reply.error);
      const [product] = reply.value;
      if (product === undefined)
        return say({ tone: 'attention', title: words.unknownCode(code), passing: true });
      return take(product);
    });
  });
  return (
    <>
      <FindField {...field} placeholder={placeholder} search={search} keyOf={({ productId }) => productId}>
        {({ name }) => name}
      </FindField>
      {asked.error !== null && <Fault error={asked.error} />}
    </>
  );
}
