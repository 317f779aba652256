/**
 * The only place of colour and size. All that is seen takes its value from here; a literal elsewhere fails a test.
 */
export type Palette = {
  background: string;
  panel: string;
  raised: string;
  hairline: string;
  text: string;
  muted: string;
  faint: string;
  up: string;
  down: string;
  accent: string;
  warning: string;
  information: string;
  /** Text on a surface filled with one of the colours above. */
  onFill: string;
  shadow: string;
};

export const dark: Palette = {
  background: '#0c1015',
  panel: '#13181e',
  raised: '#1b2128',
  hairline: '#2a3139',
  text: '#eceff2',
  muted: '#a5abb4',
  faint: '#80878f',
  up: '#4ad496',
  down: '#fd7273',
  accent: '#70b3f7',
  warning: '#eebc4a',
  information: '#65c6e4',
  onFill: '#0c1015',
  shadow: '0 8px 24px rgba(0, 0, 0, 0.5)',
};

export const light: Palette = {
  background: '#f5f7f9',
  panel: '#ffffff',
  raised: '#edf0f4',
  hairline: '#d3d8de',
  text: '#141b24',
  muted: '#4e5661',
  faint: '#646d78',
  up: '#00774b',
  down: '#c2272d',
  accent: '#145ec1',
  warning: '#8d5e00',
  information: '#006d95',
  onFill: '#ffffff',
  shadow: '0 8px 24px rgba(20, 27, 36, 0.18)',
};

/** Up and down for people who cannot tell red from green. */
export const colourBlind = {
  dark: { up: '#60b6fa', down: '#f8a13f' },
  light: { up: '#0065b4', down: '#a6560a' },
};

export const scale = {
  space: { 2: '2px', 4: '4px', 8: '8px', 12: '12px', 16: '16px', 24: '24px', 32: '32px' },
  font: {
    text: "'Inter Variable', system-ui, sans-serif",
    size: { 11: '11px', 12: '12px', 13: '13px', 14: '14px', 16: '16px', 20: '20px', 28: '28px' },
    tracking: { tight: '-0.02em', snug: '-0.01em' },
    weight: { regular: '400', medium: '500', strong: '600' },
  },
  size: {
    hairline: '1px',
    accentEdge: '2px',
    radius: '4px',
    round: '999px',
    dot: '8px',
    icon: '16px',
    control: '32px',
    button: '40px',
    row: '28px',
    rowTouch: '44px',
    topBar: '44px',
    rail: '52px',
    statusLine: '24px',
    countLine: '18px',
    panelHead: '36px',
    tabBar: '56px',
    signIn: '360px',
    toast: '360px',
    menu: '220px',
    /** A small form that floats beside what it is about. */
    editor: '360px',
    currency: '40px',
    total: '216px',
    preview: '56px',
    press: '144px',
    people: '176px',
    requests: '360px',
    notices: '440px',
  },
  motion: { flash: '900ms', arrive: '800ms', quick: '120ms', second: '1s' },
};

/** Row height as a number, for the arithmetic of virtual rows. */
export const ROW_PX = 28;
export const ROW_TOUCH_PX = 44;

/** Widths at which the layout changes. */
export const breakpoint = {
  narrow: '(max-width: 719px)',
  medium: '(min-width: 720px) and (max-width: 959px)',
  snug: '(max-width: 1199px)',
  /** Where a full ticket has no room for what can also be done without. */
  low: '(max-height: 839px)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  prefersLight: '(prefers-color-scheme: light)',
  /** Where fingers press: controls and rows are as high as a finger needs. */
  touch: '(max-width: 719px), (pointer: coarse)',
};

/** As faint as stale figures may be and still be read at 4.5 : 1, on any of the surfaces. */
export const STALE_OPACITY = 0.65;

/** Share of a colour that makes a semantic background over the panel. */
export const tint = { soft: '12%', firm: '16%', flash: '24%', edge: '45%' };

/** Least width of the ticket, beside its share of the floor. */
export const TICKET_WIDTH_MIN = '300px';

/** Widths of a panel at which its table gives up columns. */
export const panelWidth = {
  quotesSnug: '(max-width: 672px)',
  quotesSlim: '(max-width: 480px)',
  positionsSnug: '(max-width: 544px)',
  positionsSlim: '(max-width: 432px)',
  requestsSnug: '(max-width: 388px)',
  requestsSlim: '(max-width: 336px)',
};

const figures = (count: number) =>
  `[all-start] minmax(max-content, 1fr) repeat(${count}, minmax(max-content, auto)) [all-end]`;

/** Widths of a cell at which what may be done with its row is told by icons alone, and stands in the words' place. */
export const cellWidth = { actionsSnug: '(max-width: 240px)', actionsSlim: '(max-width: 176px)' };

/** Tracks of the tables: the name takes what is left, figures are as wide as they need and never cut. */
export const tracks = {
  quotes: figures(5),
  quotesSnug: figures(5),
  quotesSlim: figures(3),
  positions: figures(5),
  positionsSnug: figures(4),
  positionsSlim: figures(2),
};

/** Columns of the blotter: the least width in pixels, and the share of what is left over. */
export const orderTracks = {
  time: { px: 72, share: 0.9 },
  product: { px: 80, share: 1 },
  account: { px: 88, share: 0.9 },
  side: { px: 40, share: 0.5 },
  type: { px: 56, share: 0.6 },
  tif: { px: 36, share: 0.4 },
  quantity: { px: 88, share: 0.9 },
  price: { px: 88, share: 0.9 },
  filled: { px: 88, share: 0.9 },
  average: { px: 96, share: 0.9 },
  status: { px: 96, share: 2.2 },
};
/** Columns of the activity feed. */
export const activityTracks = {
  time: { px: 64, share: 0.9 },
  kind: { px: 88, share: 0.8 },
  product: { px: 72, share: 1 },
  direction: { px: 56, share: 0.5 },
  quantity: { px: 80, share: 0.9 },
  price: { px: 88, share: 0.9 },
  counterparty: { px: 104, share: 1.4 },
  status: { px: 88, share: 1.2 },
  tenor: { px: 48, share: 0.4 },
  promptDate: { px: 80, share: 0.5 },
};
/** Between two columns, and on either side of a row. */
export const COLUMN_GAP_PX = 12;
/** What a scrollbar takes of a table's width, where it takes any. */
export const SCROLLBAR_PX = 12;
/** A column can be made so narrow and so wide, and a key does it in such steps. */
export const COLUMN_PX_MIN = 32;
export const COLUMN_PX_MAX = 480;
export const COLUMN_STEP_PX = 8;
/** Between a menu and its button, and between it and the edge of the page. */
export const MENU_GAP_PX = 4;
export const trackOf = ({ px, share }: { px: number; share: number }) => `minmax(${px}px, ${share}fr)`;
