#pragma once
#include "models/base/ids.h"
#include "ui/screens/screen.h"

class QVBoxLayout;
namespace vox::kit { class PageHeader; class RightPanel; }

namespace vox {

class CallViewModel;
class TodayFigures;
class TodayRow;
class TodayViewModel;

// What waits for the operator, what goes on, what to go on with, and the day in figures. Owned by the shell, GUI thread.
class TodayScreen : public Screen {
    Q_OBJECT
public:
    TodayScreen(TodayViewModel &today, CallViewModel &call, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("today"); }
    QString title() const override { return tr("Today"); }
    QString iconName() const override { return QStringLiteral("house"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    // The button at the top, or the one of an empty day.
    void callRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void refresh();
    void fillTasks();
    void fillCall();
    void fillRecent();
    void clear(QVBoxLayout *list);
    QString dateText() const;

    TodayViewModel &m_today;
    CallViewModel &m_call;
    QAction *m_callAction, *m_panelAction;
    bool m_narrow = false;
    QWidget *m_all = nullptr;
    kit::PageHeader *m_head = nullptr;
    kit::RightPanel *m_split = nullptr;
    TodayFigures *m_figures = nullptr;
    QVBoxLayout *m_tasks = nullptr, *m_live = nullptr, *m_recent = nullptr;
};

} // namespace vox
