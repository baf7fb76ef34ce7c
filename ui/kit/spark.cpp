#include "ui/kit/spark.h"
#include "ui/kit/paint.h"
#include <QLocale>
#include <QPainterPath>
#include <algorithm>

namespace vox::kit {

Spark::Spark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Spark::setValues(const QList<double> &values, std::optional<double> goal)
{
    m_values = values;
    m_goal = goal;
    update();
}

QString Spark::readValue() const
{
    if (m_values.isEmpty()) return tr("no data");
    return tr("from %1 to %2").arg(QLocale().toString(m_values.first()), QLocale().toString(m_values.last()));
}

QSize Spark::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(168), t.px(36)};
}

QSize Spark::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(48), t.px(20)};
}

void Spark::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2) return;
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
    double least = *low, most = *high;
    if (m_goal) {
        least = qMin(least, *m_goal);
        most = qMax(most, *m_goal);
    }
    const double span = most > least ? most - least : 1;
    const QRectF area = QRectF(rect()).adjusted(2, 4, -4, -4);
    const auto point = [&](qsizetype i) {
        return QPointF(area.left() + area.width() * double(i) / double(m_values.size() - 1),
                       area.bottom() - (m_values[i] - least) / span * area.height());
    };
    if (m_goal) {
        painter.setPen(QPen(t[Colour::Line3], 1, Qt::DotLine));
        const double y = area.bottom() - (*m_goal - least) / span * area.height();
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    QPainterPath path(point(0));
    for (qsizetype i = 1; i < m_values.size(); ++i) path.lineTo(point(i));
    painter.setPen(QPen(t.chart(0), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.chart(0));
    painter.drawEllipse(point(m_values.size() - 1), 2.5, 2.5);
}

} // namespace vox::kit
