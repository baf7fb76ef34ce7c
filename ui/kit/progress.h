#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

class QPushButton;

namespace vox::kit {

// Long work in one row: what, a 4 px track, how much and the time left, and Cancel. The owner computes the words' numbers;
// secondsLeft below 0 means unknown.
class Progress : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Progress(const QString &what = {}, QWidget *parent = nullptr);
    void setWhat(const QString &what);
    // done from 0 to 1; `amount` is like "312 of 480 MB".
    void setDone(double done, const QString &amount = {}, int secondsLeft = -1);
    void setCancellable(bool can);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::ProgressBar; }
    QString readName() const override { return m_what; }
    QString readValue() const override;
    // "about 1 min left"; empty below 0.
    static QString timeLeft(int seconds);

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    QString m_what;
    QString m_amount;
    double m_done = 0;
    int m_secondsLeft = -1;
    QPushButton *m_cancel;
};

} // namespace vox::kit
