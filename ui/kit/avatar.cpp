#include "ui/kit/avatar.h"
#include "ui/kit/paint.h"

namespace vox::kit {

Avatar::Avatar(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setToolTip(name);
    update();
}

QString Avatar::initials(const QString &name)
{
    QString out;
    for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (out.size() == 2) break;
        if (word.at(0).isLetterOrNumber()) out += word.at(0).toUpper();
    }
    return out;
}

QSize Avatar::sizeHint() const
{
    const int side = Theme::of(this).px(20);
    return {side, side};
}

void Avatar::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    const int side = qMin(width(), height());
    const QRect circle((width() - side) / 2, (height() - side) / 2, side, side);
    drawBox(painter, circle, side / 2.0, t[Colour::Surface3]);
    QFont font = t.font(TextStyle::SmallStrong);
    font.setPixelSize(side / 2);
    painter.setFont(font);
    painter.setPen(t[Colour::Text2]);
    painter.drawText(circle, Qt::AlignCenter | Qt::TextDontClip, initials(m_name));
}

} // namespace vox::kit
