#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

class QPainter;

namespace vox::kit {

enum class BadgeTone { Quiet, Accent };

// A small number beside a name. Hidden at zero.
class CountBadge : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit CountBadge(int count = 0, BadgeTone tone = BadgeTone::Quiet, QWidget *parent = nullptr);
    void setCount(int count);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role readRole() const override { return QAccessible::StaticText; }
    QString readName() const override { return QString::number(m_count); }

    static QSize sizeOf(int count);
    static void draw(QPainter &painter, const QRect &box, int count, BadgeTone tone);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    int m_count;
    BadgeTone m_tone;
};

} // namespace vox::kit
