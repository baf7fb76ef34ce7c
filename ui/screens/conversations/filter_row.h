#pragma once
#include "models/store/conversation_store.h"
#include "ui/screens/call/ruled_row.h"
#include <QList>
#include <QPair>
#include <functional>

class QLabel;

namespace vox {

class AgentDocuments;
class ConversationsList;
namespace kit {
class Chip;
class SearchField;
}

// Search field, one chip a condition, and how many conversations there are. Every letter asks anew. GUI thread.
class FilterRow : public RuledRow {
    Q_OBJECT
public:
    FilterRow(ConversationsList &list, AgentDocuments &agents, QWidget *parent = nullptr);
    void focusSearch();
    void clear();
    QString text() const { return m_query.text; }
    const ConversationQuery &query() const { return m_query; }
    void setQuery(const ConversationQuery &query);

signals:
    // Down or Enter in the field: on to the rows.
    void leaveDownwards();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void showChips();
    void showCount();
    void openMenu();
    void addChip(const QString &text, std::function<void()> remove);
    QString periodText() const;
    QString agentName(const QString &id) const;

    ConversationsList &m_list;
    AgentDocuments &m_agents;
    ConversationQuery m_query;
    kit::SearchField *m_search;
    QWidget *m_chips;
    kit::Chip *m_add;
    QLabel *m_count;
    int m_periodDays = 0; // 0: no limit; 1: today
    QList<QPair<QString, QString>> m_agentNames; // id, name
};

} // namespace vox
