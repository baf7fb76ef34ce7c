#pragma once
#include "ui/kit/colours.h"
#include <QWidget>

class QPushButton;
namespace vox::kit { class TextBlock; }

namespace vox {

// One row of Today: icon, name over circumstance, time, and what can be done. Pressing it anywhere does it. Owned by its
// list, GUI thread.
class TodayRow : public QWidget {
    Q_OBJECT
public:
    struct Words {
        const char *icon = "";
        kit::Meaning meaning = kit::Meaning::Neutral;
        QString name;
        QString circumstance; // empty: a row of one line
        QString time;
        QString button;       // empty: none
    };
    explicit TodayRow(const Words &words, QWidget *parent = nullptr);

signals:
    void pressed();

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Words m_words;
};

} // namespace vox
