/** A short response of an invented partnership: two recommendations and three statements. */
export const marlResponse = (
  published = 'Published on 3 March 2026',
) => `# Response of the Marl Safeguarding Children Partnership to the review of Child Teal

${published}

The case was considered by the Partnership on 4 May 2025.

## Recommendation 1

Marl Police and Marl Council should make sure that:

a) schools are told the same day
b) the record is whole

Marl Police will tell schools on the same day by May 2026. Officers were trained in 2025.

Marl Council recognises the importance of this.

## Recommendation 2

The Partnership should run a campaign on safe sleep.
`
