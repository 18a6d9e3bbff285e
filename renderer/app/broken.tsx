import { useRouter } from '@tanstack/react-router';
import { id } from '../../shared/i18n/id.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/states.tsx';

/** A screen that failed to draw. The engine and all it stored are untouched; opening it again helps. */
export function Broken() {
  const router = useRouter();
  return (
    <Empty title={id.app.broken}>
      <p>{id.app.brokenText}</p>
      <Button kind="main" startsFocused onPress={() => void router.invalidate()}>
        {id.app.reopen}
      </Button>
    </Empty>
  );
}
