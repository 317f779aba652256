import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aScene } from '../../../test/support/scene.tsx';
import { SignIn } from './index.ts';

describe('the sign-in page', () => {
  it('signs in with Enter', async () => {
    const { desk } = await aScene(() => <SignIn busy={false} fault={null} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('User'), ' ann ');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(desk.signedIn).toEqual([['ann', 'secret']]);
  });

  it('says what went wrong, and gives the hint of a demo', async () => {
    await aScene(() => <SignIn busy={false} fault="This user and password do not match." />);
    expect(screen.getByRole('alert').textContent).toContain('do not match');
    expect(screen.getByText('A hint.')).toBeTruthy();
  });

  it('waits while it signs in', async () => {
    await aScene(() => <SignIn busy fault={null} />);
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  });
});
