export { ColumnMenu } from './ColumnMenu.tsx';
export { type ColumnShape, leastWidthPx, templateOf } from './fitting.ts';
export { GridHeader } from './GridHeader.tsx';
export { type Sorting, sorted } from './sorting.ts';
export { type Columns, useColumns } from './useColumns.ts';
