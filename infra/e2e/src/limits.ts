/** Within this time the floor is live again, whatever was killed, and a command has its outcome. */
export const LIVE_MS_MAX = 90_000;
