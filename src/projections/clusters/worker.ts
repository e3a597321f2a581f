/** The thread on which opinion groups are drawn. */
export { opinionAmong as default } from '#scenario/analysis/clusters/opinion.ts';
