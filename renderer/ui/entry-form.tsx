import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

interface EntryFormProps {
  readonly label: string;
  readonly children: ReactNode;
  /** What F9 does too: Enter in the last field, or a submit button. */
  readonly onSubmit: () => void;
  /** Counts refused tries: with each one the first wrong field gets the focus. */
  readonly refusals?: number;
  readonly className?: string | undefined;
  /** For a next step that stands elsewhere: `form.current?.requestSubmit()`. */
  readonly ref?: RefObject<HTMLFormElement | null>;
}

/** Fields that are filled in one after the other: Enter goes to the next one, the last one sends. */
export function EntryForm({ label, children, onSubmit, refusals = 0, className, ref }: EntryFormProps) {
  const own = useRef<HTMLFormElement>(null);
  const form = ref ?? own;
  useEffect(() => {
    if (refusals === 0) return;
    form.current?.querySelector<HTMLElement>('[data-wrong] :is(input, select, button)')?.focus();
  }, [form, refusals]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in any of its fields is meant
    <form
      ref={form}
      aria-label={label}
      className={className}
      noValidate
      onKeyDown={enterMovesOn}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event;
  if (event.key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const inputs = [...form.querySelectorAll('input')];
  const next = inputs.slice(inputs.indexOf(target) + 1).find((input) => waitsFor(input, form));
  if (next === undefined) form.requestSubmit();
  else moveTo(next);
}

/** Fields that are typed into, and choices where nothing is chosen yet. */
function waitsFor(input: HTMLInputElement, form: HTMLFormElement): boolean {
  if (input.type === 'radio')
    return form.querySelector(`[name="${CSS.escape(input.name)}"]:checked`) === null;
  return input.type !== 'checkbox' && !input.readOnly && !input.disabled;
}

function moveTo(field: HTMLInputElement): void {
  field.focus();
  field.select();
}
