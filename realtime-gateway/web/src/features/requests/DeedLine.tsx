import { CircleAlert, CircleDashed, CircleHelp } from 'lucide-react';
import type { RfqRow } from '../../data/rfq-rows.ts';
import { useFloorState } from '../floor/context.ts';
import { deedWords } from './deed.state.ts';
import * as css from './requests.css.ts';

const ICONS = { wait: CircleDashed, unknown: CircleHelp, bad: CircleAlert };

/** What has become of the last press, or why it was not taken. */
export function DeedLine({ row, slip }: { row: RfqRow; slip: string | null }) {
  const instruments = useFloorState(state => state.instruments);
  const words = row.deed && deedWords(row.deed, row.view, instruments);
  const shown = slip !== null ? { tone: 'unknown' as const, text: slip } : words;
  const Icon = shown && (slip !== null ? CircleAlert : ICONS[shown.tone]);
  return (
    <p className={shown ? css.deed[shown.tone] : css.silent} role="status" data-testid="deed">
      {shown && Icon && (
        <>
          <Icon className={shown.tone === 'wait' ? css.turning : undefined} aria-hidden /> {shown.text}
        </>
      )}
    </p>
  );
}
