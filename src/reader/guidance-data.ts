/** placeholder of this commit's shape; see guidance.ts */
export interface GuidanceData {
  readonly guidance: readonly unknown[]
  readonly bodies: readonly unknown[]
}
