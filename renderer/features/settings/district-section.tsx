import { useQuery } from '@tanstack/react-query';
import type { UploadStatus } from '../../../shared/contract/upload.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault, Waiting } from '../../ui/states.tsx';
import { DistrictStatus } from './district-status.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { NotMineNote } from './not-mine-note.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';
import { useEnrol } from './use-enrol.ts';

const words = id.settings.district;

/** The district: introducing this till to it, and how far it has received the journal. */
export function DistrictSection(props: SectionProps) {
  const upload = useQuery(ask.upload());
  const mayEnrol = useMay('upload.manage');
  if (upload.isError || upload.isPending) {
    return (
      <SettingsFrame {...props}>
        {upload.isError ? <Fault error={upload.error} onRetry={() => void upload.refetch()} /> : <Waiting />}
      </SettingsFrame>
    );
  }
  if (upload.data.enrolled) return <Enrolled {...props} status={upload.data} />;
  if (mayEnrol) return <Enrol {...props} status={upload.data} />;
  return (
    <SettingsFrame {...props} rail={<DistrictStatus status={upload.data} />}>
      <Sheet padded className={styles.work}>
        <h2>{words.notEnrolled}</h2>
        <p>{words.notEnrolledText}</p>
        <NotMineNote permission="upload.manage" />
      </Sheet>
    </SettingsFrame>
  );
}

type StatusProps = SectionProps & { readonly status: UploadStatus };

function Enrol({ status, ...props }: StatusProps) {
  const { entry, action } = useEnrol();
  useActions([action]);
  return (
    <SettingsFrame {...props} rail={<DistrictStatus status={status} />} next={<NextStep main={action} />}>
      <Sheet padded className={styles.work}>
        <h2>{words.enrolTitle}</h2>
        <p>{words.enrolText}</p>
        <EnrolForm entry={entry} onSubmit={action.perform} />
      </Sheet>
    </SettingsFrame>
  );
}

function Enrolled({ status, ...props }: StatusProps) {
  const sendNow = useCommand(engine.upload.sendNow);
  const send = async () => {
    const reply = await sendNow.run({});
    // What becomes of it stands in the status, which the engine keeps fresh.
    if (!reply.ok) sayRefusal(reply.error);
  };
  const action: Action = {
    id: 'settings.send-now',
    label: words.sendNow,
    help: words.sendNowHelp,
    key: 'F9',
    enabled: !sendNow.pending && status.state !== 'sending',
    perform: () => void send(),
  };
  const may = useMay('upload.send');
  useActions(may ? [action] : []);
  return (
    <SettingsFrame
      {...props}
      rail={<DistrictStatus status={status} />}
      {...(may ? { next: <NextStep main={action} /> } : {})}
    >
      <Sheet padded className={styles.work}>
        <h2>{words.enrolled}</h2>
        <p className={styles.big}>{status.districtName}</p>
        <p>{status.districtUrl}</p>
        <p>{words.pinned}</p>
        {status.state === 'sending' && (
          <output className={styles.note}>
            <b>{words.sending}</b> {words.sendingText}
          </output>
        )}
      </Sheet>
    </SettingsFrame>
  );
}
