#include "ui/screens/settings/team/audit_model.h"
#include "ui/kit/row_delegate.h"
#include "ui/screens/settings/team/role_words.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

AuditModel::AuditModel(AuditViewModel &audit, QObject *parent) : QAbstractTableModel(parent), m_audit(audit), m_rows(int(audit.entries().size()))
{
    connect(&audit, &AuditViewModel::changed, this, [this] {
        beginResetModel();
        m_rows = int(m_audit.entries().size());
        endResetModel();
    });
    connect(&audit, &AuditViewModel::appended, this, [this](int first) {
        const int last = int(m_audit.entries().size()) - 1;
        if (last < first) return;
        beginInsertRows({}, first, last);
        m_rows = last + 1;
        endInsertRows();
    });
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const AuditEntry &entry = m_audit.entries().at(index.row());
    const bool refused = entry.outcome == "refused"_L1;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case When: return whenText({entry.atUtcMs}, {QDateTime::currentMSecsSinceEpoch()});
        case Who: return entry.actor == "stranger"_L1 ? tr("a stranger") : entry.actor == "system"_L1 ? tr("the server") : entry.actor;
        case What: return auditWord(entry.action);
        case Subject: return entry.subjectName.isEmpty() ? entry.subject : entry.subjectName;
        case Outcome: return refused ? tr("refused") : tr("done");
        case Via: return viaWord(entry.via);
        case Address: return entry.address;
        default: return {};
        }
    case Qt::ToolTipRole:
        return index.column() == When ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.atUtcMs), QLocale::LongFormat)
               : index.column() == What ? entry.action
                                        : data(index, Qt::DisplayRole);
    case kit::DotRole: return index.column() == Outcome ? QVariant(int(refused ? kit::Meaning::Error : kit::Meaning::Success)) : QVariant();
    case kit::FontRole: return index.column() == Address ? QVariant(int(kit::TextStyle::Mono)) : QVariant();
    case kit::InkRole: return int(index.column() == Who || index.column() == What ? kit::Colour::Text1 : kit::Colour::Text2);
    default: return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Time"), tr("Who"), tr("What"), tr("To what"), tr("Outcome"), tr("Through"), tr("Address")};
    return names[section];
}

} // namespace vox
