#pragma once
#include "models/store/conversation_store.h"
#include <QAbstractTableModel>
#include <QHash>

namespace vox {

class ConversationsList;

// The list of conversations as a table; asks for the next page when the view nears the end. GUI thread.
class ConversationsTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Agent, Channel, Language, Duration, Outcome, Delay, Marks, ColumnCount };
    explicit ConversationsTable(ConversationsList &list, QObject *parent = nullptr);

    const ConversationRow &row(int index) const;
    // Beyond its agent's goal a delay is amber: milliseconds by agent; one that is gone had the usual goal.
    void setGoals(QHash<QString, int> goals);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QString text(const ConversationRow &row, int column) const;
    ConversationsList &m_list;
    QHash<QString, int> m_goals;
};

// When a conversation began, as short as it is clear: the time today, else the day, too.
QString whenText(UtcMs started);
QString durationText(qint64 ms);

} // namespace vox
