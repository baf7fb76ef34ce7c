#pragma once
#include <QWidget>

class QLabel;
namespace vox::kit { class Bars; class SectionHeader; class Spark; }

namespace vox {

class OutcomesBar;
class TodayViewModel;

// The day in figures at the right of Today: conversations, delay against its goal, share that the agent completed, by hour, how they
// ended. Owned by the screen, GUI thread.
class TodayFigures : public QWidget {
    Q_OBJECT
public:
    explicit TodayFigures(const TodayViewModel &today, QWidget *parent = nullptr);
    void refresh();

private:
    struct Figure {
        QLabel *value = nullptr;
        QLabel *unit = nullptr;
        QLabel *note = nullptr;
        kit::Spark *trend = nullptr;
    };
    Figure addFigure(const QString &name, bool trend);
    void show(const Figure &figure, const QString &value, const QString &unit, const QString &note);

    const TodayViewModel &m_today;
    kit::SectionHeader *m_head;
    Figure m_conversations, m_delay, m_completed;
    kit::Bars *m_hours;
    QLabel *m_noHours;
    OutcomesBar *m_outcomes;
};

} // namespace vox
