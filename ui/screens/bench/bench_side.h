#pragma once
#include <QWidget>

namespace vox {

class CallViewModel;
class EventsPanel;
class ToolCard;
class VariablesPanel;
namespace kit {
class SectionHeader;
}

// The bench's right panel: the last tool call, the variables and the events of the call. GUI thread.
class BenchSide : public QWidget {
    Q_OBJECT
public:
    explicit BenchSide(CallViewModel &call, QWidget *parent = nullptr);

signals:
    void momentPressed(qint64 us);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    CallViewModel &m_call;
    kit::SectionHeader *m_toolHead;
    ToolCard *m_tool;
    QWidget *m_toolBox;
    kit::SectionHeader *m_variablesHead;
    VariablesPanel *m_variables;
    kit::SectionHeader *m_eventsHead;
    EventsPanel *m_events;
};

} // namespace vox
