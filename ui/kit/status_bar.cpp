#include "ui/kit/status_bar.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QEvent>

namespace vox::kit {

StatusPiece::StatusPiece(const char *icon, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
}

void StatusPiece::setIcon(const char *icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void StatusPiece::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void StatusPiece::setFigure(const QString &figure)
{
    if (figure == m_figure) return;
    m_figure = figure;
    setAccessibleName(text() + QLatin1Char(' ') + figure);
    updateGeometry();
    update();
}

QSize StatusPiece::sizeHint() const
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    int wide = 2 * m.half + (*m_icon ? m.iconInline + m.half : 0) + textWidth(t.font(TextStyle::Small), text());
    if (!m_figure.isEmpty()) wide += m.half + textWidth(t.font(TextStyle::MonoSmall), m_figure);
    return {wide, m.statusBar - 1};
}

void StatusPiece::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    if (underMouse()) drawBox(painter, rect().adjusted(0, 2, 0, -2), m.radiusTag, t.hovered(t[Colour::Surface0]));
    const QColor ink = m_meaning == Meaning::Neutral ? t[Colour::Text2] : t.strong(m_meaning);
    int x = m.half;
    if (*m_icon) {
        drawIcon(painter, m_icon, QRect(x, (height() - m.iconInline) / 2, m.iconInline, m.iconInline), ink);
        x += m.iconInline + m.half;
    }
    painter.setFont(t.font(TextStyle::Small));
    const int wide = textWidth(painter.font(), text());
    drawLine(painter, QRect(x, 0, wide, height()), text(), ink);
    if (m_figure.isEmpty()) return;
    painter.setFont(t.font(TextStyle::MonoSmall));
    drawLine(painter, QRect(x + wide + m.half, 0, width(), height()), m_figure, ink);
}

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Status"));
}

StatusPiece *StatusBar::addLeft(const char *icon, const QString &text)
{
    m_left.append(new StatusPiece(icon, text, this));
    place();
    return m_left.last();
}

StatusPiece *StatusBar::addRight(const char *icon, const QString &text)
{
    m_right.append(new StatusPiece(icon, text, this));
    place();
    return m_right.last();
}

QSize StatusBar::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(640), t.metrics().statusBar};
}

QSize StatusBar::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void StatusBar::place()
{
    const Metrics &m = Theme::of(this).metrics();
    int left = m.grid, right = width() - m.grid;
    const qsizetype most = qMax(m_left.size(), m_right.size());
    // Outermost first, left and right in turn, so that the inner ones give way.
    for (qsizetype i = 0; i < most; ++i) {
        if (i < m_left.size()) {
            StatusPiece *piece = m_left[i];
            const int wide = piece->sizeHint().width();
            const bool fits = left + wide <= right && !piece->text().isEmpty();
            piece->setGeometry(left, 1, wide, height() - 1);
            piece->setVisible(fits);
            if (fits) left += wide + m.grid;
        }
        if (i < m_right.size()) {
            StatusPiece *piece = m_right[m_right.size() - 1 - i];
            const int wide = piece->sizeHint().width();
            const bool fits = right - wide >= left && !piece->text().isEmpty();
            piece->setGeometry(right - wide, 1, wide, height() - 1);
            piece->setVisible(fits);
            if (fits) right -= wide + m.grid;
        }
    }
}

void StatusBar::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t[Colour::Surface0]);
    hairlineAcross(painter, 0, width(), 0, t[Colour::Line1]);
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool StatusBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    // Pieces have no layout; their new words reach us as a request.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) place();
    return done;
}

} // namespace vox::kit
