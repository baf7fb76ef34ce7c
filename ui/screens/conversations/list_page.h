#pragma once
#include "models/base/ids.h"
#include <QHash>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace vox {

class AgentDocuments;
class ConversationViewModel;
class ConversationsList;
class ConversationsTable;
class FilterRow;
class PreviewPanel;
namespace kit {
class Empty;
class RightPanel;
}

// The list of conversations: filters above, rows, and the chosen one previewed at the right. GUI thread.
class ListPage : public QWidget {
    Q_OBJECT
public:
    ListPage(ConversationsList &list, ConversationViewModel &model, AgentDocuments &agents, QWidget *parent = nullptr);
    FilterRow &filters() { return *m_filters; }
    // The chosen row; null without one.
    ConversationId current() const;
    void choose(ConversationId id);
    void focusRows();
    void setGoals(const QHash<QString, int> &goals);
    kit::RightPanel &panels() { return *m_panels; }

signals:
    void openRequested(const vox::ConversationId &id);
    void removeRequested(const vox::ConversationId &id);
    void callRequested(); // nothing here yet: call an agent

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void sizeColumns();
    void showState();
    void chooseSome();

    ConversationsList &m_list;
    ConversationViewModel &m_model;
    QLabel *m_title;
    FilterRow *m_filters;
    ConversationsTable *m_table;
    QTableView *m_view;
    QWidget *m_nothing;
    kit::Empty *m_empty;
    kit::RightPanel *m_panels;
    PreviewPanel *m_preview;
    QStackedLayout *m_middle;
    int m_row = -1; // chosen before a reset
};

} // namespace vox
