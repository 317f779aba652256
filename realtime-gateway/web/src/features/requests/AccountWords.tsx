import { useFloor } from '../floor/context.ts';
import * as css from './answer.css.ts';

interface AccountWordsProps {
  account: string;
  /** A price stands for it already. */
  fixed: boolean;
  change(account: string): void;
}

/** For which account the answer would trade. Whoever has one account knows it. */
export function AccountWords({ account, fixed, change }: AccountWordsProps) {
  const { accounts } = useFloor().user;
  if (accounts.length <= 1) return null;
  if (fixed) return <span className={css.accountFixed}>{account}</span>;
  return (
    <select
      className={css.account}
      aria-label="Account"
      value={account}
      onChange={event => change(event.target.value)}
    >
      {accounts.map(each => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
