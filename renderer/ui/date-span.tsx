import { id } from '../../shared/i18n/id.ts';
import type { Span } from './dates.ts';
import { TextField } from './field.tsx';

interface DateSpanFieldsProps {
  /** As typed. */
  readonly span: Span;
  readonly labels: Span;
  readonly errors?: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly toHint?: string;
  readonly startsFocused?: boolean;
  readonly onFrom: (typed: string) => void;
  readonly onTo: (typed: string) => void;
}

/** First and last date, two fields side by side in whatever holds them. `readSpan` reads them. */
export function DateSpanFields(props: DateSpanFieldsProps) {
  const { span, labels, errors = {}, toHint, startsFocused = false, onFrom, onTo } = props;
  return (
    <>
      <TextField
        startsFocused={startsFocused}
        label={labels.from}
        placeholder={id.fields.dateHint}
        value={span.from}
        error={errors.from}
        onChange={onFrom}
      />
      <TextField
        label={labels.to}
        placeholder={id.fields.dateHint}
        hint={toHint}
        value={span.to}
        error={errors.to}
        onChange={onTo}
      />
    </>
  );
}
