import { cls, labels } from './env';
import { Link } from './link';
import { useTicketRows } from './ticket-store';

export function ViewList() {
  const rows = useTicketRows().filter(({ status }) => status !== 'solved' && status !== 'closed');
  return (
    <div className={cls('view')}>
      <h1 className={cls('view-title')}>{labels.all}</h1>
      <table className={cls('table')} data-test-id="generic-table">
        <thead>
          <tr>
            <th>ID</th>
            <th>{labels.subject}</th>
            <th>{labels.requester}</th>
            <th>{labels.updated}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-test-id="generic-table-row">
              <td data-test-id="generic-table-cells-id">#{row.id}</td>
              <td data-test-id="ticket-table-cells-subject">
                <Link href={`tickets/${row.id}`}>{row.subject}</Link>
              </td>
              <td>{row.requester}</td>
              <td>{row.updatedAt.slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
