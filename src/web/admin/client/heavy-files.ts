/** Says beside a field that the file just chosen is too heavy, before it is sent in vain. */
export function heavyFiles(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="file"][data-most]')) {
    const { most = '', heavy = '' } = field.dataset;
    const told = document.getElementById(`${field.id}-problem`);
    field.addEventListener('change', () => {
      const size = field.files?.[0]?.size ?? 0;
      const problem = size > Number(most) ? heavy : '';
      field.setCustomValidity(problem);
      field.ariaInvalid = problem === '' ? null : 'true';
      field.closest('.field')?.classList.toggle('wrong', problem !== '');
      if (told === null) return;
      told.textContent = problem;
      told.hidden = problem === '';
    });
  }
}
