/** The head of a table whose columns are told apart by their titles alone. */
import { asColumnHead, asRow, asRows } from './table-roles.ts'

export function TableHead({ titles }: { titles: readonly string[] }) {
  return (
    <thead {...asRows}>
      <tr {...asRow}>
        {titles.map((title) => (
          <th key={title} scope="col" {...asColumnHead}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}
