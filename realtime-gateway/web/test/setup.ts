import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that stalls shows it late; whatever is not there by then never comes.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);
// What a device remembers is no other test's.
afterEach(() => globalThis.localStorage?.clear());
