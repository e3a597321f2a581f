/**
 * The sites that show pages within Teams, and within the other Microsoft 365 programs that take its apps: those of the list that
 * Microsoft gives for tabs (Tab requirements, Microsoft Teams documentation), as a content policy writes them.
 */
export const teamsHosts = [
  ...['https://*.cloud.microsoft', 'https://teams.microsoft.com', 'https://*.teams.microsoft.com'],
  ...['https://*.microsoft365.com', 'https://*.office.com', 'https://outlook.office.com'],
  'https://outlook.office365.com',
];
