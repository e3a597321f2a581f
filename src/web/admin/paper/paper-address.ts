/** Where paper sheets of a consultation are printed, entered and listed. */
export const paperAddress = (code: string): string => `/animation/c/${code}/papier`;
