import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useActions } from '../../../keyboard/keyboard.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './choose-sheet.module.css';
import { digitsOf, lastBought, personName } from './people.ts';

const words = id.subsidyTill.nik;
/** As many as have a digit to be chosen by. */
const MOST = 9;

interface ChooseSheetProps {
  readonly people: readonly Registration[];
  readonly onChoose: (person: Registration) => void;
}

/** A family card or a member's card names several people: which of them buys, by one digit. */
export function ChooseSheet({ people, onChoose }: ChooseSheetProps) {
  const listed = people.slice(0, MOST);
  const [first] = listed;
  useActions([
    ...listed.map((person, at) => ({
      id: `subsidy.person-${at + 1}`,
      label: personName(person),
      key: String(at + 1),
      perform: () => onChoose(person),
    })),
    {
      id: 'subsidy.person-first',
      label: words.choose,
      key: 'Enter',
      silent: true,
      perform: () => {
        if (first !== undefined) onChoose(first);
      },
    },
  ]);
  return (
    <Sheet padded label={words.choose} className={styles.choose}>
      <h2>
        {words.choose} <span>{words.chooseText(people.length)}</span>
      </h2>
      <div className={styles.people}>
        {listed.map((person, at) => (
          <Button
            key={person.registrationId}
            size="tall"
            keepsFocus
            keyName={String(at + 1)}
            className={styles.person}
            onPress={() => onChoose(person)}
          >
            <span>
              {personName(person)}
              <small>
                {digitsOf(person)}, {lastBought(person, formatDateShort)}
              </small>
            </span>
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
