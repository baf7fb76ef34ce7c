#pragma once
#include "ui/viewmodels/conversation_facts.h"
#include <QWidget>
#include <span>

class QLabel;

namespace vox {

class FactList;
namespace kit {
class SectionHeader;
class Tag;
class TextBlock;
}

// A call of a tool in full: what was asked, what came back, how long it took. GUI thread.
class ToolCard : public QWidget {
    Q_OBJECT
public:
    explicit ToolCard(QWidget *parent = nullptr);
    void setUse(const ToolUse &use);

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    ToolUse m_use;
    QLabel *m_name;
    kit::Tag *m_status;
    QLabel *m_time;
    QLabel *m_requestNote;
    QLabel *m_requestName;
    QLabel *m_responseName;
    QLabel *m_responseNote;
    FactList *m_response;
    QLabel *m_receipt;
};

// Variables with the turn in which each changed last; those of the newest turn are marked.
class VariablesPanel : public QWidget {
    Q_OBJECT
public:
    explicit VariablesPanel(QWidget *parent = nullptr);
    void setVariables(const QList<VariableFact> &facts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QList<VariableFact> m_facts;
    FactList *m_list;
};

// What happened, newest first. Only the newest few hundred are kept as rows.
class EventsPanel : public QWidget {
    Q_OBJECT
public:
    explicit EventsPanel(QWidget *parent = nullptr);
    void setEvents(std::span<const ConversationEvent> events);

signals:
    void momentPressed(qint64 us);

private:
    FactList *m_list;
    QList<qint64> m_times;
};

} // namespace vox
