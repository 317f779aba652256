/** What a telephone shows one at a time; a wider page shows the same places side by side. */
export type Screen = 'prices' | 'trade' | 'requests' | 'orders' | 'positions';
