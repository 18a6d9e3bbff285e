import { useState, type RefObject } from 'react';
import { id } from '../../shared/i18n/id.ts';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';

const words = id.importing;

interface FileDropProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** Name of the file that is being looked at. */
  readonly reading: string | null;
  /** Kept on the page while a preview is shown: another file may be chosen. */
  readonly hidden: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a spreadsheet is dropped or chosen. A file input takes both by itself. */
export function FileDrop({ input, reading, hidden, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <Sheet padded className={hidden ? styles.away : styles.drop}>
      <label className={styles.zone} data-over={over ? '' : undefined}>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,text/csv"
          aria-label={words.choose}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) onFile(file);
            // The same file, mended and saved again, must count as a new choice.
            event.target.value = '';
          }}
        />
        <Icon name="file" size={40} />
        <b>{reading === null ? words.drop : words.reading(reading)}</b>
        {reading === null && words.dropText}
      </label>
    </Sheet>
  );
}
