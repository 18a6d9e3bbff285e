/** One of the choices of a `SelectField` or `OptionKeys`. */
interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** What can be chosen, in the order it is offered, each by its name. */
export function optionsOf<T extends string>(
  values: readonly T[],
  names: Readonly<Record<NoInfer<T>, string>>,
): readonly Option<T>[] {
  return values.map((value) => ({ value, label: names[value] }));
}
