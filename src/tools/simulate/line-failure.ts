/** Why a conversation could not go on. */
export class LineFailure extends Error {
  override readonly name = 'LineFailure';
}
