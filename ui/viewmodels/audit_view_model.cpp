#include "ui/viewmodels/audit_view_model.h"
#include <QSaveFile>

namespace vox {

using namespace Qt::StringLiterals;

AuditViewModel::AuditViewModel(SyncDriver *sync, QObject *parent) : TeamViewModel(sync, Permission::ReadAudit, parent)
{
    refresh();
}

void AuditViewModel::setFilter(const TeamLists::AuditFilter &filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    refresh();
}

void AuditViewModel::ask()
{
    const int serial = ++m_serial; // an answer that comes late belongs to an older filter
    m_asking = true;
    whenDone(lists().audit(m_filter), this, [this, serial](const Result<TeamLists::AuditPage> &page) {
        if (serial != m_serial) return;
        m_asking = false;
        if (!page) return lost(page.error());
        m_entries = page->entries;
        m_next = page->next;
        loaded();
    });
    if (!m_people.isEmpty() || !may(Permission::ReadPeople)) return;
    whenDone(lists().people(), this, [this](const Result<QList<PersonInfo>> &people) {
        if (!people) return; // the list alone is of use, too
        m_people = *people;
        emit changed();
    });
}

void AuditViewModel::more()
{
    if (m_asking || m_next.isEmpty() || !hasServer()) return;
    m_asking = true;
    const int serial = m_serial;
    whenDone(lists().audit(m_filter, m_next), this, [this, serial](const Result<TeamLists::AuditPage> &page) {
        if (serial != m_serial) return;
        m_asking = false;
        if (!page) {
            emit failed(page.error());
            return;
        }
        const int first = int(m_entries.size());
        m_entries += page->entries;
        m_next = page->next;
        emit appended(first);
    });
}

void AuditViewModel::exportTo(const QString &path)
{
    if (hasServer()) exportPiece(++m_export, path, {}, {}, 0);
}

// A piece after the other, so that it can be cancelled and nothing is written half.
void AuditViewModel::exportPiece(int serial, const QString &path, const QString &cursor, QByteArray bytes, int entries)
{
    const QString format = path.endsWith(".ndjson"_L1) ? u"ndjson"_s : u"csv"_s;
    act(lists().exportAudit(m_filter, format, cursor), [this, serial, path, bytes, entries](const TeamLists::AuditPiece &piece) {
        if (serial != m_export) return;
        const QByteArray all = bytes + piece.bytes;
        const int count = entries + piece.entries;
        if (!piece.next.isEmpty()) {
            emit exporting(count);
            return exportPiece(serial, path, piece.next, all, count);
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(all) != all.size() || !file.commit()) {
            emit failed(Error(Error::Code::FileUnwritable, {path}));
            return;
        }
        emit exported(path, count);
    });
}

} // namespace vox
