/**
 * Replaces the lower half of a symmetric positive matrix (`size` x `size`, row by row) by its Cholesky factor, in place;
 * returns the logarithm of its determinant.
 */
export function factorise(matrix: Float64Array, size: number): number {
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let left = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) left -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      if (i === j) {
        const root = Math.sqrt(Math.max(left, 1e-12));
        matrix[i * size + i] = root;
        logDeterminant += 2 * Math.log(root);
      } else matrix[i * size + j] = left / (matrix[j * size + j] ?? 1);
    }
  }
  return logDeterminant;
}

/** Solves the system of a factorised matrix, in place: `vector` holds the right side, then the solution. */
export function solve(factor: Float64Array, vector: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    let left = vector[i] ?? 0;
    for (let k = 0; k < i; k++) left -= (factor[i * size + k] ?? 0) * (vector[k] ?? 0);
    vector[i] = left / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let left = vector[i] ?? 0;
    for (let k = i + 1; k < size; k++) left -= (factor[k * size + i] ?? 0) * (vector[k] ?? 0);
    vector[i] = left / (factor[i * size + i] ?? 1);
  }
}
